package tw.touchstone.quality;

import tw.touchstone.model.DistributionId;

/// A rule that broke while it judged a distribution: our fault, not the data's.
///
/// @param message the kind of failure and its text, in English
public record RuleFault(DistributionId distribution, Metric metric, String message) {}
