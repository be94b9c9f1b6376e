package tw.touchstone.inspection.table;

/// The types one cell's text could have, as a set of bits; a column has the types that all its cells share.
///
/// One object for each column: it also keeps the value that orders numbers and dates.
final class CellTypes {

    static final int INTEGER = 1;
    static final int DECIMAL = 1 << 1;
    static final int DATE = 1 << 2;
    static final int DATE_TIME = 1 << 3;
    static final int TRUE_FALSE = 1 << 4;
    static final int YES_NO = 1 << 5;
    static final int Y_N = 1 << 6;
    static final int SHI_FOU = 1 << 7;
    /// A date written as digits only, which may as well be a number.
    static final int COMPACT_DATE = 1 << 8;
    /// A date not written as digits only.
    static final int SPELLED_DATE = 1 << 9;

    static final int BOOLEAN = TRUE_FALSE | YES_NO | Y_N | SHI_FOU;
    static final int NUMBER = INTEGER | DECIMAL;
    static final int TEMPORAL = DATE | DATE_TIME;
    static final int ANY = NUMBER | TEMPORAL | BOOLEAN;

    private static final int MOST_DIGITS = 15;
    private static final double[] TENTHS = new double[19];

    static {
        TENTHS[0] = 1;
        for (int i = 1; i < TENTHS.length; i++) {
            TENTHS[i] = TENTHS[i - 1] * 10;
        }
    }

    /// Orders the last cell among numbers; only meaningful if it could be one.
    double number;
    /// Orders the last cell among dates and times; only meaningful if it could be one.
    long moment;

    private final DateText dates = new DateText();

    /// The possible types of a non-empty, trimmed cell.
    int of(char[] text, int from, int to) {
        char first = text[from];
        if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
            int types = number(text, from, to);
            if (first >= '0' && first <= '9' && to - from >= 6) {
                int temporal = dates.types(text, from, to);
                if (temporal != 0) {
                    moment = dates.moment;
                    types |= temporal;
                }
            }
            return types;
        }
        return to - from <= 5 ? bool(text, from, to) : 0;
    }

    private int number(char[] text, int from, int to) {
        int i = from;
        boolean negative = false;
        if (text[i] == '-' || text[i] == '+') {
            negative = text[i] == '-';
            i++;
        }
        int firstDigit = i;
        long mantissa = 0;
        int digits = 0;
        int sinceComma = -1;
        while (i < to) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                if (++digits > MOST_DIGITS || sinceComma == 3) {
                    return 0;
                }
                mantissa = mantissa * 10 + (c - '0');
                if (sinceComma >= 0) {
                    sinceComma++;
                }
            } else if (c == ',' && digits > 0 && (sinceComma == 3 || (sinceComma < 0 && digits <= 3))) {
                sinceComma = 0;
            } else {
                break;
            }
            i++;
        }
        if ((sinceComma >= 0 && sinceComma != 3) || (digits > 1 && text[firstDigit] == '0')) {
            return 0;
        }
        if (i == to) {
            number = negative ? -mantissa : mantissa;
            return digits == 0 ? 0 : NUMBER;
        }
        return text[i] == '.' ? fraction(text, i + 1, to, mantissa, digits, negative) : 0;
    }

    private int fraction(char[] text, int from, int to, long whole, int wholeDigits, boolean negative) {
        if (from == to) {
            return 0;
        }
        long mantissa = whole;
        int kept = 0;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c < '0' || c > '9') {
                return 0;
            }
            if (wholeDigits + kept < 18) {
                mantissa = mantissa * 10 + (c - '0');
                kept++;
            }
        }
        double value = mantissa / TENTHS[kept];
        number = negative ? -value : value;
        return DECIMAL;
    }

    private static int bool(char[] text, int from, int to) {
        int length = to - from;
        if (length == 1) {
            return switch (text[from]) {
                case '是', '否' -> SHI_FOU;
                case 'Y', 'N', 'y', 'n' -> Y_N;
                default -> 0;
            };
        }
        if (equal("true", text, from, to) || equal("false", text, from, to)) {
            return TRUE_FALSE;
        }
        return equal("yes", text, from, to) || equal("no", text, from, to) ? YES_NO : 0;
    }

    private static boolean equal(String word, char[] text, int from, int to) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if ((text[i] | 0x20) != word.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }
}
