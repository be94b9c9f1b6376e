package tw.touchstone.catalog.mending;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tw.touchstone.catalog.mending.TableRows.TableRow;

/// Copies the header and the rows of a table, and nothing that stands around and between them.
///
/// @param changes where the lines that go are told
record PlainRewriting(FileFix.PlainTable fix, LineChanges changes) {

    /// The words the inspector knows totals by, in the first three columns. Should the two ever differ, the copy still
    /// has totals in it when it is inspected, and the fix is not offered.
    private static final Set<String> TOTALS = Set.of(
            "合計", "總計", "小計", "共計", "總合計", "總和", "累計", "合计", "总计", "小计", "total", "subtotal", "grandtotal", "sum");

    private static final int LONGEST_TOTAL = 12;

    void write(InputStream in, OutputStream out) throws IOException, Unwritable {
        var rows = new TableRows(in, fix.table());
        var copy = new CsvOutput(out);
        copy.row(fix.header());
        for (var row = rows.next(); row.isPresent(); row = rows.next()) {
            if (isRow(row.get())) {
                copy.row(row.get().cells());
            } else if (row.get().line() != fix.table().headerLine()) {
                changes.dropped(row.get().line(), row.get().joined());
            }
        }
        copy.end();
    }

    private boolean isRow(TableRow row) {
        return row.line() > fix.table().headerLine()
                && row.line() < fix.end()
                && !fix.dropped().contains(row.line())
                && !row.isBlank()
                && !isHeader(row.cells())
                && row.cells().stream().limit(3).noneMatch(PlainRewriting::isTotal);
    }

    private boolean isHeader(List<String> cells) {
        return cells.stream().map(String::strip).toList().equals(fix.header());
    }

    private static boolean isTotal(String cell) {
        if (cell.length() > LONGEST_TOTAL) {
            return false;
        }
        var folded = cell.replaceAll("[\\s\u3000\u00A0:：()（）]", "").toLowerCase(Locale.ROOT);
        return TOTALS.contains(folded)
                || (folded.length() <= 8
                        && (folded.endsWith("合計") || folded.endsWith("總計") || folded.endsWith("小計")));
    }
}
