package tw.touchstone.exchange.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.exchange.discovery.Labels;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DataCollection;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Limits;
import tw.touchstone.model.SourceRef;

/// What Croissant 1.1 requires is there, or is named as missing; what is stated for its RAI extension comes along.
class CroissantTest {

    private static final Labels LABELS = new Labels() {
        @Override
        public LangText agency(AgencyId id) {
            return LangText.zh("環境部");
        }

        @Override
        public Optional<LangText> theme(URI theme) {
            return Optional.empty();
        }
    };

    private static final DatasetId ID = new DatasetId("a1");

    private final Croissant croissant = new Croissant(Iris.LOCAL, LABELS);

    @Test
    void namesEverythingThatIsMissing() {
        var bare = Dataset.of(ID, new SourceRef(SourceRef.LOCAL, "a1"), LangText.zh("空氣")).build();
        assertThat(croissant.describe(bare, List.of()))
                .isEqualTo(new Croissant.Described.Missing(List.of("description", "license", "creator", "datePublished")));
    }

    @Test
    void saysHowTheDataCameAboutAndWhatItMustNotBeTrustedWith() {
        var collection = new DataCollection(
                LangText.zh("逐時自動測量"), List.of(), Optional.empty(), LangText.NONE, LangText.NONE, LangText.NONE,
                LangText.NONE, LangText.zh("校正期間無值"));
        var limits = new Limits(LangText.zh("測站多在都市"), LangText.NONE, LangText.zh("無個人資料"), LangText.NONE, LangText.NONE, List.of());
        var full = complete().collection(Optional.of(collection)).limits(Optional.of(limits)).build();
        var described = croissant.describe(full, List.of());
        assertThat(described).isInstanceOf(Croissant.Described.Document.class);
        var document = ((Croissant.Described.Document) described).document();
        assertThat(document)
                .containsEntry("rai:dataCollection", "逐時自動測量")
                .containsEntry("rai:dataCollectionMissingData", "校正期間無值")
                .containsEntry("rai:dataBiases", "測站多在都市")
                .containsEntry("rai:personalSensitiveInformation", "無個人資料")
                .doesNotContainKeys("rai:dataLimitations", "rai:dataUseCases");
        assertThat(document.get("license")).isEqualTo("https://data.gov.tw/license");
        assertThat(document.get("datePublished")).isEqualTo("2024-05-01");
        assertThat(document.get("citeAs")).asString().startsWith("@misc{a1, author={環境部}");
        assertThat(((Map<?, ?>) Objects.requireNonNull(document.get("@context"))).get("rai")).isEqualTo("http://mlcommons.org/croissant/RAI/");
    }

    private static Dataset.Builder complete() {
        var distribution = Distribution.of(new DistributionId(ID, 1))
                .licence(Optional.of(URI.create("https://data.gov.tw/license")))
                .build();
        return Dataset.of(ID, new SourceRef(SourceRef.LOCAL, "a1"), LangText.zh("空氣"))
                .description(LangText.zh("各站指標。"))
                .publisher(Optional.of(new AgencyId("moenv")))
                .issued(Optional.of(Instant.parse("2024-05-01T00:00:00Z")))
                .distributions(List.of(distribution));
    }
}
