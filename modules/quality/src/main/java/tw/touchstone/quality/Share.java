package tw.touchstone.quality;

import java.math.BigInteger;

/// How much of a metric was earned, in ten-thousandths, so that sums are exact.
///
/// @param tenThousandths from 0 to 10,000
public record Share(int tenThousandths) {

    /// Nothing.
    public static final Share NONE = new Share(0);

    /// One half.
    public static final Share HALF = new Share(5_000);

    /// All of it.
    public static final Share WHOLE = new Share(10_000);

    /// @throws IllegalArgumentException if it is less than nothing or more than all
    public Share {
        if (tenThousandths < 0 || tenThousandths > 10_000) {
            throw new IllegalArgumentException("a share is 0 to 10,000 ten-thousandths, not " + tenThousandths);
        }
    }

    /// `part` of `whole`, rounded down: only a whole is [#WHOLE].
    ///
    /// @throws IllegalArgumentException if there is no whole, or less or more of it than all
    public static Share of(long part, long whole) {
        if (whole <= 0 || part < 0 || part > whole) {
            throw new IllegalArgumentException("no share: " + part + " of " + whole);
        }
        return new Share(BigInteger.valueOf(part)
                .multiply(BigInteger.valueOf(WHOLE.tenThousandths))
                .divide(BigInteger.valueOf(whole))
                .intValueExact());
    }
}
