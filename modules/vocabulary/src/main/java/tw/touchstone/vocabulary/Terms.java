package tw.touchstone.vocabulary;

/// The namespaces of our own terms; the terms themselves are defined in `vocab/terms.ttl`.
public final class Terms {

    /// Our classes and properties, prefix `tst`.
    public static final String NS = "https://touchstone.tw/ns/terms#";

    /// Our metrics: this and the metric's id.
    public static final String METRIC = "https://touchstone.tw/ns/metric/";

    /// The shapes of the application profile: this and the constraint's id.
    public static final String SHAPE = "https://touchstone.tw/ns/shape/";

    /// Update intervals: this and the code of a frequency.
    public static final String FREQUENCY = "https://touchstone.tw/ns/frequency/";

    /// Fields of the national data standards: this and the field's id.
    public static final String STANDARD_FIELD = "https://touchstone.tw/ns/standard/field/";

    private Terms() {}
}
