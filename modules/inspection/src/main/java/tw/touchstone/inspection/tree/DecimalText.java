package tw.touchstone.inspection.tree;

import java.math.BigDecimal;

/// A number's text without exponent, as a table would have it.
public final class DecimalText {

    /// A plain text longer than this says less than the exponent.
    private static final int LONGEST = 40;

    private DecimalText() {}

    /// `1.5E3` as `1500`; texts without exponent, and those of extreme numbers, as they are.
    public static String of(String number) {
        if (number.length() > 100 || (number.indexOf('E') < 0 && number.indexOf('e') < 0)) {
            return number;
        }
        try {
            var decimal = new BigDecimal(number);
            return Math.abs((long) decimal.scale()) + decimal.precision() > LONGEST ? number : decimal.toPlainString();
        } catch (NumberFormatException e) {
            return number;
        }
    }
}
