package tw.touchstone.catalog.following;

import java.time.Instant;

/// A change that one follower could not take in, while those behind it went on.
///
/// @param follower which one
/// @param subject  identifier of the dataset or agency, which this follower shows in an older state
/// @param number   of the change in the log
/// @param reason   what went wrong, for the operator
public record ParkedChange(String follower, String subject, long number, String reason, Instant at) {}
