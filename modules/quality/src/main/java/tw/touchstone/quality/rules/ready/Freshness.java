package tw.touchstone.quality.rules.ready;

import java.time.Instant;
import java.util.Optional;
import tw.touchstone.model.Frequency;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.TimeBound;
import tw.touchstone.quality.TimeSpan;

/// When bytes last changed, and how often they are promised to.
record Freshness(Optional<Frequency> frequency, Optional<Instant> changed, Instant asOf) implements TimeBound {

    static Optional<Freshness> of(Question question) {
        return Optional.of(new Freshness(question.dataset().frequency(), question.facts().changed(), question.asOf()));
    }

    /// From when the data is stale: one and a half intervals after the last change.
    Optional<Instant> stale() {
        return frequency
                .filter(Frequency.Every.class::isInstance)
                .map(each -> ((Frequency.Every) each).interval())
                .flatMap(interval -> changed.map(at -> at.plus(interval.multipliedBy(3).dividedBy(2))));
    }

    @Override
    public TimeSpan span() {
        return new TimeSpan(stale().filter(at -> !at.isAfter(asOf)), stale().filter(asOf::isBefore));
    }
}
