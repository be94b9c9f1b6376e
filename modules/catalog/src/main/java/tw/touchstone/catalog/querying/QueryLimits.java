package tw.touchstone.catalog.querying;

import java.time.Duration;

/// What one query may cost. A query that would cost more is refused as a whole; nothing is cut off silently.
///
/// @param time      from its begin to its last row
/// @param rows      of a `SELECT`, or triples of a `CONSTRUCT` or `DESCRIBE`
/// @param answer    bytes of the answer, which is kept until it is whole
/// @param allocated bytes that the query may allocate in all, hence more than it can ever hold
/// @param atOnce    queries that run at the same time
/// @param patience      how long one more waits for its turn
public record QueryLimits(Duration time, long rows, int answer, long allocated, int atOnce, Duration patience) {

    /// Two at once, which together can never hold more than half of the heap.
    public static final QueryLimits STANDARD = new QueryLimits(
            Duration.ofSeconds(10), 100_000, 16 << 20, Runtime.getRuntime().maxMemory() / 4, 2, Duration.ofSeconds(2));
}
