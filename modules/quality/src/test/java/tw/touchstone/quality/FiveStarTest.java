package tw.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.quality.Fixtures.FULL;
import static tw.touchstone.quality.Fixtures.NOW;
import static tw.touchstone.quality.Fixtures.STARS;
import static tw.touchstone.quality.Fixtures.documented;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDefinition;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;

class FiveStarTest {

    @Test
    void anOpenCsvHasThreeStars() {
        var card = card(documented(1));
        assertThat(card.grade()).contains("stars-3");
        assertThat(card.label()).isEmpty();
        assertThat(card.stands()).contains(new DistributionId(Fixtures.ID, 1));
        assertThat(card.nextStep().orElseThrow().award()).isEqualTo("stars-4");
        assertThat(card.nextStep().orElseThrow().missing())
                .containsExactly(new Gap(new DistributionId(Fixtures.ID, 1), Metric.STAR_4));
    }

    @Test
    void aClosedLicenceHasNoStarAndNeedsNoNetworkToSaySo() {
        var subject = documented(1);
        var closed = subject.dataset().distributions().getFirst().with()
                .licence(Optional.of(Fixtures.CLOSED_LICENCE))
                .build();
        var offline = new Subject(Fixtures.declared(subject, closed).dataset(), Map.of());
        assertThat(card(offline).grade()).contains("none");
    }

    @Test
    void offlineAnOpenLicenceProvesNothingYet() {
        var subject = documented(1);
        var bytes = new DistributionFacts(Optional.of(Fixtures.filled()), Optional.empty());
        var card = card(Fixtures.with(subject, 1, bytes));
        assertThat(card.grade()).contains("ungraded");
        assertThat(card.atMost()).contains("stars-3");
    }

    @Test
    void aProprietaryFormatHasTwoStarsAndAPdfOne() {
        assertThat(card(found(documented(1), FileFormat.XLSX, new Content.Tables(List.of()))).grade())
                .contains("stars-2");
        assertThat(card(found(documented(1), FileFormat.PDF, new Content.Opaque())).grade())
                .contains("stars-1");
    }

    @Test
    void anotherFormatThanDeclaredIsNotTheThirdStar() {
        var json = found(documented(1), FileFormat.JSON, new Content.Tables(List.of()));
        assertThat(card(json).grade()).contains("stars-2");
    }

    @Test
    void aListOfCodesElsewhereIsTheFourthAndFifthStar() {
        assertThat(card(coded("https://data.example/codes")).grade()).contains("stars-4");
        assertThat(card(coded("https://other.example/codes")).grade()).contains("stars-5");
    }

    @Test
    void theWorstOfTheDataStandsForAll() {
        var subject = documented(2);
        var distributions = new ArrayList<>(subject.dataset().distributions());
        distributions.set(1, distributions.get(1).with().licence(Optional.empty()).build());
        var card = card(new Subject(
                subject.dataset().with().distributions(distributions).build(), subject.facts()));
        assertThat(card.grade()).contains("none");
        assertThat(card.stands()).contains(new DistributionId(Fixtures.ID, 2));
        assertThat(card.distributions()).extracting(score -> score.grade().orElse(""))
                .containsExactly("stars-3", "none");
    }

    private static Subject coded(String list) {
        var definition = new FieldDefinition(
                LangText.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.of(URI.create(list)),
                List.of(),
                false,
                false,
                Optional.empty());
        var subject = documented(1);
        Distribution first = subject.dataset().distributions().getFirst().with()
                .fields(List.of(FieldDescription.named("縣市代碼").with(definition)))
                .build();
        return Fixtures.declared(subject, first);
    }

    private static Subject found(Subject subject, FileFormat format, Content content) {
        ByteFacts bytes = Fixtures.bytes(format, Optional.empty(), content);
        var known = subject.factsOf(new DistributionId(Fixtures.ID, 1));
        return Fixtures.with(subject, 1, new DistributionFacts(Optional.of(bytes), known.link()));
    }

    private static Scorecard card(Subject subject) {
        return FULL.evaluate(STARS, subject, NOW);
    }
}
