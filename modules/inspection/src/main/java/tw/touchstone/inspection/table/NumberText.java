package tw.touchstone.inspection.table;

/// Reads numbers as government files write them: plain, with thousands separators, as percentages.
final class NumberText {

    private static final int MOST_DIGITS = 15;
    private static final double[] TENTHS = new double[19];

    static {
        TENTHS[0] = 1;
        for (int i = 1; i < TENTHS.length; i++) {
            TENTHS[i] = TENTHS[i - 1] * 10;
        }
    }

    /// The last number read.
    double value;
    /// Whether it has a fraction or a percent sign.
    boolean fractional;
    boolean separated;
    boolean percent;
    /// Digits behind the point.
    int decimals;

    /// Whether a text is a quantity. Digits with a leading zero and long numbers are none.
    boolean read(char[] text, int from, int end) {
        int to = end;
        percent = to - from > 1 && text[to - 1] == '%';
        if (percent) {
            to--;
        }
        int i = from;
        boolean negative = text[i] == '-';
        if (negative || text[i] == '+') {
            i++;
        }
        int firstDigit = i;
        long mantissa = 0;
        int digits = 0;
        int sinceComma = -1;
        for (; i < to; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                if (++digits > MOST_DIGITS || sinceComma == 3) {
                    return false;
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
        }
        separated = sinceComma >= 0;
        if ((separated && sinceComma != 3) || (digits > 1 && text[firstDigit] == '0')) {
            return false;
        }
        decimals = 0;
        fractional = percent;
        if (i < to) {
            return text[i] == '.' && i + 1 < to && fraction(text, i + 1, to, mantissa, digits, negative);
        }
        value = negative ? -mantissa : mantissa;
        return digits > 0;
    }

    private boolean fraction(char[] text, int from, int to, long whole, int wholeDigits, boolean negative) {
        long mantissa = whole;
        int kept = 0;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c < '0' || c > '9') {
                return exponent(text, i, to, mantissa, kept, negative) && i > from;
            }
            if (wholeDigits + kept < 18) {
                mantissa = mantissa * 10 + (c - '0');
                kept++;
            }
        }
        decimals = kept;
        fractional = true;
        double magnitude = mantissa / TENTHS[kept];
        value = negative ? -magnitude : magnitude;
        return true;
    }

    /// `1.5E-3`, as programs write small and large numbers.
    private boolean exponent(char[] text, int at, int to, long mantissa, int kept, boolean negative) {
        if ((text[at] | 0x20) != 'e' || to - at < 2 || to - at > 4 || percent) {
            return false;
        }
        int i = at + 1;
        boolean down = text[i] == '-';
        if (down || text[i] == '+') {
            i++;
        }
        int power = 0;
        if (i == to) {
            return false;
        }
        for (; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
            power = power * 10 + (text[i] - '0');
        }
        double magnitude = mantissa / TENTHS[kept];
        magnitude = down ? magnitude / StrictMath.pow(10, power) : magnitude * StrictMath.pow(10, power);
        decimals = kept;
        fractional = true;
        value = negative ? -magnitude : magnitude;
        return true;
    }
}
