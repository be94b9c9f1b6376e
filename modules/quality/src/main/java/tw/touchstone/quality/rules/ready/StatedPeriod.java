package tw.touchstone.quality.rules.ready;

import java.time.Instant;
import java.util.Optional;
import tw.touchstone.model.Period;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.TimeBound;
import tw.touchstone.quality.TimeSpan;
import tw.touchstone.quality.rules.reading.Words;

/// The period a dataset states, and how it stands to the present.
record StatedPeriod(Optional<Period> period, Instant asOf) implements TimeBound {

    /// How far ahead plans and timetables may reach.
    static final int AHEAD_DAYS = 366;

    static Optional<StatedPeriod> of(DatasetQuestion question) {
        return Optional.of(new StatedPeriod(question.dataset().temporal(), question.asOf()));
    }

    /// The day from which the end of the period is no longer too far ahead.
    private Optional<Instant> near() {
        return period.flatMap(each -> each.end().or(each::start))
                .map(last -> Words.begin(last.minusDays(AHEAD_DAYS)));
    }

    boolean isTooFarAhead() {
        return near().filter(asOf::isBefore).isPresent();
    }

    @Override
    public TimeSpan span() {
        return new TimeSpan(near().filter(near -> !near.isAfter(asOf)), near().filter(asOf::isBefore));
    }
}
