package tw.touchstone.quality;

import java.util.List;
import java.util.Optional;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Label;

/// How one distribution fared.
///
/// @param counts     whether it has a say in the dataset's verdict; documentation beside the data may have none
/// @param label      what the distribution would hold alone, in policies that award labels
/// @param grade      what it would hold alone, in ladders of grades
/// @param points     of the metrics asked of distributions, in policies that give points
/// @param dimensions what was measured
public record DistributionScore(
        DistributionId distribution,
        boolean counts,
        Optional<Label> label,
        Optional<String> grade,
        Optional<PointTotal> points,
        List<DimensionScore> dimensions) {

    public DistributionScore {
        dimensions = List.copyOf(dimensions);
    }

    /// The outcome of a metric; empty where the policy does not measure it.
    public Optional<Outcome> outcome(Metric metric) {
        return Measurement.find(dimensions, metric);
    }
}
