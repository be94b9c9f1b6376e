package tw.touchstone.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tw.touchstone.model.Activity;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Agent;
import tw.touchstone.model.ContactPoint;
import tw.touchstone.model.Coverage;
import tw.touchstone.model.DataCollection;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDefinition;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FieldType;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Limits;
import tw.touchstone.model.Period;
import tw.touchstone.model.Provenance;
import tw.touchstone.model.Release;
import tw.touchstone.model.Rights;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.SourceRef;
import tw.touchstone.model.StandardField;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Dialect;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.FormCount;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkStanding;
import tw.touchstone.model.fact.LinkVerdict;
import tw.touchstone.model.fact.TableProfile;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.model.fact.TextFacts;
import tw.touchstone.model.fact.ValueCount;
import tw.touchstone.model.fact.ValueForm;
import tw.touchstone.quality.rules.Rules;

/// A dataset without fault and ways to spoil it.
public final class Fixtures {

    public static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");
    public static final DatasetId ID = new DatasetId("41568");
    public static final StandardField COUNTY_CODE = new StandardField(
            "county-code", "common", LangText.of("縣市代碼", "County code"), List.of("縣市別代碼"), Optional.of("[0-9]{5}"), List.of(ValueForm.COUNTY_CODE), "內政部");
    public static final Scorer SCORER = Rules.scorer(reference(COUNTY_CODE));
    public static final Policy LABEL_113 = policy("label-113");
    public static final Policy LABEL_114 = policy("label-114");

    public static final URI LICENCE = URI.create("https://data.gov.tw/license");
    public static final URI CLOSED_LICENCE = URI.create("https://creativecommons.org/licenses/by-nc/4.0/");
    public static final URI PUBLIC =
            URI.create("http://publications.europa.eu/resource/authority/access-right/PUBLIC");
    /// Knows what the policies in `vocab/policies` need.
    public static final Scorer FULL = Rules.scorer(new Reference(
            new Standards(List.of(COUNTY_CODE)), terms(), readiness(), WorkingDays.MONDAY_TO_FRIDAY));
    public static final Policy STRICT = policy("label-strict-1");
    public static final Policy MQA = policy("mqa-405");
    public static final Policy STARS = policy("five-star");
    public static final Policy READY = policy("ai-ready-1");
    /// All that come with the product.
    public static final List<Policy> POLICIES = List.of(LABEL_113, LABEL_114, STRICT, MQA, STARS, READY);

    private Fixtures() {}

    /// Nothing is known but these fields of data standards.
    public static Reference reference(StandardField... fields) {
        return new Reference(new Standards(List.of(fields)), KnownTerms.NONE, WorkingDays.MONDAY_TO_FRIDAY);
    }

    /// Licences, access rights, media types and formats enough for the point policies.
    public static KnownTerms terms() {
        return new KnownTerms(new KnownTerms.Lists(
                List.of(LICENCE, CLOSED_LICENCE),
                List.of(LICENCE),
                List.of(PUBLIC),
                List.of("text/csv", "application/json"),
                List.of(
                        new FormatTraits(FileFormat.CSV, true, false, true),
                        new FormatTraits(FileFormat.JSON, true, false, true),
                        new FormatTraits(FileFormat.JSON_LINES, false, false, true),
                        new FormatTraits(FileFormat.TURTLE, true, false, true),
                        new FormatTraits(FileFormat.XLSX, true, true, true),
                        new FormatTraits(FileFormat.PDF, true, false, false),
                        new FormatTraits(FileFormat.HTML, true, false, false),
                        new FormatTraits(FileFormat.ZIP, true, false, false))));
    }

