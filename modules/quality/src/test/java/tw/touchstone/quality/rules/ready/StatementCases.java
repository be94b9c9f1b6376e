package tw.touchstone.quality.rules.ready;

import static tw.touchstone.quality.rules.ready.Changed.activity;
import static tw.touchstone.quality.rules.ready.Changed.box;
import static tw.touchstone.quality.rules.ready.Changed.collection;
import static tw.touchstone.quality.rules.ready.Changed.coverage;
import static tw.touchstone.quality.rules.ready.Changed.identity;
import static tw.touchstone.quality.rules.ready.Changed.limits;
import static tw.touchstone.quality.rules.ready.Changed.method;
import static tw.touchstone.quality.rules.ready.Changed.nonSpatial;
import static tw.touchstone.quality.rules.ready.Changed.pdf;
import static tw.touchstone.quality.rules.ready.Changed.provenance;
import static tw.touchstone.quality.rules.ready.Changed.sources;
import static tw.touchstone.quality.rules.ready.Changed.twin;
import static tw.touchstone.quality.rules.ready.Changed.without;
import static tw.touchstone.quality.rules.ready.ReadyDataset.NOW;
import static tw.touchstone.quality.rules.ready.ReadyDataset.SURVEYS;

import java.math.BigDecimal;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.model.Activity;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.ContactPoint;
import tw.touchstone.model.Coverage;
import tw.touchstone.model.DataCollection;
import tw.touchstone.model.FieldType;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Limits;
import tw.touchstone.model.Provenance;
import tw.touchstone.model.Release;
import tw.touchstone.model.SourceRef;
import tw.touchstone.model.fact.LinkVerdict;
import tw.touchstone.quality.DatasetFacts;
import tw.touchstone.quality.rules.ready.ReadyRulesTest.Case;

/// Cases of indicators that judge what is said: AIR-01 to AIR-12, AIR-14, AIR-16 to AIR-19, AIR-22, AIR-23, AIR-30, AIR-32,
/// AIR-34, AIR-38 and AIR-39.
final class StatementCases {

    private static final ReadyDataset PERFECT = ReadyDataset.perfect();
    private static final String LONG = "每列為臺北市一個里於一個月底之設籍人口數依性別分列由戶政事務所每日登記彙總不含未設籍之居住人口里別名稱依當月行政區劃改編後不回溯";

    private StatementCases() {}

