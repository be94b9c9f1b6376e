package tw.touchstone.fetch;

import java.time.Duration;

/// How long one fetch may take and how much it may bring.
///
/// @param connect   to reach a host, name resolution excluded
/// @param idle      between two pieces of an answer
/// @param total     from the first request to the last byte, redirects included
/// @param bytes     of the body as stored, after decompression
/// @param redirects followed at most
public record FetchLimits(Duration connect, Duration idle, Duration total, long bytes, int redirects) {

    /// Connect 10 s, idle 30 s, an hour in all, 2 GiB, five redirects.
    public static final FetchLimits STANDARD =
            new FetchLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofHours(1), 2L << 30, 5);

    /// These limits with another cap on the body.
    public FetchLimits withBytes(long cap) {
        return new FetchLimits(connect, idle, total, cap, redirects);
    }

    /// These limits with another cap on the whole fetch.
    public FetchLimits withTotal(Duration cap) {
        return new FetchLimits(connect, idle, cap, bytes, redirects);
    }

    /// These limits with another cap on silence.
    public FetchLimits withIdle(Duration cap) {
        return new FetchLimits(connect, cap, total, bytes, redirects);
    }
}
