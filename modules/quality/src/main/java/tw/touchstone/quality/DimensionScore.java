package tw.touchstone.quality;

import java.util.List;

/// All measurements of one dimension on one distribution, in the order they were made.
public record DimensionScore(Dimension dimension, List<Measurement> measurements) {

    public DimensionScore {
        measurements = List.copyOf(measurements);
    }
}
