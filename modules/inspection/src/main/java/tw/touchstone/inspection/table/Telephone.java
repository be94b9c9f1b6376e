package tw.touchstone.inspection.table;

/// Telephone numbers of Taiwan (通傳會, 電信號碼計畫), however they are divided by signs, blanks and brackets.
final class Telephone {

    static final int NONE = 0;
    static final int MOBILE = 1;
    static final int LANDLINE = 2;
    /// Nine digits that are a mobile number without its zero, or seven or eight without an area code.
    static final int PERHAPS_MOBILE = 3;

    private static final int MOST = 16;

    private final char[] digits = new char[MOST];

    /// What kind of number a whole value is.
    int of(char[] text, int from, int to) {
        int count = 0;
        boolean divided = false;
        int end = extension(text, from, to);
        int i = from;
        boolean international = text[from] == '+' || (text[from] == '(' && from + 1 < to && text[from + 1] == '+');
        for (; i < end; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                if (count == MOST) {
                    return NONE;
                }
                digits[count++] = c;
            } else if (c == '-' || c == ' ' || c == '(' || c == ')' || c == '（' || c == '）' || c == '－') {
                divided = true;
            } else if (!(c == '+' && i - from <= 1)) {
                return NONE;
            }
        }
        if (international) {
            if (count < 11 || digits[0] != '8' || digits[1] != '8' || digits[2] != '6') {
                return NONE;
            }
            return digits[3] == '9' && count == 12 ? MOBILE : digits[3] == '0' || count > 12 ? NONE : LANDLINE;
        }
        if (count == 9 && digits[0] == '9' && !divided) {
            return PERHAPS_MOBILE;
        }
        if (count < 9 || digits[0] != '0') {
            return NONE;
        }
        if (digits[1] == '9') {
            return count == 10 ? MOBILE : NONE;
        }
        boolean freephone = digits[1] == '8' && digits[2] == '0' && digits[3] == '0';
        boolean area = digits[1] >= '2' && digits[1] <= '8';
        return (area && (count == 9 || count == 10)) || (freephone && count == 10) ? LANDLINE : NONE;
    }

    /// Where an extension begins, as in `(02)23456789#12` or `轉371`.
    private static int extension(char[] text, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            char c = text[i];
            if (c == '#' || c == '轉' || c == '分' || c == '＃' || c == '~' || c == '、' || c == ',' || c == ';') {
                return i;
            }
        }
        return to;
    }
}
