package tw.touchstone.inspection.table;

/// Characters that are nothing.
final class Blanks {

    private Blanks() {}

    static boolean isBlank(char c) {
        return c <= ' '
                ? c == ' ' || c == '\t' || c == '\n' || c == '\r'
                : c >= '\u00A0' && (c == '\u3000' || c == '\u00A0' || c == '\uFEFF');
    }

    /// Without surrounding blanks and byte order marks.
    static String trimmed(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isBlank(cell.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }
}