    /// Terms and words enough for the AI-Ready indicators.
    static Readiness readiness() {
        return new Readiness(new Readiness.Lists(
                List.of(URI.create("https://touchstone.tw/ns/collection-type/surveys")),
                List.of(URI.create("https://touchstone.tw/ns/dataset-type/statistics")),
                List.of(URI.create("https://touchstone.tw/ns/theme/climate")),
                List.of(URI.create("https://touchstone.tw/ns/area-level/county")),
                new TreeMap<>(Map.of(URI.create("https://touchstone.tw/ns/area/63000"), "63000")),
                List.of("待補", "無"),
                List.of("都會", "抽樣"),
                new TreeMap<>(Map.of("moi", LangText.of("內政部", "Ministry of the Interior")))));
    }

    static Policy policy(String id) {
        return (Policy) Policy.read(vocab("policies/" + id + ".json"));
    }

    static String vocab(String file) {
        try {
            return Files.readString(Path.of("../../vocab").resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Holds 白金 under both policies.
    public static Subject perfect() {
        return perfect(1);
    }

    /// Holds 白金 under both policies, with so many distributions.
    static Subject perfect(int distributions) {
        var declared = new ArrayList<Distribution>();
        var facts = new HashMap<DistributionId, DistributionFacts>();
        for (int number = 1; number <= distributions; number++) {
            var distribution = distribution(number);
            declared.add(distribution);
            facts.put(distribution.id(), new DistributionFacts(Optional.of(csv()), Optional.of(answered())));
        }
        var dataset = Dataset.of(ID, new SourceRef(SourceRef.NATIONAL, "41568"), LangText.of("人口", "Population"))
                .frequency(Optional.of(new Frequency.Every(1, ChronoUnit.MONTHS)))
                .modified(Optional.of(NOW.minus(10, ChronoUnit.DAYS)))
                .distributions(declared)
                .build();
        return new Subject(dataset, facts);
    }

    /// Earns every point of the metadata assessment, with so many distributions.
    public static Subject documented(int distributions) {
        var subject = perfect(distributions);
        var declared = subject.dataset().distributions().stream()
                .map(each -> each.with()
                        .mediaType(Optional.of("text/csv"))
                        .licence(Optional.of(LICENCE))
                        .byteSize(Optional.of(420L))
                        .issued(Optional.of(NOW))
                        .modified(Optional.of(NOW.minus(10, ChronoUnit.DAYS)))
                        .rights(Optional.of(new Rights(LangText.zh("註明來源"), Optional.empty())))
                        .build())
                .toList();
        var facts = new HashMap<DistributionId, DistributionFacts>();
        declared.forEach(each -> {
            var url = each.downloadUrl().orElseThrow();
            var probe = LinkProbe.bodiless(NOW, url, answer().hops(), LinkVerdict.OK, "answered");
            facts.put(each.id(), new DistributionFacts(Optional.of(filled()), Optional.of(LinkStanding.of(probe))));
        });
        var dataset = subject.dataset()
                .with()
                .description(LangText.of("各縣市人口", "Population by county"))
                .publisher(Optional.of(new AgencyId("moi")))
                .keywords(List.of("人口"))
                .themes(List.of(URI.create("https://touchstone.tw/ns/theme/climate")))
                .accessRights(Optional.of(PUBLIC))
                .temporal(Optional.of(new Period(Optional.of(LocalDate.of(2024, 1, 1)), Optional.empty())))
                .spatial(List.of(URI.create("https://touchstone.tw/ns/area/63000")))
                .contact(Optional.of(new ContactPoint(Optional.of("某"), Optional.empty(), Optional.empty())))
                .distributions(declared)
                .build();
        return new Subject(dataset, facts);
    }

    /// The documented dataset with the whole AI-Ready documentation.
    static Subject described(int distributions) {
        var subject = documented(distributions);
        var declared = subject.dataset().distributions().stream()
                .map(each -> each.with()
                        .checksum(Optional.of(filled().digest()))
                        .fields(List.of(
                                defined("縣市代碼", FieldType.STRING, Optional.empty()),
                                defined("人口數", FieldType.INTEGER, Optional.of("人")),
                                defined("備註", FieldType.STRING, Optional.empty())))
                        .build())
                .toList();
        var text = "每列為一縣市於一月底之設籍人口數，由戶政事務所受理登記後彙總；不含未設籍之居住人口，縣市名稱依當月行政區劃，改編後不回溯調整歷史數值，統計截止日為月底。";
        var day = Optional.of(LocalDate.of(2024, 1, 31));
        return new Subject(
                subject.dataset()
                        .with()
                        .title(LangText.of("各縣市人口", "Population by county"))
                        .description(LangText.zh(text))
                        .issued(Optional.of(NOW))
                        .type(Optional.of(URI.create("https://touchstone.tw/ns/dataset-type/statistics")))
                        .coverage(Optional.of(new Coverage(
                                Optional.empty(),
                                false,
                                Optional.of("P1M"),
                                Optional.empty(),
                                Optional.of(URI.create("https://touchstone.tw/ns/area-level/county")))))
                        .provenance(Optional.of(new Provenance(
                                Optional.of(new Agent.Listed(new AgencyId("moi"))),
                                LangText.zh("由戶役政資訊系統每月底匯出彙總"),
                                List.of(URI.create("https://ris.example/")),
                                List.of(),
                                LangText.zh("內政部（2026）。各縣市人口。"),
                                Optional.of(new Activity(
                                        Optional.of(new Agent.Listed(new AgencyId("moi"))),
                                        Optional.of(NOW),
                                        Optional.empty(),
                                        List.of(URI.create("https://ris.example/")))))))
                        .collection(Optional.of(new DataCollection(
                                LangText.zh("各戶政事務所受理民眾申請設籍、遷徙與死亡登記，即時寫入戶役政系統，月底由內政部依縣市彙總後匯出並複核。"),
                                List.of(URI.create("https://touchstone.tw/ns/collection-type/surveys")),
                                Optional.of(new Period(day, day)),
                                LangText.zh("刪除重複登記，未補值，未推估"),
                                LangText.NONE,
                                LangText.NONE,
                                LangText.NONE,
                                LangText.NONE)))
                        .limits(Optional.of(new Limits(
                                LangText.zh("未設籍人口不計，都會區之實際居住人口因此被低估"),
                                LangText.zh("不宜用於推估實際居住人口或個別住戶"),
                                LangText.zh("不含個人資料，僅為彙總數"),
                                LangText.zh("公共設施規劃與學區調整之參考"),
                                LangText.NONE,
                                List.of())))
                        .release(Optional.of(new Release(
                                Optional.of("1"), LangText.zh("初版"), false, LangText.zh("每月十日前更新，停用前六個月公告"))))
                        .distributions(declared)
                        .build(),
                subject.facts());
    }

    private static FieldDescription defined(String name, FieldType type, Optional<String> unit) {
        return new FieldDescription(
                name,
                Optional.of(name + "之說明"),
                Optional.of(new FieldDefinition(
                        LangText.NONE,
                        Optional.of(type),
                        unit,
                        name.endsWith("代碼") ? Optional.of(URI.create("https://touchstone.tw/ns/area")) : Optional.empty(),
                        List.of(),
                        false,
                        false,
                        Optional.empty())));
    }

    /// The sound table with what stands in its columns: 22 codes of counties, all different.
    public static ByteFacts filled() {
        return filled(22, 22);
    }

    /// The sound table; so many of its 22 codes are codes of counties, and so many differ.
    public static ByteFacts filled(long codes, long distinct) {
        var column = column("縣市代碼", ColumnType.TEXT, distinct, List.of(new FormCount(ValueForm.COUNTY_CODE, codes)));
        return table(List.of(column, column("人口數", ColumnType.INTEGER, 22, List.of()), column("備註", ColumnType.TEXT, 2, List.of())));
    }

    public static ByteFacts table(List<ColumnProfile> columns) {
        var header = columns.stream().map(ColumnProfile::name).toList();
        var profile = new TableProfile("", new Dialect(',', '"', "LF"), 1, header, 22, List.of(), columns);
        return bytes(
                FileFormat.CSV,
                Optional.of(new TextFacts(TextEncoding.UTF_8, false, List.of())),
                new Content.Tables(List.of(profile)));
    }

    public static ColumnProfile column(String name, ColumnType type, long distinct, List<FormCount> forms) {
        return new ColumnProfile(
                name,
                Optional.empty(),
                Optional.empty(),
                type,
                22,
                0,
                List.of(),
                distinct,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                9,
                List.of(new ValueCount("x", 22)),
                forms);
    }

    public static Distribution distribution(int number) {
        return Distribution.of(new DistributionId(ID, number))
                .downloadUrl(Optional.of(URI.create("https://data.example/" + number + ".csv")))
                .format(Optional.of(FileFormat.CSV))
                .encoding(Optional.of("UTF-8"))
                .fields(Stream.of("縣市代碼", "人口數").map(FieldDescription::named).toList())
                .build();
    }

    public static ByteFacts csv() {
        return table(TextEncoding.UTF_8, "縣市代碼", "人口數", "備註");
    }

    public static ByteFacts table(TextEncoding encoding, String... header) {
        var profile = new TableProfile("", new Dialect(',', '"', "LF"), 1, List.of(header), 22, List.of(), List.of());
        return bytes(
                FileFormat.CSV,
                Optional.of(new TextFacts(encoding, false, List.of())),
                new Content.Tables(List.of(profile)));
    }

    public static ByteFacts page() {
        return bytes(
                FileFormat.HTML,
                Optional.of(new TextFacts(TextEncoding.UTF_8, false, List.of())),
                new Content.Opaque());
    }

    public static ByteFacts bytes(FileFormat format, Optional<TextFacts> text, Content content) {
        return new ByteFacts(
                Sha256.of(format.code().getBytes(StandardCharsets.UTF_8)),
                420,
                "1",
                new Extent.Whole(),
                format,
                "looks like " + format.code(),
                text,
                content,
                Optional.empty());
    }

    static LinkProbe answer() {
        return probe(LinkVerdict.OK, "answered", Optional.of(200));
    }

    public static LinkStanding answered() {
        return link(LinkVerdict.OK, "answered", Optional.of(200));
    }

    public static LinkStanding dead() {
        return link(LinkVerdict.BROKEN, "status-404", Optional.of(404));
    }

    public static LinkStanding undecided() {
        return link(LinkVerdict.UNDECIDED, "timeout", Optional.empty());
    }

    static LinkStanding link(LinkVerdict verdict, String reason, Optional<Integer> status) {
        return LinkStanding.of(probe(verdict, reason, status));
    }

    static LinkProbe probe(LinkVerdict verdict, String reason, Optional<Integer> status) {
        var url = URI.create("https://data.example/1.csv");
        return new LinkProbe(
                NOW,
                url,
                List.of(new LinkProbe.Hop(
                        url, status, Optional.of("192.0.2.1"), 31, Optional.empty(), Optional.empty())),
                verdict,
                reason,
                new TreeMap<>(Map.of("content-type", "text/csv")),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /// The same subject with other facts about one distribution.
    static Subject with(Subject subject, int number, DistributionFacts facts) {
        var changed = new HashMap<>(subject.facts());
        changed.put(new DistributionId(ID, number), facts);
        return new Subject(subject.dataset(), changed);
    }

    /// The same subject with another first distribution.
    static Subject declared(Subject subject, Distribution first) {
        var distributions = new ArrayList<>(subject.dataset().distributions());
        distributions.set(0, first);
        return new Subject(
                subject.dataset().with().distributions(distributions).build(), subject.facts());
    }

    static DistributionFacts facts(ByteFacts bytes, LinkStanding link) {
        return new DistributionFacts(Optional.of(bytes), Optional.of(link));
    }

    public static Question question(Subject subject) {
        var first = subject.dataset().distributions().getFirst();
        return new Question(
                new DatasetQuestion(LABEL_113, subject, reference(COUNTY_CODE), NOW),
                first,
                subject.factsOf(first.id()));
    }
}
