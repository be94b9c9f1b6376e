package tw.touchstone.inspection.table;

/// Values that a spreadsheet program would run when it opens the file (OWASP, CSV Injection).
final class Formulas {

    private Formulas() {}

    static boolean is(char[] text, int from, int to, CellKind kind) {
        if (to - from < 2 || (kind != CellKind.UNSTATED && kind != CellKind.TEXT)) {
            return false;
        }
        char second = text[from + 1];
        return switch (text[from]) {
            case '=' -> second != '=' && (isLetter(second) || second == '"' || second == '(' || second == '-' || second == '+' || isDigit(second));
            // A name and a bracket: @SUM(…), +cmd(…), -HYPERLINK(…).
            case '@', '+', '-' -> isLetter(second) && hasBracket(text, from + 2, to);
            default -> false;
        };
    }

    private static boolean hasBracket(char[] text, int from, int to) {
        for (int i = from; i < to && i < from + 20; i++) {
            if (text[i] == '(' || text[i] == '|') {
                return true;
            }
            if (!isLetter(text[i]) && !isDigit(text[i])) {
                return false;
            }
        }
        return false;
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
