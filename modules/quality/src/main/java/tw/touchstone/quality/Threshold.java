package tw.touchstone.quality;

import java.util.Arrays;
import java.util.Optional;

/// A number that a policy sets for one of its metrics.
public enum Threshold {
    /// How many update intervals may pass after a change before the data is overdue.
    TIMELY_INTERVALS("timely-intervals", Metric.TIMELY),
    /// How many columns must be fields of a data standard.
    STANDARD_FIELDS_MINIMUM("standard-fields-minimum", Metric.STANDARD_FIELDS);

    private final String id;
    private final Metric metric;

    Threshold(String id, Metric metric) {
        this.id = id;
        this.metric = metric;
    }

    /// The permanent name in policy files.
    public String id() {
        return id;
    }

    /// The metric that reads it.
    public Metric metric() {
        return metric;
    }

    /// The threshold with this [#id()].
    public static Optional<Threshold> ofId(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }
}
