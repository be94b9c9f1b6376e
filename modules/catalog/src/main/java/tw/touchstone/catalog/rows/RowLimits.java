package tw.touchstone.catalog.rows;

import java.time.Duration;

/// What one question to rows may cost. One that would cost more is refused as a whole; nothing is cut off silently.
///
/// @param time     from its begin to its last row
/// @param memory   of the engine for one table, in bytes
/// @param answer   written out, in bytes
/// @param atOnce   questions that run at once
/// @param patience how long one waits for its turn
/// @param open     tables that stay open between questions
public record RowLimits(Duration time, long memory, long answer, int atOnce, Duration patience, int open) {

    /// For two cores and a heap of one gigabyte, beside which this memory lies.
    public static final RowLimits STANDARD =
            new RowLimits(Duration.ofSeconds(10), 384_000_000, 512L << 20, 2, Duration.ofSeconds(3), 8);
}
