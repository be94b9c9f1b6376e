package tw.touchstone.quality;

import tw.touchstone.model.DistributionId;

/// A metric that a distribution does not hold.
public record Gap(DistributionId distribution, Metric metric) {}
