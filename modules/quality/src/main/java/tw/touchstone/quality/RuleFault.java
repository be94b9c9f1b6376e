package tw.touchstone.quality;

import java.util.Optional;
import tw.touchstone.model.DistributionId;

/// A rule that broke while it judged: our fault, not the data's.
///
/// @param distribution that was judged; empty where it was the dataset as a whole
/// @param metric       empty where it was a rule that looks for risks
/// @param message      the kind of failure and its text, in English
public record RuleFault(Optional<DistributionId> distribution, Optional<Metric> metric, String message) {}
