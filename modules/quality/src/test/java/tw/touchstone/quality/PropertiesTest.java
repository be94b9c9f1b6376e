package tw.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.quality.Fixtures.FULL;
import static tw.touchstone.quality.Fixtures.LABEL_113;
import static tw.touchstone.quality.Fixtures.MQA;
import static tw.touchstone.quality.Fixtures.NOW;
import static tw.touchstone.quality.Fixtures.POLICIES;
import static tw.touchstone.quality.Fixtures.READY;
import static tw.touchstone.quality.Fixtures.described;
import static tw.touchstone.quality.Fixtures.documented;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.Label;
import tw.touchstone.quality.rules.Rules;

/// What holds of every policy, on seeded random subjects.
class PropertiesTest {

    private static final int ROUNDS = 300;
    @Test
    void permutingDistributionsOrRulesChangesNothing() {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var subject = RandomSubjects.random(random);
            var distributions = new ArrayList<>(subject.dataset().distributions());
            Collections.shuffle(distributions, random);
            var shuffled = new Subject(
                    subject.dataset().with().distributions(distributions).build(), subject.facts());
            var rules = new ArrayList<>(Rules.ALL);
            Collections.shuffle(rules, random);
            var other = new Scorer(rules, Rules.RISKS, FULL.reference());
            var expected = bytes(FULL.evaluate(POLICIES, subject, NOW));
            assertThat(bytes(FULL.evaluate(POLICIES, shuffled, NOW))).as("seed %d round %d", seed, round).isEqualTo(expected);
            assertThat(bytes(other.evaluate(POLICIES, subject, NOW))).as("seed %d round %d", seed, round).isEqualTo(expected);
        }
    }

    @Test
    void theSameInputsGiveTheSameBytesOneByOneOrTogether() {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var subject = RandomSubjects.random(random);
            var alone = POLICIES.stream().map(policy -> FULL.evaluate(policy, subject, NOW)).toList();
            assertThat(bytes(FULL.evaluate(POLICIES, subject, NOW)))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(bytes(alone));
        }
    }

    @Test
    void fillingAnEmptyFieldCorrectlyNeverLowersATotal() {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var subject = RandomSubjects.random(random);
            int at = random.nextInt(RandomSubjects.FILLINGS.size() + RandomSubjects.FILLINGS_OF_DISTRIBUTIONS.size());
            // A page behind the link is no CSV, so to say so would not be correct.
            if (at == RandomSubjects.FILLINGS.size() + RandomSubjects.FORMAT && subject.facts().values().stream().anyMatch(RandomSubjects::isPage)) {
                continue;
            }
            var empty = at < RandomSubjects.FILLINGS.size() ? RandomSubjects.change(subject, RandomSubjects.OMISSIONS.get(at)) : RandomSubjects.each(subject, RandomSubjects.OMISSIONS_OF_DISTRIBUTIONS.get(at - RandomSubjects.FILLINGS.size()));
            var filled = at < RandomSubjects.FILLINGS.size() ? RandomSubjects.change(empty, RandomSubjects.FILLINGS.get(at)) : RandomSubjects.each(empty, RandomSubjects.FILLINGS_OF_DISTRIBUTIONS.get(at - RandomSubjects.FILLINGS.size()));
            for (var policy : POLICIES) {
                var before = FULL.evaluate(policy, empty, NOW);
                var after = FULL.evaluate(policy, filled, NOW);
                assertThat(rank(policy, after))
                        .as("seed %d round %d filling %d %s", seed, round, at, policy.id())
                        .isGreaterThanOrEqualTo(rank(policy, before));
                assertThat(after.score().orElse(Points.ZERO))
                        .as("seed %d round %d filling %d %s", seed, round, at, policy.id())
                        .isGreaterThanOrEqualTo(before.score().orElse(Points.ZERO));
            }
        }
    }

    @Test
    void aFileThatBreaksRaisesNoTotalAndNoAwardAndIsNamed() {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var subject = RandomSubjects.random(random);
            if (subject.dataset().distributions().isEmpty()) {
                continue;
            }
            var distributions = subject.dataset().distributions();
            var broken = distributions.get(random.nextInt(distributions.size())).id();
            var known = subject.factsOf(broken);
            // Only a file that was read can break.
            if (known.bytes().isEmpty() || RandomSubjects.isPage(known)) {
                continue;
            }
            var faulty = Fixtures.with(subject, broken.number(), RandomSubjects.FAULTS.get(random.nextInt(RandomSubjects.FAULTS.size())).apply(known));
            for (var policy : POLICIES) {
                var before = FULL.evaluate(policy, subject, NOW);
                var after = FULL.evaluate(policy, faulty, NOW);
                assertThat(rank(policy, after)).as("seed %d round %d %s", seed, round, policy.id()).isLessThanOrEqualTo(rank(policy, before));
                assertThat(after.score().orElse(Points.ZERO))
                        .as("seed %d round %d %s", seed, round, policy.id())
                        .isLessThanOrEqualTo(before.score().orElse(Points.ZERO));
            }
            var ready = FULL.evaluate(READY, faulty, NOW).distribution(broken).orElseThrow();
            assertThat(ready.dimensions().stream()
                            .flatMap(each -> each.measurements().stream())
                            .filter(each -> each.outcome() instanceof Outcome.Failed))
                    .as("seed %d round %d", seed, round)
                    .isNotEmpty();
        }
    }

    @Test
    void pointsStayBetweenNothingAndAll() {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var subject = RandomSubjects.random(random);
            for (var policy : List.of(MQA, READY)) {
                var card = FULL.evaluate(policy, subject, NOW);
                var total = card.points().orElseThrow();
                var most = Points.of(((Weighing) policy.award()).total());
                assertThat(total.earned()).as("seed %d round %d", seed, round).isBetween(Points.ZERO, total.possible());
                assertThat(total.possible().plus(total.open())).as("seed %d", seed).isLessThanOrEqualTo(most);
                assertThat(card.score().orElseThrow()).as("seed %d round %d", seed, round).isBetween(Points.ZERO, most);
                assertThat(card.dimensions().stream()
                                .map(each -> each.points().orElseThrow())
                                .reduce(PointTotal.ZERO, PointTotal::plus))
                        .as("seed %d round %d", seed, round)
                        .isEqualTo(total);
            }
            var mqa = FULL.evaluate(MQA, subject, NOW).points().orElseThrow();
            assertThat(mqa.possible().plus(mqa.open())).as("seed %d", seed).isEqualTo(Points.of(405));
        }
    }

    @Test
    void undecidedNeverCountsAsAPassOrAFailure() {
        var decided = described(2);
        var facts = new HashMap<>(decided.facts());
        facts.replaceAll((_, known) -> new DistributionFacts(known.bytes(), Optional.of(Fixtures.undecided())));
        var undecided = new Subject(decided.dataset(), facts);
        for (var policy : POLICIES) {
            var before = FULL.evaluate(policy, decided, NOW);
            var after = FULL.evaluate(policy, undecided, NOW);
            assertThat(after.atMost().orElse(after.award())).as(policy.id()).isEqualTo(before.atMost().orElse(before.award()));
            after.points().ifPresent(total -> {
                var known = before.points().orElseThrow();
                assertThat(total.atMost()).isEqualTo(known.atMost());
                assertThat(total.open()).isGreaterThan(known.open());
            });
        }
    }

    @Test
    void aWebPageInPlaceOfTheFileFailsWhatReadsTheContentAndNothingElse() {
        var sound = described(1);
        var link = sound.factsOf(sound.dataset().distributions().getFirst().id()).link();
        var page = Fixtures.with(sound, 1, new DistributionFacts(Optional.of(Fixtures.page()), link));
        var readsContent = EnumSet.of(
                Metric.DOWNLOADABLE,
                Metric.STRUCTURE,
                Metric.CSV,
                Metric.ENCODING_MATCH,
                Metric.DESC_MATCH,
                Metric.STANDARD_FIELDS,
                Metric.STANDARD_VALUES,
                Metric.STAR_2,
                Metric.STAR_3,
                Metric.STAR_4,
                Metric.STAR_5,
                Metric.AIR_13,
                Metric.AIR_15,
                Metric.AIR_20,
                Metric.AIR_21,
                Metric.AIR_24,
                Metric.AIR_25,
                Metric.AIR_26,
                Metric.AIR_27,
                Metric.AIR_29,
                Metric.AIR_31,
                Metric.AIR_33,
                Metric.AIR_35,
                Metric.AIR_36,
                Metric.AIR_37);
        // What waits for a structure is not told of a page either.
        var waits = EnumSet.of(Metric.TIMELY, Metric.TIMELY_OBSERVED);
        for (var policy : POLICIES) {
            var before = FULL.evaluate(policy, sound, NOW);
            var after = FULL.evaluate(policy, page, NOW);
            for (var metric : policy.metrics()) {
                var was = outcome(before, metric);
                var is = outcome(after, metric);
                if (readsContent.contains(metric)) {
                    assertThat(is.blocks()).as("%s %s", policy.id(), metric).isTrue();
                } else if (!waits.contains(metric)) {
                    assertThat(is).as("%s %s", policy.id(), metric).isEqualTo(was);
                }
            }
        }
    }

    @Test
    void aRuleThatThrowsIsRecordedAndTheOthersGoOn() {
        for (var metric : List.of(Metric.MQA_KNOWN_LICENCE, Metric.MQA_DCAT_AP_COMPLIANCE)) {
            var rules = new ArrayList<Check<?, ?>>(Rules.ALL);
            rules.removeIf(check -> check.metric() == metric);
            rules.add(broken(metric));
            var card = new Scorer(rules, Rules.RISKS, FULL.reference()).evaluate(MQA, documented(1), NOW);
            int weight = ((Weighing) MQA.award()).weight(metric);
            assertThat(card.points())
                    .contains(new PointTotal(Points.of(405 - weight), Points.of(405 - weight), Points.of(weight)));
            assertThat(card.errors()).extracting(RuleFault::metric).containsExactly(Optional.of(metric));
        }
        for (var metric : List.of(Metric.AIR_09, Metric.AIR_29)) {
            var rules = new ArrayList<Check<?, ?>>(Rules.ALL);
            rules.removeIf(check -> check.metric() == metric);
            rules.add(broken(metric));
            var sound = FULL.evaluate(READY, described(1), NOW).points().orElseThrow();
            var card = new Scorer(rules, Rules.RISKS, FULL.reference()).evaluate(READY, described(1), NOW);
            var weight = Points.of(((Weighing) READY.award()).weight(metric));
            assertThat(outcome(card, metric))
                    .isInstanceOfSatisfying(
                            Outcome.NotMeasured.class, none -> assertThat(none.cause()).isEqualTo(Outcome.Cause.ERROR));
            assertThat(card.points())
                    .contains(new PointTotal(
                            sound.earned().minus(weight), sound.possible().minus(weight), sound.open().plus(weight)));
            assertThat(card.errors()).extracting(RuleFault::metric).containsExactly(Optional.of(metric));
        }
        RiskRule broken = _ -> {
            throw new IllegalStateException("boom");
        };
        var card = new Scorer(Rules.ALL, List.of(broken), FULL.reference()).evaluate(LABEL_113, documented(1), NOW);
        assertThat(card.label()).contains(Label.PLATINUM);
        assertThat(card.errors()).extracting(RuleFault::message).containsExactly("IllegalStateException: boom");
    }

    @Test
    void everyScorecardReadsBackAsItWasWritten() {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS / 3; round++) {
            for (var card : FULL.evaluate(POLICIES, RandomSubjects.random(random), NOW)) {
                assertThat(QualityJson.readScorecard(QualityJson.write(card)))
                        .as("seed %d round %d", seed, round)
                        .isEqualTo(new JsonReading.Value<>(card));
            }
        }
    }

    private static Check<?, ?> broken(Metric metric) {
        return metric.scope() == Scope.DATASET
                ? Check.ofDataset(new Broken<DatasetQuestion>(metric))
                : Check.ofDistribution(new Broken<Question>(metric));
    }

    private record Broken<F>(Metric metric) implements QualityRule<F> {
        @Override
        public Outcome evaluate(F facts) {
            throw new IllegalStateException("boom");
        }
    }

    private static Outcome outcome(Scorecard card, Metric metric) {
        return metric.scope() == Scope.DATASET
                ? card.outcome(metric).orElseThrow()
                : card.distributions().getFirst().outcome(metric).orElseThrow();
    }

    /// The place of the best award that may still be had: among labels and stars by rank, among grades from the lowest up.
    private static int rank(Policy policy, Scorecard card) {
        return policy.awards().stream().map(Grade::code).toList().indexOf(card.atMost().orElse(card.award()));
    }

    private static List<String> bytes(List<Scorecard> cards) {
        return cards.stream()
                .map(card -> new String(QualityJson.write(card), StandardCharsets.UTF_8))
                .toList();
    }
}
