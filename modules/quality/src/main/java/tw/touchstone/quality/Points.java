package tw.touchstone.quality;

import java.math.BigDecimal;

/// An amount of points, exact to a ten-thousandth. In JSON it is a number of points: `83.25`.
///
/// @param tenThousandths of a point, never negative
public record Points(long tenThousandths) implements Comparable<Points> {

    public static final Points ZERO = new Points(0);

    private static final long SCALE = 10_000;

    /// @throws IllegalArgumentException if it is negative
    public Points {
        if (tenThousandths < 0) {
            throw new IllegalArgumentException("negative points");
        }
    }

    /// Whole points.
    public static Points of(int points) {
        return new Points(points * SCALE);
    }

    /// A share of whole points.
    public static Points of(int points, Share share) {
        return new Points((long) points * share.tenThousandths());
    }

    public Points plus(Points other) {
        return new Points(tenThousandths + other.tenThousandths);
    }

    /// What is left; nothing where `other` is more.
    public Points minus(Points other) {
        return new Points(Math.max(0, tenThousandths - other.tenThousandths));
    }

    /// What this is of `whole` on a scale of so many points, rounded down; nothing of nothing.
    Points onScale(Points whole, int scale) {
        return whole.tenThousandths == 0
                ? ZERO
                : new Points(Math.multiplyExact(tenThousandths, scale * SCALE) / whole.tenThousandths);
    }

    /// As people write it, for example `83.25`.
    public BigDecimal decimal() {
        var exact = BigDecimal.valueOf(tenThousandths, 4).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(tenThousandths, other.tenThousandths);
    }

    @Override
    public String toString() {
        return decimal().toPlainString();
    }
}
