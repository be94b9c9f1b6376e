package tw.touchstone.quality;

import java.util.List;
import java.util.Optional;

/// All measurements of one dimension, in the order they were made.
///
/// @param points their total; for a dataset that of the distribution that stands for all is added. Empty in policies
///               that give no points
public record DimensionScore(Dimension dimension, Optional<PointTotal> points, List<Measurement> measurements) {

    public DimensionScore {
        measurements = List.copyOf(measurements);
    }
}
