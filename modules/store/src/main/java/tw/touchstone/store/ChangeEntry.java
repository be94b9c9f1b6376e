package tw.touchstone.store;

import java.time.Instant;

/// One line of the change log.
///
/// @param number  from 1, growing by 1
/// @param at      when it was committed, in milliseconds; of a withdrawal, when it was declared
/// @param subject the identifier of the dataset, or of the agency where the kind is [Kind#AGENCY]
public record ChangeEntry(long number, Instant at, Kind kind, String subject) {

    /// What happened.
    public enum Kind {
        REGISTERED,
        REVISED,
        WITHDRAWN,
        AGENCY,
        QUALITY
    }
}
