package tw.touchstone.catalog.mending;

import java.util.Optional;

/// A fix that can be had, and what it would do.
///
/// @param forecast empty for a fix that writes a large file anew: that is foretold only when the fix is looked at
public record Offer(FixId id, Fix fix, Ground ground, Optional<Forecast> forecast) {}