    static List<Case> all() {
        return List.of(
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
                new Case("no period", PERFECT.with(each -> each.temporal(Optional.empty())), 14, "0"),
                new Case("period of one day", PERFECT.with(each -> each.temporal(ReadyDataset.period("2024-01-01", "2024-01-01"))), 14, "PASS"),
                new Case("period the wrong way", PERFECT.with(each -> each.temporal(ReadyDataset.period("2024-01-02", "2024-01-01"))), 14, "0"),
                new Case("years of the Republic", PERFECT.with(each -> each.temporal(ReadyDataset.period("0112-01-01", "0114-12-31"))), 14, "0"),
                new Case("a year ahead", PERFECT.with(each -> each.temporal(ReadyDataset.period("2024-01-01", "2027-11-22"))), 14, "PASS"),
                new Case("a year and a day ahead", PERFECT.with(each -> each.temporal(ReadyDataset.period("2024-01-01", "2027-11-23"))), 14, "0"),
                new Case("no time of collection", collection(each -> new DataCollection(each.method(), each.types(), Optional.empty(), each.preprocessing(), each.manipulation(), each.imputation(), each.deidentification(), each.missingData())), 16, "0"),
                new Case("46 days old", PERFECT.changedAt(NOW.minus(45, ChronoUnit.DAYS)), 17, "0"),
                new Case("not yet 45 days old", PERFECT.changedAt(NOW.minus(45, ChronoUnit.DAYS).plusSeconds(1)), 17, "PASS"),
                new Case("no frequency", PERFECT.with(each -> each.frequency(Optional.empty())), 17, "0"),
                new Case("irregular", PERFECT.with(each -> each.frequency(Optional.of(new Frequency.Irregular()))), 17, "NA"),
                new Case("no temporal resolution", coverage(each -> new Coverage(each.box(), each.nonSpatial(), Optional.empty(), each.spatialResolution(), each.areaLevel())), 18, "0"),
                new Case("temporal resolution in words", coverage(each -> new Coverage(each.box(), each.nonSpatial(), Optional.of("每月"), each.spatialResolution(), each.areaLevel())), 18, "0"),
                new Case("a PDF said to be of no place", pdf().with(each -> each.coverage(Optional.of(nonSpatial())).spatial(List.of())), 19, "0"),
                new Case("no area but a box", PERFECT.with(each -> each.spatial(List.of())), 19, "PASS"),
                new Case("no area and no box", PERFECT.with(each -> each.spatial(List.of()).coverage(Optional.empty())), 19, "0"),
                new Case("box elsewhere without a name", PERFECT.with(each -> each.spatial(List.of()).coverage(Optional.of(box("2", "48", "3", "49")))), 19, "0"),
                new Case("box elsewhere with a name", PERFECT.with(each -> each.spatial(List.of(URI.create("https://example.org/paris"))).coverage(Optional.of(box("2", "48", "3", "49")))), 19, "PASS"),
                new Case("declared non-spatial, but positions in the bytes", PERFECT.with(each -> each.spatial(List.of()).coverage(Optional.of(nonSpatial()))), 19, "0"),
                new Case("declared non-spatial, and nothing in the bytes", PERFECT.with(each -> each.coverage(Optional.of(nonSpatial()))).holding(without()), 19, "NA"),
                new Case("declared non-spatial with declared coordinates", PERFECT.with(each -> each.coverage(Optional.of(nonSpatial()))).holding(without()).declared(each -> each.fields(List.of(ReadyDataset.field("TWD97X", FieldType.DECIMAL, "", false)))), 22, "0"),
                new Case("no level", coverage(each -> new Coverage(each.box(), each.nonSpatial(), each.temporalResolution(), each.spatialResolution(), Optional.empty())), 22, "0"),
                new Case("metres instead", coverage(each -> new Coverage(each.box(), each.nonSpatial(), each.temporalResolution(), Optional.of(new BigDecimal("0.5")), Optional.empty())), 22, "PASS"),
                new Case("no type", PERFECT.with(each -> each.type(Optional.empty())), 23, "5000"),
                new Case("neither type nor theme", PERFECT.with(each -> each.type(Optional.empty()).themes(List.of())), 23, "0"),
                new Case("no bias", limits(each -> new Limits(LangText.NONE, each.limitations(), each.personalData(), each.useCases(), each.socialImpact(), each.groupColumns())), 30, "0"),
                new Case("bias: none", limits(each -> new Limits(LangText.zh("無"), each.limitations(), each.personalData(), each.useCases(), each.socialImpact(), each.groupColumns())), 30, "0"),
                new Case("none known, with a reason", limits(each -> new Limits(LangText.zh("未發現偏誤，因為本資料為全數登記而非取樣"), each.limitations(), each.personalData(), each.useCases(), each.socialImpact(), each.groupColumns())), 30, "5000"),
                new Case("bias that names nothing", limits(each -> new Limits(LangText.zh("資料可能存在某些不足之處，請使用者自行斟酌"), each.limitations(), each.personalData(), each.useCases(), each.socialImpact(), each.groupColumns())), 30, "0"),
                new Case("bias of 15 signs", limits(each -> new Limits(LangText.zh("都會測站較多而他處測站較少之故"), each.limitations(), each.personalData(), each.useCases(), each.socialImpact(), each.groupColumns())), 30, "PASS"),
                new Case("bias of 14 signs", limits(each -> new Limits(LangText.zh("都會測站較多而他處測站較少故"), each.limitations(), each.personalData(), each.useCases(), each.socialImpact(), each.groupColumns())), 30, "0"),
                new Case("no limitations", limits(each -> new Limits(each.biases(), LangText.NONE, each.personalData(), each.useCases(), each.socialImpact(), each.groupColumns())), 32, "0"),
                new Case("social impact instead", limits(each -> new Limits(each.biases(), each.limitations(), each.personalData(), LangText.NONE, LangText.zh("可能影響學區劃分與地方資源"), each.groupColumns())), 34, "PASS"),
                new Case("no purpose", limits(each -> new Limits(each.biases(), each.limitations(), each.personalData(), LangText.NONE, each.socialImpact(), each.groupColumns())), 34, "0"),
                new Case("version without notes", PERFECT.with(each -> each.release(Optional.of(new Release(Optional.of("1"), LangText.NONE, false, LangText.NONE)))), 38, "5000"),
                new Case("live", PERFECT.with(each -> each.release(Optional.of(new Release(Optional.empty(), LangText.NONE, true, LangText.NONE)))), 38, "PASS"),
                new Case("no version", PERFECT.with(each -> each.release(Optional.of(new Release(Optional.empty(), LangText.NONE, false, LangText.NONE)))), 38, "0"),
                new Case("no plan", PERFECT.with(each -> each.release(Optional.of(new Release(Optional.of("1"), LangText.zh("初版"), false, LangText.NONE)))), 39, "0"));
    }
}
