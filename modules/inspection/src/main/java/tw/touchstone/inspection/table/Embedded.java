package tw.touchstone.inspection.table;

/// Personal data inside longer texts, such as remarks.
final class Embedded {

    private Embedded() {}

    /// Whether an e-mail address stands in the text: characters, `@`, and a name with a dot.
    static boolean hasEmail(char[] text, int from, int to) {
        for (int i = from + 1; i < to - 3; i++) {
            if (text[i] != '@' || !isName(text[i - 1]) || !isName(text[i + 1])) {
                continue;
            }
            for (int k = i + 2; k < to - 1 && (isName(text[k]) || text[k] == '.'); k++) {
                if (text[k] == '.' && isName(text[k + 1])) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    /// Whether a mobile number stands in the text: 09, and behind it eight digits, perhaps divided.
    static boolean hasMobile(char[] text, int from, int to) {
        for (int i = from; i <= to - 10; i++) {
            if (text[i] == '0' && text[i + 1] == '9' && (i == from || !isDigit(text[i - 1]))) {
                int digits = 2;
                int k = i + 2;
                while (k < to && digits < 11 && (isDigit(text[k]) || ((text[k] == '-' || text[k] == ' ') && isDigit(text[k - 1])))) {
                    digits += isDigit(text[k]) ? 1 : 0;
                    k++;
                }
                if (digits == 10) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Bits of [FormSet] for the identity numbers in the text.
    static long identity(char[] text, int from, int to) {
        long forms = 0;
        for (int i = from; i <= to - 10; i++) {
            char c = text[i];
            boolean begins = c >= 'A' && c <= 'Z' && (i == from || !isName(text[i - 1]));
            if (begins && isDigit(text[i + 9]) && (i + 10 == to || !isName(text[i + 10]))) {
                forms |= identityAt(text, i);
            }
        }
        return forms;
    }

    /// The identity number that ten characters are, or that they only look like one.
    static long identityAt(char[] text, int at) {
        if (Identifiers.isNationalId(text, at, at + 10)) {
            return FormSet.NATIONAL_ID;
        }
        if (Identifiers.isResidentId(text, at, at + 10)) {
            return FormSet.RESIDENT_ID;
        }
        for (int i = at + 2; i < at + 10; i++) {
            if (!isDigit(text[i])) {
                return 0;
            }
        }
        return FormSet.UNLIKE_ID;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
