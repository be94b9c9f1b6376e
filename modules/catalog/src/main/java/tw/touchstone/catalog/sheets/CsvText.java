package tw.touchstone.catalog.sheets;

import java.util.List;
import java.util.stream.Collectors;

/// Rows of a CSV file people open in a spreadsheet. (RFC 4180)
public final class CsvText {

    /// What a spreadsheet takes for the beginning of a formula.
    private static final String FORMULA = "=+-@\t\r";

    private CsvText() {}

    /// One row with its line end.
    ///
    /// A cell that would be taken for a formula gets an apostrophe in front, which spreadsheets do not show: texts come
    /// from strangers, and a formula in the export of the administrator would run with their rights.
    public static String row(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /// One row of cells that are ready to stand in it.
    public static String ready(List<String> cells) {
        return String.join(",", cells) + "\r\n";
    }

    /// A text, guarded and quoted where it has to be. Numbers stand as they are: a minus sign is no formula there.
    public static String cell(String text) {
        var guarded = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return guarded.chars().anyMatch(each -> each == '"' || each == ',' || each == '\r' || each == '\n')
                ? "\"" + guarded.replace("\"", "\"\"") + "\""
                : guarded;
    }
}
