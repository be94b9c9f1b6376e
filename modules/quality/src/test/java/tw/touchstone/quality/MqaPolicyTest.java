package tw.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.quality.Fixtures.FULL;
import static tw.touchstone.quality.Fixtures.MQA;
import static tw.touchstone.quality.Fixtures.NOW;
import static tw.touchstone.quality.Fixtures.documented;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;

/// The metadata assessment of data.europa.eu, metric by metric, against the published weights.
class MqaPolicyTest {

    private static final DistributionId FIRST = new DistributionId(Fixtures.ID, 1);

    @Test
    void theWeightsAreThePublishedOnes() {
        var weights = ((Weighing) MQA.award()).weights();
        assertThat(weights).hasSize(23);
        assertThat(byDimension(weights))
                .isEqualTo(Map.of(
                        Dimension.FINDABILITY, 100,
                        Dimension.ACCESSIBILITY, 100,
                        Dimension.INTEROPERABILITY, 110,
                        Dimension.REUSABILITY, 75,
                        Dimension.CONTEXTUALITY, 20));
        assertThat(weights.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(405);
    }

    @Test
    void everythingDescribedAndReachableEarnsAll405() {
        var card = FULL.evaluate(MQA, documented(1), NOW);
        assertThat(card.points()).contains(total(405, 405, 0));
        assertThat(card.grade()).contains("excellent");
        assertThat(card.nextStep()).isEmpty();
    }

    @Test
    void leavingOneThingOutCostsWhatItWeighs() {
        var losses = new LinkedHashMap<UnaryOperator<Dataset.Builder>, Integer>();
        losses.put(dataset -> dataset.keywords(List.of()), 30);
        losses.put(dataset -> dataset.themes(List.of()), 30);
        losses.put(dataset -> dataset.spatial(List.of()), 20);
        losses.put(dataset -> dataset.temporal(Optional.empty()), 20);
        losses.put(dataset -> dataset.description(LangText.NONE), 30);
        losses.put(dataset -> dataset.accessRights(Optional.empty()), 15);
        losses.put(dataset -> dataset.accessRights(Optional.of(URI.create("https://a.example/open"))), 5);
        losses.put(dataset -> dataset.contact(Optional.empty()), 20);
        losses.put(dataset -> dataset.publisher(Optional.empty()), 10);
        losses.forEach((change, loss) -> {
            var subject = documented(1);
            var changed = new Subject(change.apply(subject.dataset().with()).build(), subject.facts());
            assertThat(points(changed)).isEqualTo(total(405 - loss, 405, 0));
        });

        var ofDistribution = new LinkedHashMap<UnaryOperator<Distribution.Builder>, Integer>();
        ofDistribution.put(each -> each.mediaType(Optional.empty()), 10 + 10);
        ofDistribution.put(each -> each.mediaType(Optional.of("text/x-csv")), 10);
        ofDistribution.put(each -> each.format(Optional.of(FileFormat.JSON_LINES)), 10);
        ofDistribution.put(each -> each.format(Optional.of(FileFormat.XLSX)).mediaType(Optional.empty()), 10 + 10 + 20);
        ofDistribution.put(each -> each.format(Optional.of(FileFormat.PDF)).mediaType(Optional.empty()), 10 + 10 + 20);
        ofDistribution.put(each -> each.licence(Optional.empty()), 20 + 10);
        ofDistribution.put(each -> each.licence(Optional.of(URI.create("https://a.example/terms"))), 10);
        ofDistribution.put(each -> each.rights(Optional.empty()), 5);
        ofDistribution.put(each -> each.byteSize(Optional.empty()), 5);
        ofDistribution.put(each -> each.issued(Optional.empty()), 5);
        ofDistribution.put(each -> each.modified(Optional.empty()), 5);
        ofDistribution.forEach((change, loss) -> assertThat(points(changed(change)))
                .as("a loss of %d", loss)
                .isEqualTo(total(405 - loss, 405, 0)));
    }

    @Test
    void withoutTheNetworkTheStatusMetricsAreOpen() {
        var subject = new Subject(documented(1).dataset(), Map.of());
        var card = FULL.evaluate(MQA, subject, NOW);
        assertThat(card.points()).contains(total(325, 325, 80));
        assertThat(card.grade()).contains("good");
        assertThat(card.atMost()).contains("excellent");
    }

    @Test
    void anAccessAddressOfItsOwnIsNotObserved() {
        var card = FULL.evaluate(
                MQA, changed(each -> each.accessUrl(Optional.of(URI.create("https://data.example/page")))), NOW);
        assertThat(card.points()).contains(total(355, 355, 50));
        assertThat(card.open())
                .containsExactly(new Gap(Optional.of(FIRST), Metric.MQA_ACCESS_URL_STATUS_CODE, Optional.of(Points.of(50))));
    }

    @Test
    void theBandsMeetAtThePublishedPoints() {
        var bands = ((Weighing) MQA.award()).bands();
        assertThat(bands).extracting(Band::from).containsExactly(351, 221, 121, 0);
        assertThat(grade(Points.of(351))).isEqualTo("excellent");
        assertThat(grade(new Points(351 * 10_000 - 1))).isEqualTo("good");
        assertThat(grade(Points.of(221))).isEqualTo("good");
        assertThat(grade(new Points(221 * 10_000 - 1))).isEqualTo("sufficient");
        assertThat(grade(Points.of(121))).isEqualTo("sufficient");
        assertThat(grade(Points.of(120))).isEqualTo("bad");
    }

    @Test
    void theBestDistributionStandsForTheDataset() {
        var subject = documented(2);
        var distributions = new ArrayList<>(subject.dataset().distributions());
        distributions.set(0, distributions.getFirst().with().licence(Optional.empty()).build());
        var card = FULL.evaluate(
                MQA,
                new Subject(subject.dataset().with().distributions(distributions).build(), subject.facts()),
                NOW);
        assertThat(card.stands()).contains(new DistributionId(Fixtures.ID, 2));
        assertThat(card.points()).contains(total(405, 405, 0));
    }

    private static String grade(Points score) {
        return ((Weighing) MQA.award())
                .bands().stream()
                        .filter(band -> score.compareTo(Points.of(band.from())) >= 0)
                        .findFirst()
                        .orElseThrow()
                        .grade()
                        .code();
    }

    private static Subject changed(UnaryOperator<Distribution.Builder> change) {
        var subject = documented(1);
        var first = change.apply(subject.dataset().distributions().getFirst().with()).build();
        return Fixtures.declared(subject, first);
    }

    private static PointTotal points(Subject subject) {
        return FULL.evaluate(MQA, subject, NOW).points().orElseThrow();
    }

    private static PointTotal total(int earned, int possible, int open) {
        return new PointTotal(Points.of(earned), Points.of(possible), Points.of(open));
    }

    private static Map<Dimension, Integer> byDimension(Map<Metric, Integer> weights) {
        var sums = new EnumMap<Dimension, Integer>(Dimension.class);
        weights.forEach((metric, weight) -> sums.merge(metric.dimension(), weight, Integer::sum));
        return sums;
    }
}
