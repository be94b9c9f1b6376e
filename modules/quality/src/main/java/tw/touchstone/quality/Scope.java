package tw.touchstone.quality;

/// What a metric is asked of.
public enum Scope {
    /// Once, of the dataset as a whole.
    DATASET,
    /// Of every distribution.
    DISTRIBUTION
}
