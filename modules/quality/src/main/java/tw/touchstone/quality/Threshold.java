package tw.touchstone.quality;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// A number above zero that a policy sets for some of its metrics.
public enum Threshold {
    /// How many update intervals may pass after a change before the data is overdue.
    TIMELY_INTERVALS("timely-intervals", "1000"),
    /// How many columns must be fields of a data standard.
    STANDARD_FIELDS_MINIMUM("standard-fields-minimum", "1000"),
    /// Which share of a column's values must look as the standard says.
    STANDARD_VALUES_SHARE("standard-values-share", "1"),
    /// Within how many working days a comment must be answered.
    REPLY_WORKING_DAYS("reply-working-days", "366");

    private final String id;
    private final BigDecimal most;

    Threshold(String id, String most) {
        this.id = id;
        this.most = new BigDecimal(most);
    }

    /// The permanent name in policy files.
    public String id() {
        return id;
    }

    /// The greatest value that makes sense.
    public BigDecimal most() {
        return most;
    }

    /// The metrics that read it.
    public Set<Metric> metrics() {
        return switch (this) {
            case TIMELY_INTERVALS -> EnumSet.of(Metric.TIMELY, Metric.TIMELY_OBSERVED);
            case STANDARD_FIELDS_MINIMUM -> EnumSet.of(Metric.STANDARD_FIELDS, Metric.STANDARD_VALUES);
            case STANDARD_VALUES_SHARE -> EnumSet.of(Metric.STANDARD_VALUES);
            case REPLY_WORKING_DAYS -> EnumSet.of(Metric.REPLY_TIME);
        };
    }

    /// Whether one of these metrics reads it.
    boolean isReadBy(Collection<Metric> wanted) {
        return wanted.stream().anyMatch(metrics()::contains);
    }

    /// The threshold with this [#id()].
    public static Optional<Threshold> ofId(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }
}
