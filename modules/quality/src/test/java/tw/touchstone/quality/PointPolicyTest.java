package tw.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.quality.Fixtures.NOW;
import static tw.touchstone.quality.Fixtures.SCORER;
import static tw.touchstone.quality.Fixtures.answered;
import static tw.touchstone.quality.Fixtures.csv;
import static tw.touchstone.quality.Fixtures.dead;
import static tw.touchstone.quality.Fixtures.distribution;
import static tw.touchstone.quality.Fixtures.facts;
import static tw.touchstone.quality.Fixtures.page;
import static tw.touchstone.quality.Fixtures.perfect;
import static tw.touchstone.quality.Fixtures.undecided;
import static tw.touchstone.quality.Fixtures.with;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Weighing.Counting;

/// Points, grades and folds, on a small policy: the link 40, the download 40, the fields 20.
class PointPolicyTest {

    private static final DistributionId FIRST = new DistributionId(Fixtures.ID, 1);
    private static final DistributionId SECOND = new DistributionId(Fixtures.ID, 2);
    private static final Band HIGH = new Band(
            grade("high"),
            80,
            List.of(Metric.LINKABLE),
            Map.of(Dimension.UNDERSTANDABLE, new BigDecimal("0.5")));
    private static final Band MIDDLE = new Band(grade("middle"), 40, List.of(), Map.of());
    private static final Band LOW = new Band(grade("low"), 0, List.of(), Map.of());

    @Test
    void everyPassEarnsItsWeight() {
        var card = SCORER.evaluate(policy(Fold.BEST, Counting.ABSOLUTE, 0), perfect(), NOW);
        assertThat(card.label()).isEmpty();
        assertThat(card.grade()).contains("high");
        assertThat(card.points()).contains(total(100, 100, 0));
        assertThat(card.score()).contains(Points.of(100));
        assertThat(card.stands()).contains(FIRST);
        assertThat(card.nextStep()).isEmpty();
        assertThat(card.risks()).isEmpty();
        assertThat(card.dimensions())
                .containsExactly(
                        new DimensionScore(Dimension.OBTAINABLE, Optional.of(total(80, 80, 0)), List.of()),
                        new DimensionScore(Dimension.UNDERSTANDABLE, Optional.of(total(20, 20, 0)), List.of()));
    }

    @Test
    void whatBuildsOnAFailureEarnsNothingOfWhatIsPossible() {
        var subject = with(perfect(), 1, facts(page(), answered()));
        var card = SCORER.evaluate(policy(Fold.BEST, Counting.PROPORTIONAL, 0), subject, NOW);
        assertThat(card.points()).contains(total(40, 100, 0));
        assertThat(card.grade()).contains("middle");
        assertThat(card.nextStep())
                .contains(new NextStep(
                        "high",
                        Optional.of(Points.of(40)),
                        List.of(
                                new Gap(Optional.of(FIRST), Metric.DOWNLOADABLE, Optional.of(Points.of(40))),
                                new Gap(Optional.of(FIRST), Metric.DESC_MATCH, Optional.of(Points.of(20))))));
    }

    @Test
    void whatIsOpenIsLeftOutAndTheTotalIsProvisional() {
        var subject = with(perfect(), 1, facts(csv(), undecided()));
        var absolute = SCORER.evaluate(policy(Fold.BEST, Counting.ABSOLUTE, 0), subject, NOW);
        assertThat(absolute.points()).contains(total(60, 60, 40));
        assertThat(absolute.grade()).contains("middle");
        assertThat(absolute.atMost()).contains("high");
        assertThat(absolute.open())
                .containsExactly(new Gap(Optional.of(FIRST), Metric.LINKABLE, Optional.of(Points.of(40))));
        assertThat(absolute.isProvisional()).isTrue();

        var proportional = SCORER.evaluate(policy(Fold.BEST, Counting.PROPORTIONAL, 0), subject, NOW);
        assertThat(proportional.score()).contains(Points.of(100));
        // The gate of the highest grade is open, so that grade is not proven.
        assertThat(proportional.grade()).contains("middle");
        assertThat(proportional.atMost()).contains("high");
    }

