package tw.touchstone.quality.rules.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.quality.rules.ready.ReadyDataset.NOW;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Points;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.quality.rules.Rules;

/// What each indicator passes and fails, on both sides of its thresholds: one dataset that passes all, changed in one place.
class ReadyRulesTest {

    private static final ReadyDataset PERFECT = ReadyDataset.perfect();

    private static final Policy POLICY = policy();

    /// One change, one indicator, and what it says then: `PASS`, `NA`, a cause, or the ten-thousandths a failure earns.
    record Case(String what, ReadyDataset changed, int indicator, String expected) {
        @Override
        public String toString() {
            return "AIR-%02d %s".formatted(indicator, what);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void says(Case each) {
        var card = Rules.scorer(ReadyDataset.REFERENCE).evaluate(POLICY, each.changed().subject(), NOW);

        assertThat(card.errors()).isEmpty();
        assertThat(told(outcome(card, each.indicator()))).isEqualTo(each.expected());
    }

    @Test
    void everyIndicatorPassesOnThePerfectDatasetAndHasACaseThatFails() {
        var card = Rules.scorer(ReadyDataset.REFERENCE).evaluate(POLICY, PERFECT.subject(), NOW);

        for (int indicator = 1; indicator <= 39; indicator++) {
            assertThat(told(outcome(card, indicator))).as("AIR-%02d", indicator).isEqualTo("PASS");
        }
        assertThat(card.grade()).contains("a");
        assertThat(card.score()).contains(Points.of(100));
        assertThat(cases().filter(each -> each.expected().equals("0")).map(Case::indicator).collect(Collectors.toSet()))
                .hasSize(39);
    }

    /// Only failures tell how much is earned.
    private static String told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed _ -> "PASS";
            case Outcome.Failed failed -> "" + failed.earned().tenThousandths();
            case Outcome.NotApplicable _ -> "NA";
            case Outcome.NotMeasured measured -> measured.cause().name();
        };
    }

    static Outcome outcome(Scorecard card, int indicator) {
        var metric = Metric.ofId("air-%02d".formatted(indicator)).orElseThrow();
        return Stream.concat(card.dimensions().stream(), card.distributions().stream().flatMap(each -> each.dimensions().stream()))
                .flatMap(dimension -> dimension.measurements().stream())
                .filter(measured -> measured.metric() == metric)
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    static Policy policy() {
        try {
            return (Policy) Policy.read(Files.readString(Path.of("../../vocab/policies/ai-ready-1.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Case> cases() {
        return Stream.concat(StatementCases.all().stream(), FileCases.all().stream());
    }
}
