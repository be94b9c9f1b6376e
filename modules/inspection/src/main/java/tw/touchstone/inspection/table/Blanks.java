package tw.touchstone.inspection.table;

/// What counts as nothing in a cell.
final class Blanks {

    private static final int LONGEST_SENTINEL = 6;

    private Blanks() {}

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u3000' || c == '\u00A0' || c == '\n' || c == '\r';
    }

    /// Without surrounding blanks and byte order marks.
    static String trimmed(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && (isBlank(cell.charAt(from)) || cell.charAt(from) == '\uFEFF')) {
            from++;
        }
        while (to > from && isBlank(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    /// Whether a non-empty, trimmed cell says that there is no value. 無 is left out: beside 有 it is one.
    static boolean isSentinel(char[] text, int from, int to) {
        int length = to - from;
        if (length > LONGEST_SENTINEL) {
            return false;
        }
        return switch (text[from]) {
            case '-' -> length == 1 || is(text, from, to, "--", "---", "-999", "-9999", "-99999");
            case '－', '—', '–', '…' -> isRepeated(text, from, to);
            case '.' -> is(text, from, to, "...", "..");
            case 'N', 'n' -> is(text, from, to, "NA", "N/A", "n/a", "NULL", "Null", "null", "None", "NaN", "nan");
            case '#' -> is(text, from, to, "#N/A", "#REF!");
            default -> false;
        };
    }

    private static boolean isRepeated(char[] text, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (text[i] != text[from]) {
                return false;
            }
        }
        return true;
    }

    private static boolean is(char[] text, int from, int to, String... words) {
        for (var word : words) {
            if (word.length() == to - from && matches(text, from, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(char[] text, int from, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (text[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
