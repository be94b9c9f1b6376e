package tw.touchstone.quality;

import java.util.List;
import java.util.Optional;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Label;

/// How one distribution fared.
///
/// @param label what the distribution would hold alone
public record DistributionScore(DistributionId distribution, Label label, List<DimensionScore> dimensions) {

    public DistributionScore {
        dimensions = List.copyOf(dimensions);
    }

    /// The outcome of a metric; empty where the policy does not measure it.
    public Optional<Outcome> outcome(Metric metric) {
        return dimensions.stream()
                .flatMap(dimension -> dimension.measurements().stream())
                .filter(measurement -> measurement.metric() == metric)
                .map(Measurement::outcome)
                .findFirst();
    }
}
