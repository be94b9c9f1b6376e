package tw.touchstone.quality;

import java.util.List;
import java.util.Optional;

/// The outcome of one metric on a dataset or distribution. (`dqv:QualityMeasurement`)
public record Measurement(Metric metric, Outcome outcome) {

    static Optional<Outcome> find(List<DimensionScore> dimensions, Metric metric) {
        return dimensions.stream()
                .flatMap(dimension -> dimension.measurements().stream())
                .filter(measurement -> measurement.metric() == metric)
                .map(Measurement::outcome)
                .findFirst();
    }
}
