package tw.touchstone.model;

import java.math.BigDecimal;

/// One form for equal decimals.
final class Decimals {

    private Decimals() {}

    /// The number without trailing zeros and never in powers of ten.
    static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
