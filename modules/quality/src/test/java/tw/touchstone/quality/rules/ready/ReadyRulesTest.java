package tw.touchstone.quality.rules.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.quality.rules.ready.ReadyDataset.IDENTITY;
import static tw.touchstone.quality.rules.ready.ReadyDataset.NOW;
import static tw.touchstone.quality.rules.ready.ReadyDataset.SOURCE;
import static tw.touchstone.quality.rules.ready.ReadyDataset.SURVEYS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tw.touchstone.model.Activity;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.BoundingBox;
import tw.touchstone.model.ContactPoint;
import tw.touchstone.model.Coverage;
import tw.touchstone.model.DataCollection;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.FieldDefinition;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FieldReference;
import tw.touchstone.model.FieldType;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Limits;
import tw.touchstone.model.Provenance;
import tw.touchstone.model.Release;
import tw.touchstone.model.SourceRef;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Dialect;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.LinkVerdict;
import tw.touchstone.model.fact.TableProfile;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.model.fact.ValueCount;
import tw.touchstone.model.fact.ValueForm;
import tw.touchstone.quality.DatasetFacts;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Points;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.quality.Share;
import tw.touchstone.quality.rules.Rules;

/// What each indicator passes and fails, on both sides of its thresholds: one dataset that passes all, changed in one place.
///
/// Over 300 lines, since every indicator has its cases in one list.
class ReadyRulesTest {

    private static final ReadyDataset PERFECT = ReadyDataset.perfect();
    private static final String LONG = "每列為臺北市一個里於一個月底之設籍人口數依性別分列由戶政事務所每日登記彙總不含未設籍之居住人口里別名稱依當月行政區劃改編後不回溯";

    private static final Policy POLICY = policy();

    /// One change, one indicator, and what it says then: `PASS`, `NA`, a cause, or the ten-thousandths a failure earns.
    record Case(String what, ReadyDataset changed, int indicator, String expected) {
        @Override
        public String toString() {
            return "AIR-%02d %s".formatted(indicator, what);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void says(Case each) {
        var card = Rules.scorer(ReadyDataset.REFERENCE).evaluate(POLICY, each.changed().subject(), NOW);

        assertThat(card.errors()).isEmpty();
        assertThat(told(outcome(card, each.indicator()))).isEqualTo(each.expected());
    }

    @Test
    void everyIndicatorPassesOnThePerfectDatasetAndHasACaseThatFails() {
        var card = Rules.scorer(ReadyDataset.REFERENCE).evaluate(POLICY, PERFECT.subject(), NOW);

        for (int indicator = 1; indicator <= 39; indicator++) {
            assertThat(told(outcome(card, indicator))).as("AIR-%02d", indicator).isEqualTo("PASS");
        }
        assertThat(card.grade()).contains("a");
        assertThat(card.score()).contains(Points.of(100));
        assertThat(cases().filter(each -> each.expected().equals("0")).map(Case::indicator).collect(Collectors.toSet()))
                .hasSize(39);
    }

    /// Only failures tell how much is earned.
    private static String told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed _ -> "PASS";
            case Outcome.Failed failed -> "" + failed.earned().tenThousandths();
            case Outcome.NotApplicable _ -> "NA";
            case Outcome.NotMeasured measured -> measured.cause().name();
        };
    }

