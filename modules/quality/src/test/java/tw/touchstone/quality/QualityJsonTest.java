package tw.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.quality.Fixtures.NOW;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.ContactPoint;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Period;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.SourceRef;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Contradiction;
import tw.touchstone.model.fact.DayRange;
import tw.touchstone.model.fact.Dialect;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.FieldPresence;
import tw.touchstone.model.fact.FormCount;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.Member;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.ServerCertificate;
import tw.touchstone.model.fact.TableProfile;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.model.fact.TextFacts;
import tw.touchstone.model.fact.TreeProfile;
import tw.touchstone.model.fact.ValueCount;
import tw.touchstone.model.fact.ValueForm;

class QualityJsonTest {

    private static final Place PLACE = new Place(1204, 3, 99_120, "x\u0001\u001f\"\\/\u007f\u2028é𠀀");

    @Test
    void aDatasetReadsBackAsItWasWritten() {
        var sparse = Dataset.of(Fixtures.ID, new SourceRef("local", "1"), LangText.NONE)
                .build();
        assertThat(QualityJson.readDataset(QualityJson.write(sparse))).isEqualTo(value(sparse));
        assertThat(QualityJson.readDataset(QualityJson.write(full()))).isEqualTo(value(full()));
    }

    @Test
    void byteFactsOfEveryKindReadBackAsTheyWereWritten() {
        var column = new ColumnProfile(
                "人口數",
                Optional.of("戶籍"),
                Optional.of("人"),
                ColumnType.INTEGER,
                20,
                2,
                List.of(new ValueCount("-999", 2)),
                19,
                Optional.of(false),
                Optional.of("1"),
                Optional.empty(),
                Optional.of(new DayRange(LocalDate.of(2021, 5, 1), LocalDate.of(2021, 5, 31))),
                9,
                List.of(new ValueCount("7", 2)),
                List.of(new FormCount(ValueForm.NATIONAL_ID, 1, List.of(PLACE.in("甲表")))));
        var geo = new GeoProfile(
                Optional.of("EPSG:4326"),
                true,
                Optional.of(new GeoProfile.Box("120.1", "22", "121.9999999", "25.2")),
                List.of(new ValueCount("Point", 3)),
                3,
                2,
                List.of(new ValueCount("63000", 2)),
                List.of(new Anomaly(AnomalyCode.OUTSIDE_TAIWAN, 1, List.of(PLACE))));
        var table = new TableProfile(
                "",
                new Dialect('\t', '\0', "CRLF"),
                1,
                List.of("人口數", ""),
                22,
                List.of(new Anomaly(AnomalyCode.RAGGED_ROW, 1, List.of(PLACE))),
                List.of(column));
        var contents = List.of(
                new Content.Tables(List.of(table, table)),
                new Content.Tables(List.of()),
                new Content.Tree(new TreeProfile("/a", 3, List.of(new FieldPresence("a", 2, Optional.empty())), List.of("a", "b"), List.of())),
                new Content.Members(List.of(new Member("a/b.csv", Long.MAX_VALUE, FileFormat.SEVEN_ZIP, Optional.of(Fixtures.csv()))),
                        List.of(new Anomaly(AnomalyCode.UNSAFE_PATH, 1, List.of(PLACE)))),
                new Content.Encrypted(),
                new Content.Opaque(),
                new Content.Malformed("ends early", PLACE),
                new Content.Empty());
        for (var content : contents) {
            for (var extent : List.of(new Extent.Whole(), new Extent.Partial("rows", 1L << 53))) {
                var facts = new ByteFacts(
                        Sha256.of(new byte[0]),
                        (1L << 53) - 1,
                        "1",
                        extent,
                        FileFormat.UNKNOWN,
                        "nothing known",
                        Optional.of(new TextFacts(
                                TextEncoding.UTF_16LE,
                                true,
                                List.of(),
                                List.of(new Contradiction(TextEncoding.UTF_8, PLACE)))),
                        content,
                        Optional.of(geo));
                assertThat(QualityJson.readByteFacts(QualityJson.write(facts))).isEqualTo(new JsonReading.Value<>(facts));
            }
        }
    }

