package tw.touchstone.inspection.table;

/// Numbers that carry a check digit.
final class Identifiers {

    /// The number each letter stands for, A to Z (內政部, 國民身分證統一編號編號規則).
    private static final int[] LETTERS = {
        10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33
    };

    /// Weights of a uniform business number (財政部, 營利事業統一編號檢查碼邏輯).
    private static final int[] BUSINESS = {1, 2, 1, 2, 1, 2, 4, 1};

    private Identifiers() {}

    /// Whether ten characters are a national identity number: a letter, 1 or 2, and a right check digit.
    static boolean isNationalId(char[] text, int from, int to) {
        return to - from == 10
                && isLetter(text[from])
                && (text[from + 1] == '1' || text[from + 1] == '2')
                && hasDigits(text, from + 2, to)
                && checks(text, from, text[from + 1] - '0');
    }

    /// Whether ten characters are the number of a resident certificate: in the form of 2021 a letter and 8 or 9 (7 for
    /// people without household registration), before that two letters of which the second is A to D.
    static boolean isResidentId(char[] text, int from, int to) {
        if (to - from != 10 || !isLetter(text[from]) || !hasDigits(text, from + 2, to)) {
            return false;
        }
        char second = text[from + 1];
        if (second >= '7' && second <= '9') {
            return checks(text, from, second - '0');
        }
        return second >= 'A' && second <= 'D' && checks(text, from, LETTERS[second - 'A'] % 10);
    }

    private static boolean checks(char[] text, int from, int second) {
        int letter = LETTERS[text[from] - 'A'];
        int sum = letter / 10 + letter % 10 * 9 + second * 8;
        for (int i = 2; i < 9; i++) {
            sum += (text[from + i] - '0') * (9 - i);
        }
        return (sum + (text[from + 9] - '0')) % 10 == 0;
    }

    /// Whether eight digits are a uniform business number. Since April 2023 the sum need only be divisible by five;
    /// where the seventh digit is 7 its product 28 counts as 10, and so as 1 or 0.
    static boolean isBusinessNumber(char[] text, int from, int to) {
        if (to - from != 8) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            int product = (text[from + i] - '0') * BUSINESS[i];
            sum += product / 10 + product % 10;
        }
        // 28 gives 2 + 8 = 10, so 1 or 0 instead of ten.
        return sum % 5 == 0 || (text[from + 6] == '7' && (sum - 9) % 5 == 0);
    }

    /// Whether 14 to 16 digits are a payment card number: Luhn's check digit and the first digits of an issuer.
    static boolean isCardNumber(char[] text, int from, int to) {
        int length = to - from;
        if (length < 14 || length > 16 || !isIssuer(text, from, length)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int digit = text[to - 1 - i] - '0';
            int counted = (i & 1) == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    /// ISO/IEC 7812 ranges of Visa, Mastercard, American Express, Diners, JCB and UnionPay.
    private static boolean isIssuer(char[] text, int from, int length) {
        int two = (text[from] - '0') * 10 + (text[from + 1] - '0');
        int four = two * 100 + (text[from + 2] - '0') * 10 + (text[from + 3] - '0');
        return switch (length) {
            case 16 ->
                text[from] == '4'
                        || (two >= 51 && two <= 55)
                        || (four >= 2221 && four <= 2720)
                        || (four >= 3528 && four <= 3589)
                        || two == 62;
            case 15 -> two == 34 || two == 37;
            default -> two == 36 || two == 38 || four / 10 == 300 || four / 10 == 305;
        };
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean hasDigits(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        return true;
    }
}
