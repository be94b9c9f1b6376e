package tw.touchstone.quality;

import java.util.Optional;
import tw.touchstone.model.DistributionId;

/// A metric that is not held.
///
/// @param distribution that does not hold it; empty where the dataset as a whole does not
/// @param gain         the points it would bring, in policies that give points
public record Gap(Optional<DistributionId> distribution, Metric metric, Optional<Points> gain) {

    /// A metric that a distribution does not hold.
    public Gap(DistributionId distribution, Metric metric) {
        this(Optional.of(distribution), metric, Optional.empty());
    }

    /// A metric that the dataset does not hold.
    public Gap(Metric metric) {
        this(Optional.empty(), metric, Optional.empty());
    }
}
