package tw.touchstone.store;

import java.time.Instant;

/// Where a dataset stands in its life.
public sealed interface DatasetState {

    /// It can be had.
    ///
    /// @param number of its last change, for `ETag` and `If-Match`
    record Published(long number) implements DatasetState {}

    /// It was taken out; this is its tombstone.
    record Withdrawn(long number, Instant at, String reason) implements DatasetState {}

    /// It was never there.
    record Absent() implements DatasetState {}
}
