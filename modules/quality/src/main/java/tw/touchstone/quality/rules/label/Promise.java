package tw.touchstone.quality.rules.label;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tw.touchstone.model.Frequency;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.Threshold;
import tw.touchstone.quality.TimeBound;
import tw.touchstone.quality.TimeSpan;

/// How often a publisher promises new data, and when data came.
///
/// @param frequency the promise; empty where it is unknown
/// @param changes   when the data changed, as declared and as observed, in any order
/// @param intervals how many intervals may pass after a change
/// @param asOf      the instant asked about; changes dated later have not happened
record Promise(Optional<Frequency> frequency, List<Instant> changes, BigDecimal intervals, Instant asOf)
        implements TimeBound {

    static Promise of(Question question) {
        var changes = Stream.of(
                        question.dataset().modified(),
                        question.distribution().modified(),
                        question.facts().changed())
                .flatMap(Optional::stream)
                .toList();
        return new Promise(
                question.dataset().frequency(),
                changes,
                question.policy().threshold(Threshold.TIMELY_INTERVALS),
                question.asOf());
    }

    /// The last change that has happened.
    Optional<Instant> lastChange() {
        return changes.stream().filter(change -> !change.isAfter(asOf)).max(Instant::compareTo);
    }

    /// The instant from which the data is overdue; empty where nothing is promised or nothing has come.
    Optional<Instant> due() {
        if (frequency.isEmpty() || !(frequency.get() instanceof Frequency.Every every)) {
            return Optional.empty();
        }
        var grace = Duration.ofSeconds(intervals
                .multiply(BigDecimal.valueOf(every.interval().toSeconds()))
                .longValue());
        return lastChange().map(change -> change.plus(grace));
    }

    /// The instant at which the promised interval has passed since the last change; there is grace until [#due()].
    Optional<Instant> expected() {
        return frequency
                .filter(Frequency.Every.class::isInstance)
                .flatMap(every -> lastChange().map(change -> change.plus(((Frequency.Every) every).interval())));
    }

    @Override
    public TimeSpan span() {
        if (frequency.isEmpty() || !(frequency.get() instanceof Frequency.Every)) {
            return TimeSpan.UNBOUNDED;
        }
        var nextChange = changes.stream().filter(change -> change.isAfter(asOf)).min(Instant::compareTo);
        var since = due().filter(due -> !due.isAfter(asOf));
        var until = Stream.concat(nextChange.stream(), due().filter(due -> due.isAfter(asOf)).stream())
                .min(Instant::compareTo);
        return new TimeSpan(since, until);
    }
}
