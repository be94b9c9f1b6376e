package tw.touchstone.quality;

import java.time.Instant;
import java.util.Optional;

/// One comment of the public on a dataset.
///
/// @param at       when it came
/// @param answered when the agency answered; empty where it did not yet
public record Comment(Instant at, Optional<Instant> answered) {}
