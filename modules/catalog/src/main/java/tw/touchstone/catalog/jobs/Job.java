package tw.touchstone.catalog.jobs;

/// One piece of queued work.
///
/// @param kind     what to do, for example `inspect`
/// @param subject  what to do it to, for example a distribution identifier
/// @param attempts how often it was begun, this time included
public record Job(long id, String kind, String subject, int attempts) {}
