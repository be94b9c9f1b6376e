package tw.touchstone.inspection.table;

import java.util.Optional;
import java.util.regex.Pattern;

/// Units of measurement that stand in rows below the header or in brackets behind names.
final class Units {

    private static final Pattern BRACKETS = Pattern.compile("[(（\\[【]([^()（）\\[\\]【】]{1,16})[)）\\]】]\\s*$");
    private static final Pattern CURRENCY = Pattern.compile("(新[臺台]幣|NT\\$?|TWD|USD|美)?(百|千|萬|億|百萬|仟|佰)?(元|圓)");
    private static final Pattern COMPOUND = Pattern.compile("(.{1,6})[/／每](.{1,6})");
    private static final Pattern COUNTED = Pattern.compile("(百|千|萬|億|十億|仟)(.{1,3})");

    private static final Pattern UNIT_LINE = Pattern.compile("[(（\\[【]?\\s*單\\s*位\\s*[:：].{1,40}");

    private Units() {}

    /// The unit in brackets behind a column's name, verbatim.
    static Optional<String> inName(String name) {
        var brackets = BRACKETS.matcher(name);
        if (!brackets.find()) {
            return Optional.empty();
        }
        var unit = brackets.group(1).strip();
        var stated = unit.startsWith("單位：") || unit.startsWith("單位:") ? unit.substring(3).strip() : unit;
        return isUnit(stated) ? Optional.of(stated) : Optional.empty();
    }

    /// Whether a row below a header states units: all it has are units, and they are at least two or all columns but
    /// one.
    static boolean isUnitRow(SampleRow row, SampleRow header) {
        int units = 0;
        for (var cell : row.cells()) {
            var text = stripped(cell);
            if (isUnit(text)) {
                units++;
            } else if (!text.isEmpty() && !text.equals("-") && !text.equals("單位") && !text.equals("－")) {
                return false;
            }
        }
        return units > 0 && (units >= 2 || header.filled() <= 3 || row.cells().stream().anyMatch(cell -> cell.contains("單位")));
    }

    /// Whether all that a row above a header says is in which units the table is: `單位：千元`.
    static boolean isUnitLine(SampleRow row) {
        return row.filled() == 1 && row.cells().stream().anyMatch(cell -> UNIT_LINE.matcher(cell).matches());
    }

    /// A unit without brackets around it.
    static String stripped(String cell) {
        int length = cell.length();
        boolean brackets = length > 2 && "(（[【".indexOf(cell.charAt(0)) >= 0 && ")）]】".indexOf(cell.charAt(length - 1)) >= 0;
        return brackets ? cell.substring(1, length - 1).strip() : cell;
    }

    static boolean isUnit(String text) {
        if (text.isEmpty() || text.length() > 16) {
            return false;
        }
        if (TextForms.isUnit(text) || text.equals("%") || text.equals("％") || text.equals("‰")) {
            return true;
        }
        if (CURRENCY.matcher(text).matches()) {
            return true;
        }
        var counted = COUNTED.matcher(text);
        if (counted.matches() && TextForms.isUnit(counted.group(2))) {
            return true;
        }
        var compound = COMPOUND.matcher(text);
        return compound.matches() && (isUnit(compound.group(1)) || isUnit(compound.group(2)));
    }
}