    @Test
    void belowTheApplicableMinimumThereIsNoGrade() {
        var subject = with(perfect(), 1, facts(csv(), undecided()));
        assertThat(SCORER.evaluate(policy(Fold.BEST, Counting.ABSOLUTE, 60), subject, NOW).grade())
                .contains("middle");
        var card = SCORER.evaluate(policy(Fold.BEST, Counting.ABSOLUTE, 61), subject, NOW);
        assertThat(card.grade()).contains("ungraded");
        assertThat(card.cause()).contains(Cause.UNDECIDED);
        assertThat(card.atMost()).contains("high");
    }

    @Test
    void theBestOrTheWorstDistributionStandsForAll() {
        var subject = with(perfect(3), 2, facts(csv(), dead()));
        var best = SCORER.evaluate(policy(Fold.BEST, Counting.ABSOLUTE, 0), subject, NOW);
        assertThat(best.stands()).contains(FIRST);
        assertThat(best.grade()).contains("high");
        var worst = SCORER.evaluate(policy(Fold.WORST, Counting.ABSOLUTE, 0), subject, NOW);
        assertThat(worst.stands()).contains(SECOND);
        assertThat(worst.points()).contains(total(0, 100, 0));
        assertThat(worst.grade()).contains("low");
    }

    @Test
    void documentationBesideTheDataHasNoSayInTheWorst() {
        var documents = new ArrayList<>(perfect(2).dataset().distributions());
        documents.set(
                1,
                distribution(2).with().format(Optional.of(FileFormat.PDF)).build());
        var subject = with(
                new Subject(
                        perfect(2).dataset().with().distributions(documents).build(),
                        perfect(2).facts()),
                2,
                facts(csv(), dead()));
        var card = SCORER.evaluate(policy(Fold.WORST, Counting.ABSOLUTE, 0), subject, NOW);
        assertThat(card.stands()).contains(FIRST);
        assertThat(card.distributions()).extracting(DistributionScore::counts).containsExactly(true, false);
        assertThat(card.grade()).contains("high");
    }

    @Test
    void aDatasetWithoutDistributionsEarnsNothingOfTheirs() {
        var card = SCORER.evaluate(policy(Fold.BEST, Counting.PROPORTIONAL, 0), perfect(0), NOW);
        assertThat(card.points()).contains(total(0, 100, 0));
        assertThat(card.grade()).contains("low");
        assertThat(card.stands()).isEmpty();
    }

    @Test
    void aGradeAsksForItsShareOfADimension() {
        var subject = with(perfect(), 1, facts(Fixtures.table(TextEncoding.UTF_8, "x"), answered()));
        var card = SCORER.evaluate(policy(Fold.BEST, Counting.ABSOLUTE, 0), subject, NOW);
        assertThat(card.points()).contains(total(80, 100, 0));
        assertThat(card.grade()).contains("middle");
        assertThat(card.nextStep().orElseThrow().distance()).contains(Points.ZERO);
    }

    @Test
    void theScorecardReadsBackAsItWasWritten() {
        var subject = with(perfect(2), 2, facts(csv(), undecided()));
        var card = SCORER.evaluate(policy(Fold.WORST, Counting.PROPORTIONAL, 0), subject, NOW);
        assertThat(QualityJson.readScorecard(QualityJson.write(card))).isEqualTo(new JsonReading.Value<>(card));
    }

    private static PointTotal total(int earned, int possible, int open) {
        return new PointTotal(Points.of(earned), Points.of(possible), Points.of(open));
    }

    private static Policy policy(Fold fold, Counting counting, int applicableMinimum) {
        var weights = Map.of(Metric.LINKABLE, 40, Metric.DOWNLOADABLE, 40, Metric.DESC_MATCH, 20);
        return new Policy(
                "small",
                "1",
                LocalDate.of(2026, 11, 21),
                LangText.of("小", "Small"),
                "ours",
                List.of(Metric.LINKABLE, Metric.DOWNLOADABLE, Metric.DESC_MATCH),
                new TreeMap<>(),
                new TreeSet<>(List.of(FileFormat.CSV)),
                fold,
                new Weighing(weights, 100, counting, applicableMinimum, List.of(HIGH, MIDDLE, LOW)),
                Sha256.of(new byte[0]));
    }

    private static Grade grade(String code) {
        return new Grade(code, LangText.of(code, code));
    }
}
