package tw.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.quality.Fixtures.LABEL_113;
import static tw.touchstone.quality.Fixtures.LABEL_114;
import static tw.touchstone.quality.Fixtures.NOW;
import static tw.touchstone.quality.Fixtures.SCORER;
import static tw.touchstone.quality.Fixtures.answered;
import static tw.touchstone.quality.Fixtures.csv;
import static tw.touchstone.quality.Fixtures.dead;
import static tw.touchstone.quality.Fixtures.declared;
import static tw.touchstone.quality.Fixtures.distribution;
import static tw.touchstone.quality.Fixtures.facts;
import static tw.touchstone.quality.Fixtures.page;
import static tw.touchstone.quality.Fixtures.perfect;
import static tw.touchstone.quality.Fixtures.table;
import static tw.touchstone.quality.Fixtures.undecided;
import static tw.touchstone.quality.Fixtures.with;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Label;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Outcome.NotMeasured;
import tw.touchstone.quality.rules.Rules;

class ScorerTest {

    private static final DistributionId FIRST = new DistributionId(Fixtures.ID, 1);

    @Test
    void aDatasetWithoutFaultHoldsPlatinumUnderBothPolicies() {
        for (var policy : List.of(LABEL_113, LABEL_114)) {
            var card = SCORER.evaluate(policy, perfect(), NOW);
            assertThat(card.label()).contains(Label.PLATINUM);
            assertThat(card.nextStep()).isEmpty();
            assertThat(card.atMost()).isEmpty();
            assertThat(card.open()).isEmpty();
            assertThat(card.cause()).isEmpty();
        }
    }

    @Test
    void everyStepOfTheLadderIsReachedUnderLabel113() {
        assertThat(label(LABEL_113, perfect())).isEqualTo(Label.PLATINUM);
        assertThat(label(LABEL_113, withoutStandardField())).isEqualTo(Label.GOLD);
        assertThat(label(LABEL_113, transcoded())).isEqualTo(Label.SILVER);
        assertThat(label(LABEL_113, pdf())).isEqualTo(Label.BRONZE);
        assertThat(label(LABEL_113, with(perfect(), 1, facts(page(), answered())))).isEqualTo(Label.NONE_FAILED);
        assertThat(label(LABEL_113, with(perfect(), 1, facts(csv(), dead())))).isEqualTo(Label.NONE_FAILED);
        assertThat(label(LABEL_113, with(perfect(), 1, DistributionFacts.NONE))).isEqualTo(Label.NONE_UNCHECKED);
    }

    @Test
    void label114HasNoGoldAndAsksForNoStandardField() {
        assertThat(label(LABEL_114, withoutStandardField())).isEqualTo(Label.PLATINUM);
        assertThat(label(LABEL_114, transcoded())).isEqualTo(Label.SILVER);
        assertThat(label(LABEL_114, pdf())).isEqualTo(Label.BRONZE);
        assertThat(SCORER.evaluate(LABEL_114, transcoded(), NOW).nextStep().orElseThrow().award())
                .isEqualTo("platinum");
    }

    @Test
    void oneBadDistributionTakesTheLabelFromTheWholeDataset() {
        var subject = with(perfect(3), 2, facts(csv(), dead()));
        var card = SCORER.evaluate(LABEL_113, subject, NOW);
        assertThat(card.label()).contains(Label.NONE_FAILED);
        assertThat(card.distributions().stream().flatMap(each -> each.label().stream()))
                .containsExactly(Label.PLATINUM, Label.NONE_FAILED, Label.PLATINUM);
        assertThat(card.nextStep())
                .contains(new NextStep(
                        "bronze",
                        Optional.empty(),
                        List.of(
                                new Gap(new DistributionId(Fixtures.ID, 2), Metric.LINKABLE),
                                new Gap(new DistributionId(Fixtures.ID, 2), Metric.DOWNLOADABLE))));
    }

    @Test
    void aDatasetWithoutDistributionsHasNothingToCheck() {
        var card = SCORER.evaluate(LABEL_113, perfect(0), NOW);
        assertThat(card.label()).contains(Label.NONE_UNCHECKED);
        assertThat(card.cause()).contains(Cause.NOT_YET);
        assertThat(card.atMost()).isEmpty();
    }

