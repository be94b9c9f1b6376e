package tw.touchstone.exchange.catalogue;

import java.util.regex.Pattern;

/// Keeps spreadsheets from taking a cell of a catalogue file for a formula, without changing what a program reads
/// back.
///
/// A cell that begins like a formula gets an apostrophe in front, which spreadsheets do not show; so does one that
/// begins with apostrophes before that, so that taking away one gives the cell again whatever it was.
final class FormulaGuard {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private FormulaGuard() {}

    static String guarded(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    static String bare(String cell) {
        return cell.startsWith("'") && GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
