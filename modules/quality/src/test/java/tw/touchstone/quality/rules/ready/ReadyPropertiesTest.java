package tw.touchstone.quality.rules.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.quality.rules.ready.ReadyDataset.NOW;
import static tw.touchstone.quality.rules.ready.ReadyRulesTest.outcome;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.Coverage;
import tw.touchstone.model.DataCollection;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Limits;
import tw.touchstone.model.Provenance;
import tw.touchstone.model.Release;
import tw.touchstone.quality.DistributionFacts;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Points;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.quality.Subject;
import tw.touchstone.quality.rules.Rules;

/// What holds of the grade whatever the dataset says.
class ReadyPropertiesTest {

    private static final ReadyDataset PERFECT = ReadyDataset.perfect();
    private static final Dataset FULL = PERFECT.dataset();

    /// Each takes one statement of a correct description away.
    private static final List<UnaryOperator<ReadyDataset>> OMISSIONS = List.of(
            each -> each.with(dataset -> dataset.description(LangText.NONE)),
            each -> each.with(dataset -> dataset.publisher(Optional.empty())),
            each -> each.with(dataset -> dataset.themes(List.of())),
            each -> each.with(dataset -> dataset.type(Optional.empty())),
            each -> each.with(dataset -> dataset.issued(Optional.empty())),
            each -> each.with(dataset -> dataset.temporal(Optional.empty())),
            each -> each.with(dataset -> dataset.spatial(List.of())),
            each -> each.with(dataset -> dataset.conformsTo(List.of())),
            each -> each.with(dataset -> dataset.contact(Optional.empty())),
            each -> each.with(dataset -> dataset.coverage(Optional.empty())),
            each -> each.with(dataset -> dataset.provenance(Optional.empty())),
            each -> each.with(dataset -> dataset.collection(Optional.empty())),
            each -> each.with(dataset -> dataset.limits(Optional.empty())),
            each -> each.with(dataset -> dataset.release(Optional.empty())),
            each -> each.declared(file -> file.licence(Optional.empty())),
            each -> each.declared(file -> file.checksum(Optional.empty())),
            each -> each.declared(file -> file.byteSize(Optional.empty())),
            each -> each.declared(file -> file.mediaType(Optional.empty())),
            each -> each.declared(file -> file.fields(List.of())));

    @Test
    void addingCorrectMetadataNeverLowersTheScore() {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            var order = new ArrayList<>(OMISSIONS);
            Collections.shuffle(order, random);
            var poorer = PERFECT;
            var score = score(poorer);
            for (var omission : order) {
                poorer = omission.apply(poorer);
                var next = score(poorer);
                assertThat(next).as("seed %d, run %d", seed, run).isLessThanOrEqualTo(score);
                assertThat(next).isBetween(Points.ZERO, Points.of(100));
                score = next;
            }
        }
    }

    @Test
    void theOrderOfDistributionsChangesNothing() {
        var two = second(PERFECT);
        var turned = new Subject(
                two.dataset().with().distributions(two.dataset().distributions().reversed()).build(), two.own(), two.facts());

        assertThat(card(turned).id()).isEqualTo(card(two).id());
    }

    @Test
    void anHtmlPageInPlaceOfTheFileFailsAllThatReadsTheContentAndLosesTheGrade() {
        var before = card(PERFECT.subject());
        var after = card(PERFECT.holding(ReadyFile.page()).subject());

        assertThat(before.grade()).contains("a");
        assertThat(after.grade()).isPresent().isNotEqualTo(Optional.of("a"));
        assertThat(after.score().orElseThrow()).isLessThan(before.score().orElseThrow());
        var dropped = new TreeSet<Integer>();
        for (int indicator = 1; indicator <= 39; indicator++) {
            if (!outcome(after, indicator).equals(outcome(before, indicator))) {
                assertThat(outcome(after, indicator).blocks()).as("AIR-%02d", indicator).isTrue();
                dropped.add(indicator);
            }
        }
        assertThat(dropped).containsExactly(13, 15, 20, 21, 24, 25, 26, 27, 29, 31, 33, 35, 36, 37);
    }

    @Test
    void theWorstDistributionStandsForAllAndEveryGateMustBeHeldByAll() {
        var two = second(PERFECT);
        var closed = two.dataset().distributions().getLast().with().licence(Optional.empty()).build();
        var spoilt = new Subject(
                two.dataset().with()
                        .distributions(List.of(two.dataset().distributions().getFirst(), closed))
                        .build(),
                two.own(),
                two.facts());

        assertThat(card(two).grade()).contains("a");
        assertThat(card(spoilt).score().orElseThrow()).isGreaterThan(Points.of(85));
        assertThat(card(spoilt).grade()).contains("b");
    }

    @Test
    void aDimensionBelowOneHalfLosesTheHighestGrade() {
        var without = PERFECT.with(each -> each.collection(Optional.of(new DataCollection(
                        LangText.NONE,
                        List.of(),
                        FULL.collection().orElseThrow().timeframe(),
                        LangText.NONE,
                        LangText.NONE,
                        LangText.NONE,
                        LangText.NONE,
                        FULL.collection().orElseThrow().missingData()))));

        assertThat(card(without.subject()).score().orElseThrow()).isGreaterThan(Points.of(85));
        assertThat(card(without.subject()).grade()).contains("b");
    }

    @Test
    void nothingObservedIsProvisionalAndNeitherPassNorFail() {
        var card = card(new Subject(FULL, PERFECT.own(), Map.of()));

        assertThat(card.grade()).contains("ungraded");
        assertThat(outcome(card, 35)).isInstanceOf(Outcome.NotMeasured.class);
        assertThat(card.open()).isNotEmpty();
    }

    @Test
    void emptyGroupsAreTheSameAsNone() {
        var emptied = FULL.with()
                .coverage(Optional.of(Coverage.NONE))
                .provenance(Optional.of(Provenance.NONE))
                .collection(Optional.of(DataCollection.NONE))
                .limits(Optional.of(Limits.NONE))
                .release(Optional.of(Release.NONE));
        var absent = FULL.with()
                .coverage(Optional.empty())
                .provenance(Optional.empty())
                .collection(Optional.empty())
                .limits(Optional.empty())
                .release(Optional.empty());

        assertThat(emptied.build()).isEqualTo(absent.build());
    }

    private static Subject second(ReadyDataset of) {
        var first = of.dataset().distributions().getFirst();
        Distribution other = first.with().id(new DistributionId(ReadyDataset.ID, 2)).build();
        var facts = new DistributionFacts(Optional.of(of.bytes()), of.link(), Optional.of(of.changed()));
        return new Subject(
                of.dataset().with().distributions(List.of(first, other)).build(),
                of.own(),
                Map.of(first.id(), facts, other.id(), facts));
    }

    private static Points score(ReadyDataset of) {
        return card(of.subject()).score().orElseThrow();
    }

    private static Scorecard card(Subject subject) {
        return Rules.scorer(ReadyDataset.REFERENCE).evaluate(ReadyRulesTest.policy(), subject, NOW);
    }
}