    @Test
    void linkProbesReadBackAsTheyWereWritten() {
        for (var probe : List.of(
                Fixtures.answer(),
                full(Fixtures.answer()),
                LinkProbe.held(NOW.plusNanos(1), URI.create("https://a.example/%E4%B8%AD"), Sha256.of(new byte[0]), 0))) {
            assertThat(QualityJson.readLinkProbe(QualityJson.write(probe))).isEqualTo(new JsonReading.Value<>(probe));
        }
    }

    @Test
    void linkStandingsReadBackAsTheyWereWritten() {
        var both = Fixtures.answered()
                .after(Fixtures.undecided().probe(), Optional.of(NOW));
        for (var link : List.of(Fixtures.answered(), Fixtures.undecided(), both)) {
            assertThat(QualityJson.readLinkStanding(QualityJson.write(link))).isEqualTo(new JsonReading.Value<>(link));
        }
        assertThat(QualityJson.readLinkStanding(bytes("{}"))).isInstanceOf(JsonReading.Refused.class);
    }

    private static LinkProbe full(LinkProbe probe) {
        var hop = new LinkProbe.Hop(
                probe.url(),
                Optional.of(302),
                Optional.of("2001:db8::1"),
                0,
                Optional.of("/中"),
                Optional.of(new ServerCertificate("CN=data.example", "CN=Root", NOW)));
        return new LinkProbe(
                probe.at(),
                probe.url(),
                List.of(hop, probe.hops().getFirst()),
                probe.verdict(),
                probe.reason(),
                probe.headers(),
                Optional.of(Sha256.of(new byte[0])),
                Optional.of(1L << 60),
                true);
    }

    @Test
    void scorecardsReadBackAsTheyWereWritten() {
        for (var link : List.of(Fixtures.answered(), Fixtures.dead(), Fixtures.undecided())) {
            var subject = Fixtures.with(Fixtures.perfect(2), 1, Fixtures.facts(Fixtures.page(), link));
            var card = Fixtures.SCORER.evaluate(Fixtures.LABEL_113, subject, NOW);
            var json = QualityJson.write(card);
            assertThat(QualityJson.readScorecard(json)).isEqualTo(new JsonReading.Value<>(card));
            assertThat(Sha256.of(json)).isEqualTo(card.id());
        }
    }

    @Test
    void aScorecardOfAnotherEngineIsRefusedWithTheReason() {
        var card = Fixtures.SCORER.evaluate(Fixtures.LABEL_113, Fixtures.perfect(), NOW);
        var json = new String(QualityJson.write(card), StandardCharsets.UTF_8);
        var refused = new JsonReading.Refused<Scorecard>(0, 0, "/engine", "judged by engine 1, and this is engine " + Scorer.ENGINE);
        assertThat(QualityJson.readScorecard(bytes(json.replace("\"engine\":\"" + Scorer.ENGINE + "\"", "\"engine\":\"1\""))))
                .isEqualTo(refused);
        // As engine 1 wrote it: other properties than today's.
        assertThat(QualityJson.readScorecard(bytes("{\"dataset\":\"41568\",\"engine\":\"1\",\"label\":\"gold\"}")))
                .isEqualTo(refused);
    }

    @Test
    void anEditedScorecardIsRefusedWithTheField() {
        var card = Fixtures.SCORER.evaluate(Fixtures.LABEL_113, Fixtures.perfect(), NOW);
        var json = new String(QualityJson.write(card), StandardCharsets.UTF_8);
        assertThat(QualityJson.readScorecard(bytes(json.replace("\"label\":\"platinum\"", "\"label\":\"diamond\""))))
                .isInstanceOfSatisfying(
                        JsonReading.Refused.class,
                        refused -> assertThat(refused.field()).startsWith("/").endsWith("label"));
    }

