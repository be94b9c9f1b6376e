package tw.touchstone.inspection.fault;

/// Made-up numbers with right check digits, computed from the published rules and not by the code under test.
final class CheckDigits {

    private CheckDigits() {}

    /// 國民身分證統一編號: A stands for 10; weights 1, 9 for its digits, then 8 down to 1, 1; a multiple of ten.
    static String nationalId(int i) {
        return identity("A1" + "%07d".formatted(2_000_000 + i * 31), 1);
    }

    static String wrongNationalId(int i) {
        var right = nationalId(i);
        int last = right.charAt(9) - '0';
        return right.substring(0, 9) + (last + 1 + i % 8) % 10;
    }

    /// 新式統一證號: as above, with 8 or 9 in second place.
    static String residentId(int i) {
        return identity("A8" + "%07d".formatted(3_000_000 + i * 29), 8);
    }

    private static String identity(String nine, int second) {
        int sum = 1 + second * 8;
        for (int at = 2; at < 9; at++) {
            sum += (nine.charAt(at) - '0') * (9 - at);
        }
        return nine + (10 - sum % 10) % 10;
    }

    /// 統一編號: weights 1, 2, 1, 2, 1, 2, 4, 1; the digits of the products add up to a multiple of five.
    static String businessNumber(int i) {
        for (int candidate = 12_000_000 + i * 10; ; candidate++) {
            if (isBusinessNumber(candidate)) {
                return Integer.toString(candidate);
            }
        }
    }

    private static boolean isBusinessNumber(int number) {
        var digits = Integer.toString(number);
        int[] weights = {1, 2, 1, 2, 1, 2, 4, 1};
        int sum = 0;
        for (int at = 0; at < 8; at++) {
            int product = (digits.charAt(at) - '0') * weights[at];
            sum += product / 10 + product % 10;
        }
        return sum % 5 == 0;
    }

    /// Sixteen digits that begin with 4 and pass Luhn's check.
    static String card(int i) {
        var fifteen = "4539148803" + "%05d".formatted(i * 17);
        int sum = 0;
        for (int at = 0; at < 15; at++) {
            int digit = fifteen.charAt(14 - at) - '0';
            int weighed = at % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return fifteen + (10 - sum % 10) % 10;
    }
}
