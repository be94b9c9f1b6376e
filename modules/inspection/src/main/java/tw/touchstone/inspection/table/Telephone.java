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
        int areaDigits = 0;
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
            } else if (isDivider(c)) {
                if (isLine(count, areaDigits) && isExtension(text, i, end)) {
                    return LANDLINE;
                }
                areaDigits = count > 0 && areaDigits == 0 ? count : areaDigits;
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

    private static boolean isDivider(char c) {
        return switch (c) {
            case '-', ' ', '(', ')', '（', '）', '－', '–', '—', '\u3000' -> true;
            default -> false;
        };
    }

    /// Whether the digits so far are a whole number with an area code that stands apart from the rest: the length of what
    /// follows depends on the code, and no number begins with 0 or 1.
    private boolean isLine(int count, int areaDigits) {
        if (areaDigits < 2 || areaDigits > 4 || count <= areaDigits || digits[0] != '0' || digits[areaDigits] < '2') {
            return false;
        }
        boolean nine = count == 9;
        boolean ten = count == 10;
        return switch (areaDigits) {
            case 2 -> switch (digits[1]) {
                case '2' -> ten;
                case '4' -> nine || ten;
                case '3', '5', '6', '7', '8' -> nine;
                default -> false;
            };
            case 3 -> (nine && (isCode("037") || isCode("082") || isCode("089"))) || (ten && isCode("049"));
            default -> nine && (isCode("0826") || isCode("0836"));
        };
    }

    private boolean isCode(String code) {
        for (int i = 0; i < code.length(); i++) {
            if (digits[i] != code.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether one to five digits, apart by a hyphen, are all that follows: `02-25505220-2122`.
    private static boolean isExtension(char[] text, int from, int to) {
        int i = from;
        boolean hyphen = false;
        while (i < to && isDivider(text[i])) {
            hyphen |= text[i] == '-' || text[i] == '－' || text[i] == '–' || text[i] == '—';
            i++;
        }
        int first = i;
        while (i < to && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        return hyphen && i == to && i > first && i - first <= 5;
    }

    /// Where an extension begins, as in `(02)23456789#12` or `轉371`.
    private static int extension(char[] text, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            char c = text[i];
            if (c == '#' || c == '轉' || c == '分' || c == '＃' || c == '~' || c == '、' || c == ',' || c == ';'
                    || ((c | 0x20) == 'e' && i + 2 < to && (text[i + 1] | 0x20) == 'x' && (text[i + 2] | 0x20) == 't')) {
                return i;
            }
        }
        return to;
    }
}