    static Outcome outcome(Scorecard card, int indicator) {
        var metric = Metric.ofId("air-%02d".formatted(indicator)).orElseThrow();
        return Stream.concat(card.dimensions().stream(), card.distributions().stream().flatMap(each -> each.dimensions().stream()))
                .flatMap(dimension -> dimension.measurements().stream())
                .filter(measured -> measured.metric() == metric)
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    static Policy policy() {
        try {
            return (Policy) Policy.read(Files.readString(Path.of("../../vocab/policies/ai-ready-1.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("title 縣市人口", PERFECT.with(each -> each.title(LangText.zh("縣市人口"))), 1, "PASS"),
                new Case("title 縣市人", PERFECT.with(each -> each.title(LangText.zh("縣市人"))), 1, "0"),
                new Case("title data_2024.csv", PERFECT.with(each -> each.title(LangText.zh("data_2024.csv"))), 1, "0"),
                new Case("title pop_2024_q1", PERFECT.with(each -> each.title(LangText.zh("pop_2024_q1"))), 1, "0"),
                new Case("title 內政部", PERFECT.with(each -> each.title(LangText.zh("內政部"))), 1, "0"),
                new Case("title 待補待補", PERFECT.with(each -> each.title(LangText.zh("待補待補"))), 1, "PASS"),
                new Case("title in English only", PERFECT.with(each -> each.title(LangText.of(Map.of("en", "Population by village")))), 1, "0"),
                new Case("placeholder of ten in a title", PERFECT.with(each -> each.title(LangText.zh("[More Information Needed]"))), 1, "0"),
                new Case("description of 60", PERFECT.with(each -> each.description(LangText.zh(LONG.substring(0, 60)))), 2, "PASS"),
                new Case("description of 59", PERFECT.with(each -> each.description(LangText.zh(LONG.substring(0, 59)))), 2, "0"),
                new Case("description of 120 Latin letters", PERFECT.with(each -> each.description(LangText.of(Map.of("en", "x".repeat(120))))), 2, "PASS"),
                new Case("description of 119 Latin letters", PERFECT.with(each -> each.description(LangText.of(Map.of("en", "x".repeat(119))))), 2, "0"),
                new Case("description inside the title", PERFECT.with(each -> each.title(LangText.zh(LONG + "表")).description(LangText.zh(LONG))), 2, "0"),
                new Case("twin of 0.9", PERFECT.known(twin(9_000)), 2, "0"),
                new Case("twin not looked for", PERFECT.known(new DatasetFacts(Optional.empty(), Optional.empty())), 2, "NOT_YET"),
                new Case("no creator", provenance(each -> new Provenance(Optional.empty(), each.statement(), each.sources(), each.derivedFrom(), each.citation(), each.activity())), 3, "5000"),
                new Case("no publisher", PERFECT.with(each -> each.publisher(Optional.empty())), 3, "5000"),
                new Case("neither", PERFECT.with(each -> each.publisher(Optional.of(new AgencyId("stranger"))).provenance(Optional.empty())), 3, "0"),
                new Case("source that does not answer", PERFECT.known(sources(LinkVerdict.BROKEN)), 4, "5000"),
                new Case("source never asked", PERFECT.known(sources()), 4, "5000"),
                new Case("words alone", provenance(each -> new Provenance(each.creator(), each.statement(), List.of(), each.derivedFrom(), each.citation(), each.activity())), 4, "2500"),
                new Case("an address alone", provenance(each -> new Provenance(each.creator(), LangText.NONE, each.sources(), each.derivedFrom(), each.citation(), each.activity())), 4, "2500"),
                new Case("statement of nine signs", provenance(each -> new Provenance(each.creator(), LangText.zh("一二三四五六七八九"), each.sources(), each.derivedFrom(), each.citation(), each.activity())), 4, "2500"),
                new Case("statement of ten signs", provenance(each -> new Provenance(each.creator(), LangText.zh("一二三四五六七八九十"), each.sources(), each.derivedFrom(), each.citation(), each.activity())), 4, "PASS"),
                new Case("no lineage", PERFECT.with(each -> each.provenance(Optional.empty())), 4, "0"),
                new Case("identifier of this catalogue", PERFECT.with(each -> each.source(new SourceRef("local", "ready"))), 5, "NA"),
                new Case("identifier elsewhere that does not answer", PERFECT.known(identity(LinkVerdict.BROKEN)), 5, "0"),
                new Case("identifier elsewhere that cannot be told", PERFECT.known(identity(LinkVerdict.UNDECIDED)), 5, "NOT_YET"),
                new Case("identifier elsewhere never asked", PERFECT.known(sources(LinkVerdict.OK)), 5, "NOT_YET"),
                new Case("unknown licence", PERFECT.declared(each -> each.licence(Optional.of(URI.create("https://example.org/l")))), 6, "0"),
                new Case("no licence", PERFECT.declared(each -> each.licence(Optional.empty())), 6, "0"),
                new Case("open but restricted", PERFECT.with(each -> each.accessRights(Optional.of(URI.create("http://publications.europa.eu/resource/authority/access-right/RESTRICTED")))), 6, "0"),
                new Case("open and public", PERFECT.with(each -> each.accessRights(Optional.of(URI.create("http://publications.europa.eu/resource/authority/access-right/PUBLIC")))), 6, "PASS"),
                new Case("mail to data@moi.gov.tw", PERFECT.with(each -> each.contact(Optional.of(new ContactPoint(Optional.empty(), Optional.of("data@moi.gov.tw"), Optional.empty())))), 7, "PASS"),
                new Case("mail to data@moi", PERFECT.with(each -> each.contact(Optional.of(new ContactPoint(Optional.empty(), Optional.of("data@moi"), Optional.empty())))), 7, "0"),
                new Case("mail to opendata@moda.example", PERFECT.with(each -> each.contact(Optional.of(new ContactPoint(Optional.empty(), Optional.of("opendata@moda.example"), Optional.empty())))), 7, "0"),
                new Case("mail to someone@example.com", PERFECT.with(each -> each.contact(Optional.of(new ContactPoint(Optional.empty(), Optional.of("someone@example.com"), Optional.empty())))), 7, "0"),
                new Case("mail to ann@test.gov.tw", PERFECT.with(each -> each.contact(Optional.of(new ContactPoint(Optional.empty(), Optional.of("ann@test.gov.tw"), Optional.empty())))), 7, "PASS"),
                new Case("no contact", PERFECT.with(each -> each.contact(Optional.empty())), 7, "0"),
                new Case("no citation", provenance(each -> new Provenance(each.creator(), each.statement(), each.sources(), each.derivedFrom(), LangText.NONE, each.activity())), 8, "0"),
                new Case("citation of eight signs", provenance(each -> new Provenance(each.creator(), each.statement(), each.sources(), each.derivedFrom(), LangText.zh("一二三四五六七八"), each.activity())), 8, "PASS"),
                new Case("citation of seven signs", provenance(each -> new Provenance(each.creator(), each.statement(), each.sources(), each.derivedFrom(), LangText.zh("一二三四五六七"), each.activity())), 8, "0"),
                new Case("process of 40", collection(each -> new DataCollection(LangText.zh(LONG.substring(0, 40)), each.types(), each.timeframe(), each.preprocessing(), each.manipulation(), each.imputation(), each.deidentification(), each.missingData())), 9, "PASS"),
                new Case("process of 39", collection(each -> new DataCollection(LangText.zh(LONG.substring(0, 39)), each.types(), each.timeframe(), each.preprocessing(), each.manipulation(), each.imputation(), each.deidentification(), each.missingData())), 9, "0"),
                new Case("process that repeats the description", PERFECT.with(each -> each.description(LangText.zh(LONG)).collection(Optional.of(method(LONG)))), 9, "0"),
                new Case("no collection type", collection(each -> new DataCollection(each.method(), List.of(), each.timeframe(), each.preprocessing(), each.manipulation(), each.imputation(), each.deidentification(), each.missingData())), 10, "0"),
                new Case("unknown collection type", collection(each -> new DataCollection(each.method(), List.of(SURVEYS, URI.create("urn:x")), each.timeframe(), each.preprocessing(), each.manipulation(), each.imputation(), each.deidentification(), each.missingData())), 10, "0"),
                new Case("activity without agent", activity(each -> new Activity(Optional.empty(), each.started(), each.ended(), each.used())), 11, "6666"),
                new Case("activity with agent alone", activity(each -> new Activity(each.agent(), Optional.empty(), Optional.empty(), List.of())), 11, "3333"),
                new Case("no activity", provenance(each -> new Provenance(each.creator(), each.statement(), each.sources(), each.derivedFrom(), each.citation(), Optional.empty())), 11, "0"),
                new Case("no processing", collection(each -> new DataCollection(each.method(), each.types(), each.timeframe(), LangText.NONE, each.manipulation(), each.imputation(), each.deidentification(), each.missingData())), 12, "0"),
                new Case("processing: none", collection(each -> new DataCollection(each.method(), each.types(), each.timeframe(), LangText.zh("無"), each.manipulation(), each.imputation(), each.deidentification(), each.missingData())), 12, "0"),
                new Case("de-identification instead", collection(each -> new DataCollection(each.method(), each.types(), each.timeframe(), LangText.NONE, each.manipulation(), each.imputation(), LangText.zh("以里為單位彙總故無個人資料"), each.missingData())), 12, "PASS"),
                new Case("no statement of missing values", collection(each -> new DataCollection(each.method(), each.types(), each.timeframe(), each.preprocessing(), each.manipulation(), each.imputation(), each.deidentification(), LangText.NONE)), 13, "0"),
                new Case("statement names the sentinel", collection(each -> new DataCollection(each.method(), each.types(), each.timeframe(), each.preprocessing(), each.manipulation(), each.imputation(), each.deidentification(), LangText.zh("以 -999 表示"))), 13, "PASS"),
                new Case("statement names nothing", collection(each -> new DataCollection(each.method(), each.types(), each.timeframe(), each.preprocessing(), each.manipulation(), each.imputation(), each.deidentification(), LangText.zh("部分欄位可能缺漏"))), 13, "0"),
                new Case("marker in the dictionary", PERFECT.with(each -> each.collection(Optional.empty())).declared(each -> each.fields(List.of(marked("-999")))), 13, "PASS"),
                new Case("exactly one in a hundred", PERFECT.with(each -> each.collection(Optional.empty())).column(ReadyDataset.column("人口數", ColumnType.INTEGER, 990, 10).build()), 13, "PASS"),
                new Case("eleven in a thousand", PERFECT.with(each -> each.collection(Optional.empty())).column(ReadyDataset.column("人口數", ColumnType.INTEGER, 989, 11).build()), 13, "0"),
                new Case("a PDF", pdf(), 13, "0"),
                new Case("a PDF", pdf(), 15, "0"),
                new Case("a PDF said to be of no place", pdf().with(each -> each.coverage(Optional.of(nonSpatial())).spatial(List.of())), 19, "0"),
                new Case("a PDF", pdf(), 20, "0"),
                new Case("a PDF", pdf(), 21, "0"),
                new Case("a PDF", pdf(), 31, "0"),
                new Case("a PDF", pdf(), 33, "0"),
                new Case("no period", PERFECT.with(each -> each.temporal(Optional.empty())), 14, "0"),
                new Case("period of one day", PERFECT.with(each -> each.temporal(ReadyDataset.period("2024-01-01", "2024-01-01"))), 14, "PASS"),
                new Case("period the wrong way", PERFECT.with(each -> each.temporal(ReadyDataset.period("2024-01-02", "2024-01-01"))), 14, "0"),
                new Case("years of the Republic", PERFECT.with(each -> each.temporal(ReadyDataset.period("0112-01-01", "0114-12-31"))), 14, "0"),
                new Case("a year ahead", PERFECT.with(each -> each.temporal(ReadyDataset.period("2024-01-01", "2027-11-22"))), 14, "PASS"),
                new Case("a year and a day ahead", PERFECT.with(each -> each.temporal(ReadyDataset.period("2024-01-01", "2027-11-23"))), 14, "0"),
                new Case("dates cover 293 of 366 days", PERFECT.column(ReadyDataset.column("日期", ColumnType.DATE, 1000, 0).dates("2024-01-01", "2024-10-19").build()), 15, "PASS"),
                new Case("dates cover 292 of 366 days", PERFECT.column(ReadyDataset.column("日期", ColumnType.DATE, 1000, 0).dates("2024-01-01", "2024-10-18").build()), 15, "0"),
                new Case("dates begin a day early", PERFECT.column(ReadyDataset.column("日期", ColumnType.DATE, 1000, 0).dates("2023-12-31", "2024-12-31").build()), 15, "0"),
                new Case("dates end a day late", PERFECT.column(ReadyDataset.column("日期", ColumnType.DATE, 1000, 0).dates("2024-01-01", "2025-01-01").build()), 15, "0"),
                new Case("dates without a period", PERFECT.with(each -> each.temporal(Optional.empty())), 15, "0"),
                new Case("no dates", PERFECT.holding(ReadyDataset.table(List.of(), ReadyDataset.columns().subList(2, 4))), 15, "NA"),
                new Case("no time of collection", collection(each -> new DataCollection(each.method(), each.types(), Optional.empty(), each.preprocessing(), each.manipulation(), each.imputation(), each.deidentification(), each.missingData())), 16, "0"),
                new Case("46 days old", PERFECT.changedAt(NOW.minus(45, ChronoUnit.DAYS)), 17, "0"),
                new Case("not yet 45 days old", PERFECT.changedAt(NOW.minus(45, ChronoUnit.DAYS).plusSeconds(1)), 17, "PASS"),
                new Case("no frequency", PERFECT.with(each -> each.frequency(Optional.empty())), 17, "0"),
                new Case("irregular", PERFECT.with(each -> each.frequency(Optional.of(new Frequency.Irregular()))), 17, "NA"),
                new Case("no temporal resolution", coverage(each -> new Coverage(each.box(), each.nonSpatial(), Optional.empty(), each.spatialResolution(), each.areaLevel())), 18, "0"),
                new Case("temporal resolution in words", coverage(each -> new Coverage(each.box(), each.nonSpatial(), Optional.of("每月"), each.spatialResolution(), each.areaLevel())), 18, "0"),
                new Case("no area but a box", PERFECT.with(each -> each.spatial(List.of())), 19, "PASS"),
                new Case("no area and no box", PERFECT.with(each -> each.spatial(List.of()).coverage(Optional.empty())), 19, "0"),
                new Case("box elsewhere without a name", PERFECT.with(each -> each.spatial(List.of()).coverage(Optional.of(box("2", "48", "3", "49")))), 19, "0"),
                new Case("box elsewhere with a name", PERFECT.with(each -> each.spatial(List.of(URI.create("https://example.org/paris"))).coverage(Optional.of(box("2", "48", "3", "49")))), 19, "PASS"),
                new Case("declared non-spatial, but positions in the bytes", PERFECT.with(each -> each.spatial(List.of()).coverage(Optional.of(nonSpatial()))), 19, "0"),
                new Case("declared non-spatial, and nothing in the bytes", PERFECT.with(each -> each.coverage(Optional.of(nonSpatial()))).holding(without()), 19, "NA"),
                new Case("99 of 100 inside", PERFECT, 20, "PASS"),
                new Case("98.9 of 100 inside", PERFECT.holding(inside(989)), 20, "0"),
                new Case("inside the box in degrees", PERFECT.with(each -> each.spatial(List.of())).holding(degrees("121.5")), 20, "PASS"),
                new Case("outside the box in degrees", PERFECT.with(each -> each.spatial(List.of())).holding(degrees("121.8")), 20, "0"),
                new Case("no area stated", PERFECT.with(each -> each.spatial(List.of()).coverage(Optional.empty())), 20, "0"),
                new Case("nothing spatial", PERFECT.holding(without()), 20, "NA"),
                new Case("county codes of elsewhere", PERFECT.holding(counties("65000")), 20, "0"),
                new Case("county codes of here", PERFECT.holding(counties("63000")), 20, "PASS"),
                new Case("no reference system", PERFECT.with(each -> each.conformsTo(List.of())), 21, "0"),
                new Case("another reference system", PERFECT.with(each -> each.conformsTo(List.of(URI.create("http://www.opengis.net/def/crs/EPSG/0/4326")))), 21, "0"),
                new Case("no coordinates", PERFECT.holding(without()), 21, "NA"),
                new Case("no level", coverage(each -> new Coverage(each.box(), each.nonSpatial(), each.temporalResolution(), each.spatialResolution(), Optional.empty())), 22, "0"),
                new Case("metres instead", coverage(each -> new Coverage(each.box(), each.nonSpatial(), each.temporalResolution(), Optional.of(new BigDecimal("0.5")), Optional.empty())), 22, "PASS"),
                new Case("no type", PERFECT.with(each -> each.type(Optional.empty())), 23, "5000"),
                new Case("neither type nor theme", PERFECT.with(each -> each.type(Optional.empty()).themes(List.of())), 23, "0"),
                new Case("declared as JSON", PERFECT.declared(each -> each.format(Optional.of(FileFormat.JSON))), 24, "0"),
                new Case("another media type", PERFECT.declared(each -> each.mediaType(Optional.of("application/json"))), 24, "0"),
                new Case("media type with a parameter", PERFECT.declared(each -> each.mediaType(Optional.of("text/CSV; charset=utf-8"))), 24, "PASS"),
                new Case("served as a page", PERFECT.reached(ReadyDataset.answer(URI.create("https://data.example.tw/a.csv"), LinkVerdict.OK, "text/html")), 24, "0"),
                new Case("three of four described", PERFECT.declared(each -> each.fields(each.build().fields().subList(0, 3))), 25, "7500"),
                new Case("two of four described", PERFECT.declared(each -> each.fields(each.build().fields().subList(0, 2))), 25, "5000"),
                new Case("one of four described", PERFECT.declared(each -> each.fields(each.build().fields().subList(0, 1))), 25, "0"),
                new Case("names alone", PERFECT.declared(each -> each.fields(List.of(FieldDescription.named("里別")))), 25, "0"),
                new Case("one bad row of a thousand", PERFECT.odd(new Anomaly(AnomalyCode.RAGGED_ROW, 1, List.of())), 26, "PASS"),
                new Case("two bad rows of a thousand", PERFECT.odd(new Anomaly(AnomalyCode.RAGGED_ROW, 2, List.of())), 26, "5000"),
                new Case("ten bad rows of a thousand", PERFECT.odd(new Anomaly(AnomalyCode.RAGGED_ROW, 10, List.of())), 26, "5000"),
                new Case("eleven bad rows of a thousand", PERFECT.odd(new Anomaly(AnomalyCode.RAGGED_ROW, 11, List.of())), 26, "0"),
                new Case("a number that is text", PERFECT.column(ReadyDataset.column("人口數", ColumnType.TEXT, 980, 20).build()), 26, "0"),
                new Case("nothing to check against", PERFECT.declared(each -> each.fields(List.of())), 26, "0"),
                new Case("no key", PERFECT.declared(each -> each.fields(List.of(ReadyDataset.field("里別", FieldType.STRING, "", false)))), 27, "0"),
                new Case("repeated key", PERFECT.column(ReadyDataset.column("里別", ColumnType.TEXT, 1000, 0).unique(false).build()), 27, "0"),
                new Case("key with a blank", PERFECT.column(ReadyDataset.column("里別", ColumnType.TEXT, 999, 1).unique(true).build()), 27, "0"),
                new Case("key that is not in the file", PERFECT.declared(each -> each.fields(List.of(ReadyDataset.field("代碼", FieldType.STRING, "", true)))), 27, "0"),
                new Case("key of two fields", PERFECT.declared(each -> each.fields(List.of(ReadyDataset.field("里別", FieldType.STRING, "", true), ReadyDataset.field("日期", FieldType.DATE, "", true)))), 27, "NOT_YET"),
                new Case("reference to nothing", PERFECT.declared(each -> each.fields(List.of(referring("沒有"), ReadyDataset.field("里別", FieldType.STRING, "", true)))), 27, "0"),
                new Case("reference to a field", PERFECT.declared(each -> each.fields(List.of(referring("里別"), ReadyDataset.field("里別", FieldType.STRING, "", true)))), 27, "PASS"),
                new Case("number without unit", PERFECT.declared(each -> each.fields(List.of(ReadyDataset.field("人口數", FieldType.INTEGER, "", false)))), 28, "0"),
                new Case("one of two with unit", PERFECT.declared(each -> each.fields(List.of(ReadyDataset.field("人口數", FieldType.INTEGER, "", false), ReadyDataset.field("戶數", FieldType.INTEGER, "戶", false)))), 28, "5000"),
                new Case("code without list", PERFECT.declared(each -> each.fields(List.of(ReadyDataset.field("里代碼", FieldType.STRING, "", false)))), 28, "0"),
                new Case("no dictionary", PERFECT.declared(each -> each.fields(List.of())), 28, "0"),
                new Case("in Big5", PERFECT.holding(big5()), 29, "0"),
                new Case("title line", PERFECT.odd(new Anomaly(AnomalyCode.TITLE_LINE, 1, List.of())), 29, "0"),
                new Case("blank rows", PERFECT.odd(new Anomaly(AnomalyCode.BLANK_ROW, 9, List.of())), 29, "PASS"),
                new Case("a PDF", PERFECT.holding(ReadyDataset.facts(FileFormat.PDF, TextEncoding.UTF_8, new Content.Opaque(), Optional.empty())), 29, "0"),
                new Case("no bias", limits(each -> new Limits(LangText.NONE, each.limitations(), each.personalData(), each.useCases(), each.socialImpact(), each.groupColumns())), 30, "0"),
                new Case("bias: none", limits(each -> new Limits(LangText.zh("無"), each.limitations(), each.personalData(), each.useCases(), each.socialImpact(), each.groupColumns())), 30, "0"),
                new Case("none known, with a reason", limits(each -> new Limits(LangText.zh("未發現偏誤，因為本資料為全數登記而非取樣"), each.limitations(), each.personalData(), each.useCases(), each.socialImpact(), each.groupColumns())), 30, "5000"),
                new Case("bias that names nothing", limits(each -> new Limits(LangText.zh("資料可能存在某些不足之處，請使用者自行斟酌"), each.limitations(), each.personalData(), each.useCases(), each.socialImpact(), each.groupColumns())), 30, "0"),
                new Case("bias of 15 signs", limits(each -> new Limits(LangText.zh("都會測站較多而他處測站較少之故"), each.limitations(), each.personalData(), each.useCases(), each.socialImpact(), each.groupColumns())), 30, "PASS"),
                new Case("bias of 14 signs", limits(each -> new Limits(LangText.zh("都會測站較多而他處測站較少故"), each.limitations(), each.personalData(), each.useCases(), each.socialImpact(), each.groupColumns())), 30, "0"),
                new Case("twenty to one", PERFECT.with(each -> each.limits(Optional.of(groups()))).column(ReadyDataset.column("性別", ColumnType.TEXT, 2100, 0).top("女", 2000).top("男", 100).build()), 31, "PASS"),
                new Case("more than twenty to one", PERFECT.with(each -> each.limits(Optional.of(groups()))).column(ReadyDataset.column("性別", ColumnType.TEXT, 2101, 0).top("女", 2001).top("男", 100).build()), 31, "0"),
                new Case("uneven and told of", PERFECT.column(ReadyDataset.column("性別", ColumnType.TEXT, 1000, 0).top("女", 995).top("男", 5).build()), 31, "PASS"),
                new Case("no group declared", limits(each -> new Limits(each.biases(), each.limitations(), each.personalData(), each.useCases(), each.socialImpact(), List.of())), 31, "0"),
                new Case("no group at all", PERFECT.with(each -> each.limits(Optional.empty())).holding(ReadyDataset.table(List.of(), ReadyDataset.columns().subList(0, 3))), 31, "NA"),
                new Case("declared group is not there", limits(each -> new Limits(each.biases(), each.limitations(), each.personalData(), each.useCases(), each.socialImpact(), List.of("年齡"))), 31, "0"),
                new Case("no limitations", limits(each -> new Limits(each.biases(), LangText.NONE, each.personalData(), each.useCases(), each.socialImpact(), each.groupColumns())), 32, "0"),
                new Case("personal data not stated", limits(each -> new Limits(each.biases(), each.limitations(), LangText.NONE, each.useCases(), each.socialImpact(), each.groupColumns())), 33, "0"),
                new Case("undeclared identity numbers", PERFECT.column(ReadyDataset.column("身分證", ColumnType.TEXT, 1000, 0).form(ValueForm.NATIONAL_ID, 1).build()), 33, "0"),
                new Case("business numbers are no personal data", PERFECT.column(ReadyDataset.column("統編", ColumnType.TEXT, 1000, 0).form(ValueForm.BUSINESS_NUMBER, 9).build()), 33, "PASS"),
                new Case("declared identity numbers", limits(each -> new Limits(each.biases(), each.limitations(), LangText.zh("含身分證字號，已取得同意"), each.useCases(), each.socialImpact(), each.groupColumns())).column(ReadyDataset.column("身分證", ColumnType.TEXT, 1000, 0).form(ValueForm.NATIONAL_ID, 9).build()), 33, "PASS"),
                new Case("social impact instead", limits(each -> new Limits(each.biases(), each.limitations(), each.personalData(), LangText.NONE, LangText.zh("可能影響學區劃分與地方資源"), each.groupColumns())), 34, "PASS"),
                new Case("no purpose", limits(each -> new Limits(each.biases(), each.limitations(), each.personalData(), LangText.NONE, each.socialImpact(), each.groupColumns())), 34, "0"),
                new Case("a page", PERFECT.holding(ReadyDataset.page()), 35, "0"),
                new Case("a dead link that never gave anything", PERFECT.reached(ReadyDataset.answer(URI.create("https://data.example.tw/a.csv"), LinkVerdict.BROKEN, "")).holdingNothing(), 35, "0"),
                new Case("a link that answers, bytes unseen", PERFECT.holdingNothing(), 35, "NOT_YET"),
                new Case("bytes, and the link unasked", PERFECT.unasked(), 35, "NOT_YET"),
                new Case("a page, and the link unasked", PERFECT.holding(ReadyDataset.page()).unasked(), 35, "0"),
                new Case("an undecided link", PERFECT.reached(ReadyDataset.answer(URI.create("https://data.example.tw/a.csv"), LinkVerdict.UNDECIDED, "")), 35, "UNDECIDED"),
                new Case("a dead link", PERFECT.reached(ReadyDataset.answer(URI.create("https://data.example.tw/a.csv"), LinkVerdict.BROKEN, "")), 35, "0"),
                new Case("no file", PERFECT.holding(ReadyDataset.facts(FileFormat.CSV, TextEncoding.UTF_8, new Content.Empty(), Optional.empty())), 35, "0"),
                new Case("no checksum", PERFECT.declared(each -> each.checksum(Optional.empty())), 36, "5000"),
                new Case("wrong size", PERFECT.declared(each -> each.byteSize(Optional.of(421L))), 36, "0"),
                new Case("neither checksum nor size", PERFECT.declared(each -> each.checksum(Optional.empty()).byteSize(Optional.empty())), 36, "0"),
                new Case("no date of publication", PERFECT.with(each -> each.issued(Optional.empty())), 37, "0"),
                new Case("no checksum for Croissant", PERFECT.declared(each -> each.checksum(Optional.empty())), 37, "0"),
                new Case("live without checksum", PERFECT.with(each -> each.release(Optional.of(new Release(Optional.empty(), LangText.NONE, true, LangText.NONE)))).declared(each -> each.checksum(Optional.empty())), 37, "PASS"),
                new Case("version without notes", PERFECT.with(each -> each.release(Optional.of(new Release(Optional.of("1"), LangText.NONE, false, LangText.NONE)))), 38, "5000"),
                new Case("live", PERFECT.with(each -> each.release(Optional.of(new Release(Optional.empty(), LangText.NONE, true, LangText.NONE)))), 38, "PASS"),
                new Case("no version", PERFECT.with(each -> each.release(Optional.of(new Release(Optional.empty(), LangText.NONE, false, LangText.NONE)))), 38, "0"),
                new Case("no plan", PERFECT.with(each -> each.release(Optional.of(new Release(Optional.of("1"), LangText.zh("初版"), false, LangText.NONE)))), 39, "0"));
    }

    private static ReadyDataset pdf() {
        return PERFECT.holding(
                ReadyDataset.facts(FileFormat.PDF, TextEncoding.UTF_8, new Content.Opaque(), Optional.empty()));
    }

    private static ReadyDataset provenance(UnaryOperator<Provenance> change) {
        return PERFECT.with(each -> each.provenance(PERFECT.dataset().provenance().map(change)));
    }

    private static ReadyDataset activity(UnaryOperator<Activity> change) {
        return provenance(each -> new Provenance(
                each.creator(), each.statement(), each.sources(), each.derivedFrom(), each.citation(), each.activity().map(change)));
    }

    private static ReadyDataset collection(UnaryOperator<DataCollection> change) {
        return PERFECT.with(each -> each.collection(PERFECT.dataset().collection().map(change)));
    }

    private static ReadyDataset limits(UnaryOperator<Limits> change) {
        return PERFECT.with(each -> each.limits(PERFECT.dataset().limits().map(change)));
    }

    private static ReadyDataset coverage(UnaryOperator<Coverage> change) {
        return PERFECT.with(each -> each.coverage(PERFECT.dataset().coverage().map(change)));
    }

    private static DatasetFacts twin(int similarity) {
        return new DatasetFacts(
                Optional.of(new DatasetFacts.Twin(Optional.of(new DatasetId("other")), new Share(similarity), Optional.empty())), Optional.empty());
    }

    private static DatasetFacts sources(LinkVerdict... verdicts) {
        var seen = new TreeMap<URI, LinkVerdict>();
        Stream.of(verdicts).forEach(each -> seen.put(SOURCE, each));
        return new DatasetFacts(Optional.empty(), Optional.empty(), Optional.of(new DatasetFacts.Sources(seen)));
    }

    private static DatasetFacts identity(LinkVerdict verdict) {
        return new DatasetFacts(
                Optional.empty(), Optional.empty(), Optional.of(new DatasetFacts.Sources(new TreeMap<>(Map.of(IDENTITY, verdict)))));
    }

    private static DataCollection method(String text) {
        var none = LangText.NONE;
        return new DataCollection(LangText.zh(text), List.of(), Optional.empty(), none, none, none, none, none);
    }

    private static FieldDescription marked(String marker) {
        return new FieldDescription(
                "人口數",
                Optional.empty(),
                Optional.of(new FieldDefinition(
                        LangText.NONE, Optional.empty(), Optional.empty(), Optional.empty(), List.of(marker), false, false, Optional.empty())));
    }

    private static FieldDescription referring(String to) {
        var target = new FieldReference(URI.create("http://localhost/distributions/ready-1"), to);
        return new FieldDescription("上層", Optional.empty(), Optional.of(FieldDefinition.of(FieldType.STRING).referring(target)));
    }

    private static Coverage box(String west, String south, String east, String north) {
        return new Coverage(
                Optional.of(new BoundingBox(
                        new BigDecimal(west), new BigDecimal(south), new BigDecimal(east), new BigDecimal(north))),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Coverage nonSpatial() {
        return new Coverage(Optional.empty(), true, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Limits groups() {
        return new Limits(LangText.NONE, LangText.NONE, LangText.NONE, LangText.NONE, LangText.NONE, List.of("性別"));
    }

    private static ByteFacts geo(Optional<GeoProfile> geo) {
        var bytes = PERFECT.bytes();
        return ReadyDataset.facts(FileFormat.CSV, TextEncoding.UTF_8, bytes.content(), geo);
    }

    private static ByteFacts without() {
        return geo(Optional.empty());
    }

    private static ByteFacts big5() {
        return ReadyDataset.facts(FileFormat.CSV, TextEncoding.BIG5, PERFECT.bytes().content(), Optional.empty());
    }

    private static ByteFacts inside(long positions) {
        return geo(Optional.of(new GeoProfile(
                Optional.of("EPSG:3826"), false, Optional.empty(), List.of(), 1_000, 1_000, List.of(new ValueCount("63000", positions)), List.of())));
    }

    private static ByteFacts degrees(String east) {
        return geo(Optional.of(new GeoProfile(
                Optional.of("EPSG:4326"),
                false,
                Optional.of(new GeoProfile.Box("121.45", "25.0", east, "25.1")),
                List.of(),
                1_000,
                1_000,
                List.of(),
                List.of())));
    }

    private static ByteFacts counties(String code) {
        var column = ReadyDataset.column("縣市", ColumnType.TEXT, 1_000, 0).top(code, 1_000).form(ValueForm.COUNTY_CODE, 1_000).build();
        return ReadyDataset.facts(
                FileFormat.CSV,
                TextEncoding.UTF_8,
                new Content.Tables(List.of(new TableProfile("", Dialect.NONE, 1, List.of("縣市"), 1_000, List.of(), List.of(column)))),
                Optional.empty());
    }
}
