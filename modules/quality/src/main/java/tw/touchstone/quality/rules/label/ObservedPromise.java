package tw.touchstone.quality.rules.label;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tw.touchstone.model.Frequency;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.Threshold;
import tw.touchstone.quality.TimeBound;
import tw.touchstone.quality.TimeSpan;
import tw.touchstone.quality.WorkingDays;
import tw.touchstone.quality.rules.reading.Words;

/// How often a publisher promises new data, when new bytes were seen, and when offices work.
///
/// @param frequency the promise; empty where it is unknown
/// @param declared  dates of change as declared, in any order
/// @param observed  when new bytes were last seen; empty where the bytes are not watched
/// @param intervals how many intervals may pass after a change
/// @param asOf      the instant asked about; changes dated later have not happened
record ObservedPromise(
        Optional<Frequency> frequency,
        List<Instant> declared,
        Optional<Instant> observed,
        BigDecimal intervals,
        WorkingDays calendar,
        Instant asOf)
        implements TimeBound {

    /// How far a declared date may be ahead of the last bytes seen to change: the longest pause between two looks.
    static final Duration AHEAD = Duration.ofDays(14);

    static ObservedPromise of(Question question) {
        return new ObservedPromise(
                question.dataset().frequency(),
                Stream.of(question.dataset().modified(), question.distribution().modified())
                        .flatMap(Optional::stream)
                        .toList(),
                question.facts().changed(),
                question.policy().threshold(Threshold.TIMELY_INTERVALS),
                question.reference().calendar(),
                question.asOf());
    }

    Optional<Frequency.Every> every() {
        return frequency.filter(Frequency.Every.class::isInstance).map(Frequency.Every.class::cast);
    }

    /// The last change that has happened: as observed, and as declared no further ahead of it than [#AHEAD].
    Optional<Instant> lastChange() {
        var claimed = declared.stream().filter(change -> !change.isAfter(asOf)).max(Instant::compareTo);
        var seen = observed.filter(change -> !change.isAfter(asOf));
        if (seen.isEmpty()) {
            return claimed;
        }
        var latest = seen.get().plus(AHEAD);
        var believed = claimed.map(change -> change.isAfter(latest) ? latest : change);
        return Stream.concat(seen.stream(), believed.stream()).max(Instant::compareTo);
    }

    /// The instant from which the data is overdue; empty where nothing is promised or nothing has come.
    Optional<Instant> due() {
        return after(intervals);
    }

    /// The instant at which the promised interval has passed since the last change.
    Optional<Instant> expected() {
        return after(BigDecimal.ONE);
    }

    private Optional<Instant> after(BigDecimal count) {
        return every().flatMap(each -> lastChange().map(change -> {
            var grace = Duration.ofSeconds(count.multiply(
                            BigDecimal.valueOf(each.interval().toSeconds()))
                    .longValue());
            return Words.isShort(each) ? change.plus(grace) : onAWorkingDay(change.plus(grace));
        }));
    }

    /// The same time of the first working day from then on.
    private Instant onAWorkingDay(Instant instant) {
        var day = Words.day(instant);
        return instant.plus(ChronoUnit.DAYS.between(day, calendar.workedFrom(day)), ChronoUnit.DAYS);
    }

    @Override
    public TimeSpan span() {
        if (every().isEmpty()) {
            return TimeSpan.UNBOUNDED;
        }
        var coming = Stream.concat(declared.stream(), observed.stream()).filter(change -> change.isAfter(asOf));
        var due = due();
        return new TimeSpan(
                due.filter(each -> !each.isAfter(asOf)),
                Stream.concat(coming, due.filter(each -> each.isAfter(asOf)).stream())
                        .min(Instant::compareTo));
    }
}