    @Test
    void whatBuildsOnAFailedCheckIsNotMeasured() {
        var card = SCORER.evaluate(LABEL_113, with(perfect(), 1, facts(page(), answered())), NOW);
        var score = card.distribution(FIRST).orElseThrow();
        assertThat(score.outcome(Metric.LINKABLE)).containsInstanceOf(Outcome.Passed.class);
        assertThat(score.outcome(Metric.DOWNLOADABLE)).containsInstanceOf(Outcome.Failed.class);
        for (var metric : List.of(
                Metric.STRUCTURE,
                Metric.CSV,
                Metric.ENCODING_MATCH,
                Metric.DESC_MATCH,
                Metric.TIMELY,
                Metric.STANDARD_FIELDS)) {
            assertThat(score.outcome(metric).orElseThrow())
                    .as(metric.id())
                    .isInstanceOfSatisfying(
                            NotMeasured.class, missing -> assertThat(missing.cause()).isEqualTo(Cause.PREREQUISITE));
        }
    }

    @Test
    void anUndecidedLinkNeverCounts() {
        var card = SCORER.evaluate(LABEL_113, with(perfect(), 1, facts(csv(), undecided())), NOW);
        assertThat(card.label()).contains(Label.NONE_UNCHECKED);
        assertThat(card.cause()).contains(Cause.UNDECIDED);
        assertThat(card.atMost()).contains("platinum");
        assertThat(card.open()).containsExactly(new Gap(FIRST, Metric.LINKABLE));
    }

    @Test
    void withoutANetworkTheLabelIsAtMostWhatTheBytesAllow() {
        var offline = new DistributionFacts(
                Optional.of(table(TextEncoding.BIG5, "縣市代碼", "人口數")), Optional.empty());
        var card = SCORER.evaluate(LABEL_113, with(perfect(), 1, offline), NOW);
        assertThat(card.label()).contains(Label.NONE_UNCHECKED);
        assertThat(card.atMost()).contains("silver");
        assertThat(card.open()).containsExactly(new Gap(FIRST, Metric.LINKABLE));
    }

    @Test
    void aRuleThatBreaksIsRecordedAndTheRunGoesOn() {
        var broken = new QualityRule<Question>() {
            @Override
            public Metric metric() {
                return Metric.STRUCTURE;
            }

            @Override
            public Outcome evaluate(Question facts) {
                throw new IllegalStateException("boom");
            }
        };
        var checks = new ArrayList<Check<?, ?>>(Rules.ALL);
        checks.removeIf(check -> check.metric() == Metric.STRUCTURE);
        checks.add(Check.ofDistribution(broken));
        var card = new Scorer(checks, Rules.RISKS, Fixtures.reference(Fixtures.COUNTY_CODE)).evaluate(LABEL_113, perfect(), NOW);
        assertThat(card.errors())
                .containsExactly(new RuleFault(Optional.of(FIRST), Optional.of(Metric.STRUCTURE), "IllegalStateException: boom"));
        assertThat(card.label()).contains(Label.BRONZE);
        assertThat(card.atMost()).contains("platinum");
    }

    @Test
    void dataIsTimelyUntilOneAndAHalfIntervalsHavePassed() {
        var changed = NOW.minus(10, ChronoUnit.DAYS);
        var due = changed.plus(Duration.ofDays(45));
        var before = SCORER.evaluate(LABEL_113, perfect(), due.minusNanos(1));
        var from = SCORER.evaluate(LABEL_113, perfect(), due);
        assertThat(before.label()).contains(Label.PLATINUM);
        assertThat(before.validUntil()).contains(due);
        assertThat(before.since()).contains(changed.plus(Duration.ofDays(30)));
        assertThat(before.risks()).extracting(Risk::code).containsExactly(RiskCode.UPDATE_LATE);
        assertThat(from.risks()).isEmpty();
        assertThat(from.label()).contains(Label.SILVER);
        assertThat(from.validUntil()).isEmpty();
        assertThat(from.since()).contains(due);
    }

    @Test
    void theScorecardStaysTheSameBetweenTwoTimeBoundaries() {
        var expected = NOW.plus(Duration.ofDays(20));
        var due = NOW.plus(Duration.ofDays(35));
        var first = SCORER.evaluate(LABEL_113, perfect(), NOW);
        assertThat(first.validUntil()).contains(expected);
        assertThat(SCORER.evaluate(LABEL_113, perfect(), expected.minusSeconds(1))).isEqualTo(first);
        var atRisk = SCORER.evaluate(LABEL_113, perfect(), expected);
        assertThat(atRisk.label()).isEqualTo(first.label());
        assertThat(SCORER.evaluate(LABEL_113, perfect(), due.minusSeconds(1))).isEqualTo(atRisk);
        var late = SCORER.evaluate(LABEL_113, perfect(), due);
        assertThat(late.id()).isNotEqualTo(first.id());
        assertThat(SCORER.evaluate(LABEL_113, perfect(), due.plus(900, ChronoUnit.DAYS)).id())
                .isEqualTo(late.id());
    }

