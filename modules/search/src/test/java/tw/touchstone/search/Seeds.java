package tw.touchstone.search;

import java.util.Random;

/// Randomness that is the same in every run unless `-Dtouchstone.seed=N` gives another; each test prints its seed.
final class Seeds {

    private Seeds() {}

    static Random random(Object test) {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        System.out.println(test.getClass().getSimpleName() + " seed " + seed);
        return new Random(seed);
    }
}
