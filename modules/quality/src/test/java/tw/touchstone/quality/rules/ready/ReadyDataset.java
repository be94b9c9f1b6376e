package tw.touchstone.quality.rules.ready;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tw.touchstone.model.Activity;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Agent;
import tw.touchstone.model.BoundingBox;
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
import tw.touchstone.model.SourceRef;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkStanding;
import tw.touchstone.model.fact.LinkVerdict;
import tw.touchstone.quality.DatasetFacts;
import tw.touchstone.quality.DistributionFacts;
import tw.touchstone.quality.KnownTerms;
import tw.touchstone.quality.Readiness;
import tw.touchstone.quality.Reference;
import tw.touchstone.quality.Share;
import tw.touchstone.quality.Standards;
import tw.touchstone.quality.Subject;
import tw.touchstone.quality.WorkingDays;

/// A dataset that passes every indicator, taken apart so that a test can spoil one part.
record ReadyDataset(
        Dataset dataset, DatasetFacts own, Optional<ByteFacts> held, Optional<LinkStanding> link, Instant changed) {

    static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");
    static final DatasetId ID = new DatasetId("ready");
    static final URI LICENCE = URI.create("https://touchstone.tw/ns/licence/ogdl-1");
    static final URI TAIPEI = URI.create("https://touchstone.tw/ns/area/63000");
    static final URI SOURCE = URI.create("https://ris.example.tw/");
    static final URI IDENTITY = URI.create("https://data.example.tw/dataset/ready");
    static final URI SURVEYS = URI.create("https://touchstone.tw/ns/collection-type/surveys");
    static final URI STATISTICS = URI.create("https://touchstone.tw/ns/dataset-type/statistics");
    static final URI THEME = URI.create("https://touchstone.tw/ns/theme/climate");
    static final URI TOWNSHIP = URI.create("https://touchstone.tw/ns/area-level/township");
    static final URI TWD97 = URI.create("http://www.opengis.net/def/crs/EPSG/0/3826");
    static final AgencyId AGENCY = new AgencyId("moi");
    static final int ROWS = 1_000;

    static final Reference REFERENCE = new Reference(
            new Standards(List.of()),
            new KnownTerms(new KnownTerms.Lists(
                    List.of(LICENCE), List.of(LICENCE), List.of(), List.of("text/csv"), List.of())),
            new Readiness(new Readiness.Lists(
                    List.of(SURVEYS),
                    List.of(STATISTICS),
                    List.of(THEME),
                    List.of(TOWNSHIP),
                    new TreeMap<>(Map.of(TAIPEI, "63000")),
                    List.of("待補", "無", "more information needed"),
                    List.of("都會", "抽樣"),
                    new TreeMap<>(Map.of(AGENCY.value(), LangText.of("內政部", "Ministry of the Interior"))))),
            WorkingDays.MONDAY_TO_FRIDAY);

    static ReadyDataset perfect() {
        var bytes = ReadyFile.csv();
        var url = URI.create("https://data.example.tw/a.csv");
        var distribution = Distribution.of(new DistributionId(ID, 1))
                .downloadUrl(Optional.of(url))
                .format(Optional.of(FileFormat.CSV))
                .mediaType(Optional.of("text/csv"))
                .licence(Optional.of(LICENCE))
                .byteSize(Optional.of(bytes.size()))
                .checksum(Optional.of(bytes.digest()))
                .fields(List.of(
                        field("里別", FieldType.STRING, "", true),
                        field("日期", FieldType.DATE, "", false),
                        field("人口數", FieldType.INTEGER, "人", false),
                        field("性別", FieldType.STRING, "", false)))
                .build();
        var text = "每列為臺北市一個里於一個月底之設籍人口數，依性別分列；由戶政事務所每日登記彙總，不含未設籍之居住人口，"
                + "里別名稱依當月行政區劃，改編後不回溯調整歷史數值。";
        var dataset = Dataset.of(ID, new SourceRef("elsewhere", IDENTITY.toString()), LangText.of("臺北市各里人口", "Population by village"))
                .description(LangText.zh(text))
                .publisher(Optional.of(AGENCY))
                .themes(List.of(THEME))
                .type(Optional.of(STATISTICS))
                .frequency(Optional.of(new Frequency.Every(1, ChronoUnit.MONTHS)))
                .issued(Optional.of(NOW.minus(900, ChronoUnit.DAYS)))
                .temporal(period("2024-01-01", "2024-12-31"))
                .spatial(List.of(TAIPEI))
                .conformsTo(List.of(TWD97))
                .contact(Optional.of(new ContactPoint(Optional.empty(), Optional.of("data@moi.gov.tw"), Optional.empty())))
                .coverage(Optional.of(new Coverage(
                        Optional.of(new BoundingBox(
                                new BigDecimal("121.4"), new BigDecimal("24.9"), new BigDecimal("121.7"), new BigDecimal("25.3"))),
                        false,
                        Optional.of("P1M"),
                        Optional.empty(),
                        Optional.of(TOWNSHIP))))
                .provenance(Optional.of(new Provenance(
                        Optional.of(new Agent.Listed(AGENCY)),
                        LangText.zh("由戶役政資訊系統每月底匯出彙總"),
                        List.of(SOURCE),
                        List.of(),
                        LangText.zh("內政部（2026）。臺北市各里人口。"),
                        Optional.of(new Activity(
                                Optional.of(new Agent.Listed(AGENCY)), Optional.of(NOW), Optional.empty(), List.of(SOURCE))))))
                .collection(Optional.of(new DataCollection(
                        LangText.zh("各戶政事務所受理民眾申請設籍、遷徙與死亡登記，即時寫入戶役政系統，月底由內政部依里別與性別彙總後匯出並複核。"),
                        List.of(SURVEYS),
                        period("2024-01-01", "2025-01-05"),
                        LangText.zh("刪除重複登記，未補值，未推估"),
                        LangText.NONE,
                        LangText.NONE,
                        LangText.NONE,
                        LangText.zh("人口數以 -999 表示里改編當月無資料"))))
                .limits(Optional.of(new Limits(
                        LangText.zh("未設籍人口不計，都會區之實際居住人口因此被低估；性別分布見資料"),
                        LangText.zh("不宜用於推估實際居住人口或個別住戶"),
                        LangText.zh("不含個人資料，僅為彙總數"),
                        LangText.zh("公共設施規劃與學區調整之參考"),
                        LangText.NONE,
                        List.of("性別"))))
                .release(Optional.of(new Release(
                        Optional.of("2024.12"), LangText.zh("新增十二月"), false, LangText.zh("每月十日前更新，停用前六個月公告"))))
                .distributions(List.of(distribution))
                .build();
        var own = new DatasetFacts(
                Optional.of(new DatasetFacts.Twin(Optional.of(new DatasetId("other")), new Share(8_999), Optional.empty())),
                Optional.empty(),
                Optional.of(new DatasetFacts.Sources(new TreeMap<>(Map.of(SOURCE, LinkVerdict.OK, IDENTITY, LinkVerdict.OK)))));
        return new ReadyDataset(
                dataset, own, Optional.of(bytes), Optional.of(answer(url, LinkVerdict.OK, "text/csv")), NOW.minus(10, ChronoUnit.DAYS));
    }

    static Optional<Period> period(String start, String end) {
        return Optional.of(new Period(Optional.of(LocalDate.parse(start)), Optional.of(LocalDate.parse(end))));
    }

    static FieldDescription field(String name, FieldType type, String unit, boolean key) {
        return new FieldDescription(
                name,
                Optional.of(name + "之說明"),
                Optional.of(new FieldDefinition(
                        LangText.NONE,
                        Optional.of(type),
                        Optional.of(unit),
                        Optional.empty(),
                        List.of(),
                        false,
                        key,
                        Optional.empty())));
    }

    static LinkStanding answer(URI url, LinkVerdict verdict, String type) {
        return LinkStanding.of(new LinkProbe(
                NOW.minus(1, ChronoUnit.DAYS),
                url,
                List.of(new LinkProbe.Hop(url, Optional.of(200), Optional.empty(), 3, Optional.empty(), Optional.empty())),
                verdict,
                verdict == LinkVerdict.OK ? "answered" : "status-404",
                new TreeMap<>(Map.of("content-type", type)),
                Optional.empty(),
                Optional.empty(),
                false));
    }

    ReadyDataset with(UnaryOperator<Dataset.Builder> change) {
        return new ReadyDataset(change.apply(dataset.with()).build(), own, held, link, changed);
    }

    ReadyDataset declared(UnaryOperator<Distribution.Builder> change) {
        var first = change.apply(dataset.distributions().getFirst().with()).build();
        return with(each -> each.distributions(List.of(first)));
    }

    ReadyDataset known(DatasetFacts facts) {
        return new ReadyDataset(dataset, facts, held, link, changed);
    }

    ReadyDataset holding(ByteFacts facts) {
        return new ReadyDataset(dataset, own, Optional.of(facts), link, changed);
    }

    /// The same with one column replaced, the first of that name.
    ReadyDataset column(ColumnProfile changed) {
        var columns = Stream.concat(
                        ReadyFile.columns().stream().map(each -> each.name().equals(changed.name()) ? changed : each),
                        ReadyFile.columns().stream().anyMatch(each -> each.name().equals(changed.name())) ? Stream.empty() : Stream.of(changed))
                .toList();
        return holding(ReadyFile.table(List.of(), columns));
    }

    ReadyDataset odd(Anomaly anomaly) {
        return holding(ReadyFile.table(List.of(anomaly), ReadyFile.columns()));
    }

    ReadyDataset reached(LinkStanding standing) {
        return new ReadyDataset(dataset, own, held, Optional.of(standing), changed);
    }

    /// The same before the link was ever asked.
    ReadyDataset unasked() {
        return new ReadyDataset(dataset, own, held, Optional.empty(), changed);
    }

    /// The same before any bytes were looked at.
    ReadyDataset holdingNothing() {
        return new ReadyDataset(dataset, own, Optional.empty(), link, changed);
    }

    ByteFacts bytes() {
        return held.orElseThrow();
    }

    ReadyDataset changedAt(Instant at) {
        return new ReadyDataset(dataset, own, held, link, at);
    }

    Subject subject() {
        var facts = new HashMap<DistributionId, DistributionFacts>();
        facts.put(new DistributionId(ID, 1), new DistributionFacts(held, link, Optional.of(changed)));
        return new Subject(dataset, own, facts);
    }
}
