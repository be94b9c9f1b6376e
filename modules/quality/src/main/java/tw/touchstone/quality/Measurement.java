package tw.touchstone.quality;

/// The outcome of one metric on one distribution. (`dqv:QualityMeasurement`)
public record Measurement(Metric metric, Outcome outcome) {}
