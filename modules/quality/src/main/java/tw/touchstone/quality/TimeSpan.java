package tw.touchstone.quality;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// A span in which no outcome changes by the clock alone.
///
/// @param since the boundary at which the present outcome began, included; empty where no clock brought it about
/// @param until the next boundary, excluded; empty where none is to come
public record TimeSpan(Optional<Instant> since, Optional<Instant> until) {

    /// No clock changes this.
    public static final TimeSpan UNBOUNDED = new TimeSpan(Optional.empty(), Optional.empty());

    /// The span in which neither changes.
    TimeSpan and(TimeSpan other) {
        // Most answers hang on no clock, and this is asked after each.
        if (other.equals(UNBOUNDED)) {
            return this;
        }
        return new TimeSpan(
                Stream.concat(since.stream(), other.since.stream()).max(Instant::compareTo),
                Stream.concat(until.stream(), other.until.stream()).min(Instant::compareTo));
    }
}