    @Test
    void theSameInputsGiveTheSameCanonicalBytes() throws IOException {
        var first = QualityJson.write(Fixtures.SCORER.evaluate(Fixtures.LABEL_113, Fixtures.perfect(3), NOW));
        var second = QualityJson.write(Fixtures.SCORER.evaluate(Fixtures.LABEL_113, Fixtures.perfect(3), NOW));
        assertThat(second).isEqualTo(first);
        for (var json : List.of(first, QualityJson.write(full()))) {
            var text = new String(json, StandardCharsets.UTF_8);
            assertThat(text).isEqualTo(new JsonCanonicalizer(text).getEncodedString());
        }
    }

    @Test
    void writesSealedTypesByKindAndLeavesAbsentValuesOut() {
        var facts = new ByteFacts(
                Sha256.of(new byte[0]),
                0,
                "1",
                new Extent.Partial("rows", 9_007_199_254_740_993L),
                FileFormat.CSV,
                "",
                Optional.empty(),
                new Content.Empty(),
                Optional.empty());
        assertThat(new String(QualityJson.write(facts), StandardCharsets.UTF_8)).isEqualTo("""
                {"content":{"kind":"empty"},\
                "digest":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",\
                "extent":{"cap":"rows","kind":"partial","read":"9007199254740993"},\
                "format":"csv","formatEvidence":"","inspector":"1","size":0}""");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonReading<Dataset> value(Dataset dataset) {
        return new JsonReading.Value<>(dataset);
    }

    @Test
    void charactersAreWrittenAsRfc8785AsksAndHalfOnesAreNotLost() throws IOException {
        for (var text : List.of("𠀀𠮷😀", "\u0000\u001f\u007f\u2028é")) {
            var expected = new JsonCanonicalizer("[" + JsonMapper.shared().writeValueAsString(text) + "]").getEncodedString();
            assertThat(written(text)).isEqualTo(expected);
        }
        assertThat(written("a\uD840b")).isEqualTo("[\"a\\ud840b\"]");
        assertThat(written("a\uDC00")).isEqualTo("[\"a\\udc00\"]");
        assertThat(written("\uD840")).isEqualTo("[\"\\ud840\"]");
    }

    private static String written(String text) {
        return new String(QualityJson.canonical((Object) List.of(text)), StandardCharsets.UTF_8);
    }

    private static Dataset full() {
        var distribution = Fixtures.distribution(3)
                .with()
                .title(LangText.of("表一", "Table 1"))
                .description(LangText.of(Map.of("ja", "表")))
                .accessUrl(Optional.of(URI.create("https://data.example/page?a=1&b=%20")))
                .mediaType(Optional.of("text/csv"))
                .licence(Optional.of(URI.create("https://data.gov.tw/license")))
                .fields(List.of(new FieldDescription("a", Optional.of("乙"))))
                .byteSize(Optional.of(Long.MAX_VALUE))
                .checksum(Optional.of(Sha256.of(new byte[1])))
                .modified(Optional.of(NOW))
                .nationalFields(Map.of("備註", "無"))
                .build();
        return Fixtures.perfect()
                .dataset()
                .with()
                .description(LangText.zh("說明"))
                .publisher(Optional.of(new AgencyId("moda")))
                .keywords(List.of("人口", "戶政"))
                .themes(List.of(URI.create("https://touchstone.tw/ns/theme/climate")))
                .accessRights(Optional.of(URI.create("https://a.example/PUBLIC")))
                .issued(Optional.of(NOW.minus(3, ChronoUnit.MILLIS)))
                .temporal(Optional.of(new Period(Optional.of(LocalDate.of(2020, 2, 29)), Optional.empty())))
                .spatial(List.of(URI.create("https://a.example/area/63000")))
                .language(List.of("zh-Hant-TW"))
                .contact(Optional.of(new ContactPoint(Optional.of("某"), Optional.empty(), Optional.of("02"))))
                .landingPage(Optional.of(URI.create("https://data.example/page")))
                .conformsTo(List.of(URI.create("https://a.example/std")))
                .registered(Optional.of(NOW))
                .distributions(List.of(distribution))
                .nationalFields(Map.of("計費方式", "免費", "資料量", "12"))
                .build();
    }
}
