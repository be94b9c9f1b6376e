package tw.touchstone.bench.scenario;

import java.time.Duration;
import java.util.Arrays;

/// How long each of many requests took, and all of them together.
final class Timings {

    private final long[] sorted;
    private final Duration took;
    private final long bytes;

    /// @param nanos of each request, in any order; at least one
    /// @param took  from the first request to the last answer
    /// @param bytes of all answers
    Timings(long[] nanos, Duration took, long bytes) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        this.sorted = nanos.clone();
        Arrays.sort(sorted);
        this.took = took;
        this.bytes = bytes;
    }

    int count() {
        return sorted.length;
    }

    /// The time within which this share of the requests was answered, in milliseconds (nearest rank).
    double millis(double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(1, rank) - 1] / 1e6;
    }

    double median() {
        return millis(0.5);
    }

    double p99() {
        return millis(0.99);
    }

    double perSecond() {
        return sorted.length / (took.toNanos() / 1e9);
    }

    double bytesPerSecond() {
        return bytes / (took.toNanos() / 1e9);
    }
}
