package tw.touchstone.catalog.publishing;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import tw.touchstone.model.DatasetId;

/// Makes identifiers for datasets registered here: they sort by time, and nobody guesses the next one.
///
/// `t`, nine characters of milliseconds and four of chance, in the digits and letters that are not mistaken for each
/// other (Crockford's base 32, lower case). Thread-safe.
final class NewIds {

    private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int TIME_DIGITS = 9;
    private static final int CHANCE_DIGITS = 4;
    private static final int BITS = 5;

    private final Clock clock;
    private final RandomGenerator random;

    NewIds(Clock clock) {
        this(clock, new SecureRandom());
    }

    NewIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    DatasetId next() {
        var id = new StringBuilder("t");
        append(id, clock.millis(), TIME_DIGITS);
        append(id, random.nextLong(), CHANCE_DIGITS);
        return new DatasetId(id.toString());
    }

    private static void append(StringBuilder id, long value, int digits) {
        for (int shift = (digits - 1) * BITS; shift >= 0; shift -= BITS) {
            id.append(DIGITS[(int) (value >>> shift) & (DIGITS.length - 1)]);
        }
    }
}
