package tw.touchstone.quality.rules.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.Frequency;
import tw.touchstone.quality.DistributionFacts;
import tw.touchstone.quality.Fixtures;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Subject;
import tw.touchstone.quality.TimeSpan;

class TimelyRuleTest {

    private static final Instant CHANGE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant DUE = CHANGE.plus(Duration.ofMinutes(15));

    private final TimelyRule rule = new TimelyRule();

    @Test
    void passesBeforeTheDueInstantAndFailsFromItOn() {
        assertThat(rule.evaluate(everyTenMinutes(DUE.minusNanos(1)))).isInstanceOf(Outcome.Passed.class);
        assertThat(rule.evaluate(everyTenMinutes(DUE))).isInstanceOf(Outcome.Failed.class);
        assertThat(everyTenMinutes(DUE.minusNanos(1)).span())
                .isEqualTo(new TimeSpan(Optional.empty(), Optional.of(DUE)));
        assertThat(everyTenMinutes(DUE).span()).isEqualTo(new TimeSpan(Optional.of(DUE), Optional.empty()));
    }

    @Test
    void theEvidenceDoesNotAgeWithTheClock() {
        assertThat(rule.evaluate(everyTenMinutes(CHANGE))).isEqualTo(rule.evaluate(everyTenMinutes(DUE.minusNanos(1))));
        assertThat(rule.evaluate(everyTenMinutes(DUE)))
                .isEqualTo(rule.evaluate(everyTenMinutes(DUE.plus(700, ChronoUnit.DAYS))));
    }

    @Test
    void theLatestChangeThatHasHappenedCounts() {
        var early = CHANGE.minus(9, ChronoUnit.DAYS);
        var late = DUE.plus(1, ChronoUnit.HOURS);
        assertThat(promise(new Frequency.Every(10, ChronoUnit.MINUTES), DUE.minusNanos(1), early, CHANGE, late).due())
                .contains(DUE);
        assertThat(promise(new Frequency.Every(10, ChronoUnit.MINUTES), DUE, early, CHANGE, late).span())
                .isEqualTo(new TimeSpan(Optional.of(DUE), Optional.of(late)));
    }

    @Test
    void asksNothingWithoutAPromise() {
        assertThat(rule.evaluate(promise(new Frequency.Irregular(), DUE))).isInstanceOf(Outcome.NotApplicable.class);
        assertThat(rule.evaluate(promise(new Frequency.Never(), DUE))).isInstanceOf(Outcome.NotApplicable.class);
        assertThat(rule.evaluate(new Promise(Optional.empty(), List.of(), new BigDecimal("1.5"), DUE)))
                .isInstanceOf(Outcome.NotApplicable.class);
    }

    @Test
    void withoutAnyChangeNothingIsMeasured() {
        assertThat(rule.evaluate(promise(new Frequency.Every(1, ChronoUnit.DAYS), DUE)))
                .isInstanceOf(Outcome.NotMeasured.class);
    }

    @Test
    void anObservedChangeCountsLikeADeclaredOne() {
        var declared = Fixtures.perfect();
        var id = Fixtures.distribution(1).id();
        var known = declared.factsOf(id);
        var seen = Fixtures.NOW.minusSeconds(60);
        var observed = new Subject(
                declared.dataset(),
                Map.of(id, new DistributionFacts(known.bytes(), known.link(), Optional.of(seen))));
        assertThat(Promise.of(Fixtures.question(declared)).lastChange())
                .isEqualTo(declared.dataset().modified());
        assertThat(Promise.of(Fixtures.question(observed)).lastChange()).contains(seen);
    }

    private static Promise everyTenMinutes(Instant asOf) {
        return promise(new Frequency.Every(10, ChronoUnit.MINUTES), asOf, CHANGE);
    }

    private static Promise promise(Frequency frequency, Instant asOf, Instant... changes) {
        return new Promise(Optional.of(frequency), List.of(changes), new BigDecimal("1.5"), asOf);
    }
}
