package tw.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.Activity;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Agent;
import tw.touchstone.model.BoundingBox;
import tw.touchstone.model.Coverage;
import tw.touchstone.model.DataCollection;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDefinition;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FieldReference;
import tw.touchstone.model.FieldType;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Limits;
import tw.touchstone.model.Period;
import tw.touchstone.model.Provenance;
import tw.touchstone.model.Release;
import tw.touchstone.model.Rights;
import tw.touchstone.model.SourceRef;

/// The canonical form of what a dataset's documentation says, and of datasets that say none of it.
class DocumentationJsonTest {

    private static final DatasetId ID = new DatasetId("1");

    /// Written before there was any documentation; scorecards are stored under digests of this form.
    private static final String PLAIN = """
            {"conformsTo":[],"description":{"zh-Hant-TW":"描述"},"distributions":[{"description":{},\
            "downloadUrl":"https://data.example.tw/a.csv","fields":[{"description":"說明","name":"甲"},{"name":"乙"}],\
            "id":"1-1","nationalFields":{},"title":{}}],"id":"1","keywords":[],"language":[],"nationalFields":{},\
            "source":{"identifier":"1","source":"local"},"spatial":[],"themes":[],"title":{"zh-Hant-TW":"題"}}""";

    private static Dataset plain() {
        return Dataset.of(ID, new SourceRef("local", "1"), LangText.zh("題"))
                .description(LangText.zh("描述"))
                .distributions(List.of(Distribution.of(new DistributionId(ID, 1))
                        .downloadUrl(Optional.of(URI.create("https://data.example.tw/a.csv")))
                        .fields(List.of(
                                new FieldDescription("甲", Optional.of("說明")), FieldDescription.named("乙")))
                        .build()))
                .build();
    }

    @Test
    void aDatasetWithoutDocumentationKeepsTheFormAndTheDigestItAlwaysHad() {
        assertThat(new String(QualityJson.write(plain()), StandardCharsets.UTF_8)).isEqualTo(PLAIN);
        var emptied = plain().with()
                .coverage(Optional.of(Coverage.NONE))
                .provenance(Optional.of(Provenance.NONE))
                .collection(Optional.of(DataCollection.NONE))
                .limits(Optional.of(Limits.NONE))
                .release(Optional.of(Release.NONE))
                .build();

        assertThat(Scorer.metadataDigest(emptied)).isEqualTo(Scorer.metadataDigest(plain()));
        assertThat(QualityJson.readDataset(PLAIN.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new JsonReading.Value<>(plain()));
    }

    @Test
    void documentationReadsBackAsItWasWritten() {
        var full = documented("https://a.example/");

        assertThat(QualityJson.readDataset(QualityJson.write(full))).isEqualTo(new JsonReading.Value<>(full));
    }

    @Test
    void theDigestDependsOnEveryPartButNotOnTheBase() {
        var full = documented("https://a.example/");

        assertThat(Scorer.metadataDigest(documented("http://localhost:18700/"))).isEqualTo(Scorer.metadataDigest(full));
        assertThat(List.of(
                        full.with().type(Optional.empty()).build(),
                        full.with().coverage(Optional.empty()).build(),
                        full.with().provenance(Optional.empty()).build(),
                        full.with().collection(Optional.empty()).build(),
                        full.with().limits(Optional.empty()).build(),
                        full.with().release(Optional.empty()).build(),
                        full.with().distributions(plain().distributions()).build()))
                .extracting(Scorer::metadataDigest)
                .doesNotHaveDuplicates()
                .doesNotContain(Scorer.metadataDigest(full));
    }

    private static Dataset documented(String base) {
        var text = LangText.of("文字", "text");
        var ours = URI.create(base + "datasets/2");
        return plain().with()
                .type(Optional.of(URI.create("https://touchstone.tw/ns/dataset-type/statistics")))
                .coverage(Optional.of(new Coverage(
                        Optional.of(new BoundingBox(
                                new BigDecimal("119.50"), BigDecimal.TEN, new BigDecimal("123"), new BigDecimal("26"))),
                        true,
                        Optional.of("P1Y"),
                        Optional.of(new BigDecimal("30.5")),
                        Optional.of(URI.create("https://touchstone.tw/ns/area-level/county")))))
                .provenance(Optional.of(new Provenance(
                        Optional.of(new Agent.Listed(new AgencyId("moda"))),
                        text,
                        List.of(ours),
                        List.of(ours),
                        text,
                        Optional.of(new Activity(
                                Optional.of(new Agent.Named(text)),
                                Optional.of(Instant.EPOCH),
                                Optional.empty(),
                                List.of(ours))))))
                .collection(Optional.of(new DataCollection(
                        text,
                        List.of(URI.create("https://touchstone.tw/ns/collection-type/surveys")),
                        Optional.of(new Period(Optional.of(LocalDate.EPOCH), Optional.empty())),
                        text,
                        text,
                        text,
                        text,
                        text)))
                .limits(Optional.of(new Limits(text, text, text, text, text, List.of("性別"))))
                .release(Optional.of(new Release(Optional.of("1"), text, true, text)))
                .distributions(List.of(plain().distributions().getFirst().with()
                        .issued(Optional.of(Instant.EPOCH))
                        .rights(Optional.of(new Rights(text, Optional.empty())))
                        .fields(List.of(new FieldDescription(
                                "甲",
                                Optional.empty(),
                                Optional.of(new FieldDefinition(
                                        text,
                                        Optional.of(FieldType.INTEGER),
                                        Optional.of("人"),
                                        Optional.empty(),
                                        List.of("-999"),
                                        true,
                                        true,
                                        Optional.of(new FieldReference(ours, "乙")))))))
                        .build()))
                .build();
    }
}