    @Test
    void aChangeDatedInTheFutureHasNotHappened() {
        var subject = perfect();
        var tomorrow = NOW.plus(1, ChronoUnit.DAYS);
        var dated = new Subject(
                subject.dataset().with().modified(Optional.of(tomorrow)).build(), subject.facts());
        var card = SCORER.evaluate(LABEL_113, dated, NOW);
        assertThat(card.label()).contains(Label.SILVER);
        assertThat(card.atMost()).contains("platinum");
        assertThat(card.validUntil()).contains(tomorrow);
        assertThat(label(LABEL_113, dated, tomorrow)).isEqualTo(Label.PLATINUM);
    }

    @Test
    void permutingDistributionsChangesNothing() {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        var subject = with(perfect(7), 4, facts(table(TextEncoding.BIG5, "a"), answered()));
        var expected = SCORER.evaluate(LABEL_113, subject, NOW);
        for (int round = 0; round < 20; round++) {
            var order = new ArrayList<>(subject.dataset().distributions());
            Collections.shuffle(order, random);
            var shuffled = new Subject(
                    subject.dataset().with().distributions(order).build(), subject.facts());
            assertThat(SCORER.evaluate(LABEL_113, shuffled, NOW)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void theMetadataDigestIsTheSameInEveryCatalogue() {
        var here = perfect().dataset();
        var upload = here.with()
                .distributions(List.of(distribution(1)
                        .with()
                        .downloadUrl(Optional.of(URI.create("http://localhost:8080/distributions/41568-1/download")))
                        .build()))
                .build();
        var elsewhere = upload.with()
                .registered(Optional.of(NOW))
                .distributions(List.of(distribution(1)
                        .with()
                        .downloadUrl(Optional.of(URI.create("https://a.example/x/distributions/41568-1/download")))
                        .build()))
                .build();
        assertThat(Scorer.metadataDigest(elsewhere)).isEqualTo(Scorer.metadataDigest(upload));
        assertThat(Scorer.metadataDigest(here)).isNotEqualTo(Scorer.metadataDigest(upload));
    }

    @Test
    void everyInputMovesTheId() {
        var subject = perfect();
        var known = subject.factsOf(FIRST);
        var observed = new DistributionFacts(known.bytes(), known.link(), Optional.of(NOW.minusSeconds(1_000_000)));
        var described = new Subject(
                subject.dataset().with().keywords(List.of("人口")).build(), subject.facts());
        var ids = List.of(
                SCORER.evaluate(LABEL_113, subject, NOW).id(),
                SCORER.evaluate(LABEL_114, subject, NOW).id(),
                SCORER.evaluate(LABEL_113, described, NOW).id(),
                SCORER.evaluate(LABEL_113, with(subject, 1, observed), NOW).id(),
                SCORER.evaluate(LABEL_113, with(subject, 1, facts(table(TextEncoding.ASCII, "縣市代碼"), answered())), NOW)
                        .id(),
                Rules.scorer(Fixtures.reference()).evaluate(LABEL_113, subject, NOW).id());
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void withoutDataStandardsTheStandardFieldsAreNotMeasured() {
        var card = Rules.scorer(Fixtures.reference()).evaluate(LABEL_113, perfect(), NOW);
        assertThat(card.label()).contains(Label.GOLD);
        assertThat(card.atMost()).contains("platinum");
        assertThat(card.open()).containsExactly(new Gap(FIRST, Metric.STANDARD_FIELDS));
    }

    private static Subject withoutStandardField() {
        return with(
                declared(
                        perfect(),
                        distribution(1)
                                .with()
                                .fields(List.of(FieldDescription.named("人口數")))
                                .build()),
                1,
                facts(table(TextEncoding.UTF_8, "人口數"), answered()));
    }

    private static Subject transcoded() {
        return with(perfect(), 1, facts(table(TextEncoding.BIG5, "縣市代碼", "人口數"), answered()));
    }

    private static Subject pdf() {
        var pdf = Fixtures.bytes(FileFormat.PDF, Optional.empty(), new Content.Opaque());
        return with(perfect(), 1, facts(pdf, answered()));
    }

    private static Label label(Policy policy, Subject subject) {
        return label(policy, subject, NOW);
    }

    private static Label label(Policy policy, Subject subject, Instant asOf) {
        return SCORER.evaluate(policy, subject, asOf).label().orElseThrow();
    }
}
