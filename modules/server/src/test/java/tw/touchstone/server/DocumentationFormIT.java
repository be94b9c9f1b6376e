package tw.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.password.PasswordEncoder;
import tw.touchstone.catalog.members.Role;
import tw.touchstone.model.Activity;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Agent;
import tw.touchstone.model.BoundingBox;
import tw.touchstone.model.Coverage;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDefinition;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FieldType;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Provenance;
import tw.touchstone.model.Release;
import tw.touchstone.model.Rights;
import tw.touchstone.model.SourceRef;

/// The AI-Ready details of the registration form, filled in without JavaScript.
class DocumentationFormIT {

    private static final String PASSWORD = "a sentence that nobody guesses";
    private static final DatasetId ID = new DatasetId("documented");
    private static final String EDIT = "/workspace/datasets/documented";

    @Test
    void showsKeepsRefusesAndChangesTheDetails(@TempDir Path home) {
        try (var server = RunningServer.on(home)) {
            var catalog = server.catalog();
            var hash = server.bean(PasswordEncoder.class).encode(PASSWORD);
            var editor = catalog.members().accounts()
                    .create("editor", "編輯", Role.EDITOR, Optional.of(new AgencyId("moda")), hash)
                    .orElseThrow();
            catalog.members().accounts().changePassword("editor", hash);
            catalog.publishing().register(documented(catalog.vocabularies().licences().byNotation("ogdl-1").orElseThrow().iri()), editor);
            var before = catalog.store().dataset(ID).orElseThrow();
            try (var reader = new PageReader(server.port())) {
                reader.submit(reader.get("/sign-in"), "/sign-in", Map.of("username", "editor", "password", PASSWORD));

                var page = reader.get("/datasets/documented?lang=zh");
                assertThat(page.text("#documentation")).contains("某顧問公司").contains("119, 21, 123, 26").contains("P1M");
                assertThat(page.text("#d1 tbody")).contains("integer · 人");

                // Saving what was not touched changes nothing, not even what the form cannot show.
                assertThat(reader.submit(reader.get(EDIT), EDIT, Map.of()).status()).isEqualTo(200);
                assertThat(catalog.store().dataset(ID)).contains(before);

                var refused = reader.submit(
                        reader.get(EDIT),
                        EDIT,
                        Map.of(
                                "bbox", "123, 21, 119, 26",
                                "temporal-resolution", "每月",
                                "sources", "https://a.example/\n某系統",
                                "activity-started", "2025-02-01",
                                "activity-ended", "2025-01-01",
                                "d0-dictionary", "人數 | float"));
                assertThat(refused.status()).isEqualTo(422);
                assertThat(refused.html().select("[aria-invalid=true]").eachAttr("id"))
                        .containsExactly(
                                "sources", "activity-started", "temporal-resolution", "bbox", "d0-dictionary");
                assertThat(refused.html().select("#bbox").val()).isEqualTo("123, 21, 119, 26");
                assertThat(refused.html().select("details.panel").hasAttr("open")).isTrue();

                var changed = reader.submit(
                        reader.get(EDIT),
                        EDIT,
                        Map.of(
                                "collection-type-surveys", "true",
                                "method-zh", "抽樣調查",
                                "crs", "3826",
                                "group-columns", "性別、年齡",
                                "d0-dictionary", "人數 | integer | 人 | -999 x | required key"));
                assertThat(changed.status()).isEqualTo(200);
                var after = catalog.store().dataset(ID).orElseThrow();
                assertThat(after.collection().orElseThrow().method()).isEqualTo(LangText.zh("抽樣調查"));
                assertThat(after.collection().orElseThrow().types())
                        .containsExactly(URI.create("https://touchstone.tw/ns/collection-type/surveys"));
                assertThat(after.conformsTo())
                        .containsExactly(
                                URI.create("urn:standard:population"),
                                URI.create("http://www.opengis.net/def/crs/EPSG/0/3826"));
                assertThat(after.limits().orElseThrow().groupColumns()).containsExactly("性別", "年齡");
                assertThat(after.provenance()).isEqualTo(before.provenance());
                var field = after.distributions().getFirst().fields().getFirst().definition().orElseThrow();
                assertThat(field.nullMarkers()).containsExactly("-999", "x");
                assertThat(field.key() && field.required()).isTrue();
                assertThat(field.title()).isEqualTo(LangText.of("人口", "Population"));
            }
        }
    }

    private static Dataset documented(URI licence) {
        return Dataset.of(ID, new SourceRef(SourceRef.LOCAL, ID.value()), LangText.of("人口統計", "Population"))
                .description(LangText.zh("各里人口"))
                .publisher(Optional.of(new AgencyId("moda")))
                .conformsTo(List.of(URI.create("urn:standard:population")))
                .coverage(Optional.of(new Coverage(
                        Optional.of(new BoundingBox(
                                new BigDecimal("119"), new BigDecimal("21"), new BigDecimal("123"), new BigDecimal("26"))),
                        false,
                        Optional.of("P1M"),
                        Optional.empty(),
                        Optional.empty())))
                .provenance(Optional.of(new Provenance(
                        Optional.of(new Agent.Named(LangText.of("某顧問公司", "A consultant"))),
                        LangText.of(Map.of("zh-Hant-TW", "戶政系統匯出", "ja", "戸政")),
                        List.of(URI.create("https://b.example/"), URI.create("https://a.example/")),
                        List.of(),
                        LangText.NONE,
                        Optional.of(new Activity(
                                Optional.of(new Agent.Listed(new AgencyId("moda"))),
                                Optional.of(Instant.parse("2025-01-01T03:04:05Z")),
                                Optional.empty(),
                                List.of())))))
                .release(Optional.of(new Release(Optional.of("2025"), LangText.NONE, true, LangText.NONE)))
                .distributions(List.of(Distribution.of(new DistributionId(ID, 1))
                        .downloadUrl(Optional.of(URI.create("https://data.example.tw/a.csv")))
                        .licence(Optional.of(licence))
                        .rights(Optional.of(new Rights(
                                LangText.of("權利屬機關", "Owned by the agency"),
                                Optional.of(URI.create("https://data.example.tw/rights")))))
                        .fields(List.of(new FieldDescription(
                                "人數",
                                Optional.of("人口數"),
                                Optional.of(new FieldDefinition(
                                        LangText.of("人口", "Population"),
                                        Optional.of(FieldType.INTEGER),
                                        Optional.of("人"),
                                        Optional.empty(),
                                        List.of("no data", ""),
                                        false,
                                        false,
                                        Optional.empty())))))
                        .build()))
                .build();
    }
}
