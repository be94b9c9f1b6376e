package tw.touchstone.vocabulary.profile;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
import tw.touchstone.model.FieldReference;
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

/// Datasets with every part there or not, in the texts and addresses that agencies really write, and worse.
final class RandomDatasets {

    private static final List<String> SNIPPETS = List.of(
            "空氣品質", "臺北市", "Air quality", "\"quoted\"", "it's", "line\nbreak", "cr\r\nlf", "tab\there", "😀🏳️‍🌈",
            "<b>&amp;</b>", "]]>", "back\\slash", "a=b", "100%", "%3D", "𠮷野家", "\\s", "\\e", "@en", "^^xsd:int", "{}",
            "\u2028", "é", "e\u0301", "１２３", "#", "\"\"\"", "\u00a0x", "'''");
    private static final List<String> ADDRESSES = List.of(
            "https://data.example.tw/a.csv", "http://data.example.tw:80/", "HTTPS://Data.Example.TW/x",
            "https://data.example.tw/%e5%8f%b0.csv", "https://data.example.tw/空氣.json?q=[1]&r=a'b#x",
            "http://user:secret@data.example.tw/x", "https://data.example.tw/a/../b", "ftp://ftp.example.tw/pub;type=i",
            "relative/path", "urn:oid:2.16.886", "urn:x", "oid:1.2", "https://data.example.tw", "file:/x",
            "http://a_b.example.tw/?x=1&y=%7B%7D", "https://data.example.tw/\uE000", "mailto:x", "https://[::1]:8443/x?[y]",
            "http://data.example.tw:/x", "", "?q=1", "#f", "https://h.tw/a%2fb", "https://h.tw/a%2Fb", "http:///x");
    private static final List<String> TAGS =
            List.of("zh-Hant-TW", "en", "ja", "zh", "zh-tw", "ZH-HANT-TW", "", "no tag", "x=y", "en-GB", "abcdefghijk", "i-klingon");

    private final Random random;

    RandomDatasets(long seed) {
        random = new Random(seed);
    }

    Dataset next() {
        var id = new DatasetId("d" + random.nextInt(1_000_000) + (random.nextBoolean() ? "-1.x_" : ""));
        var source = new SourceRef(pick(List.of("national", "local", text())), text());
        return Dataset.of(id, source, texts())
                .description(texts())
                .publisher(maybe(() -> new AgencyId("a" + random.nextInt(100))))
                .keywords(list(this::text))
                .themes(list(this::address))
                .frequency(maybe(this::frequency))
                .accessRights(maybe(this::address))
                .issued(maybe(this::instant))
                .modified(maybe(this::instant))
                .temporal(maybe(() -> new Period(maybe(this::day), maybe(this::day))))
                .spatial(list(this::address))
                .language(list(() -> pick(TAGS)))
                .contact(maybe(() -> new ContactPoint(maybe(this::text), maybe(this::email), maybe(this::phone))))
                .landingPage(maybe(this::address))
                .conformsTo(list(this::address))
                .registered(maybe(this::instant))
                .distributions(distributions(id))
                .type(maybe(this::address))
                .coverage(maybe(this::coverage))
                .provenance(maybe(this::provenance))
                .collection(maybe(this::collection))
                .limits(maybe(() -> new Limits(texts(), texts(), texts(), texts(), texts(), list(this::text))))
                .release(maybe(() -> new Release(maybe(this::text), texts(), random.nextBoolean(), texts())))
                .nationalFields(nationalFields())
                .build();
    }

    private Coverage coverage() {
        return new Coverage(
                maybe(() -> new BoundingBox(degrees(), degrees(), degrees(), degrees())),
                random.nextBoolean(),
                maybe(() -> pick(List.of("P1Y", "PT10M", "P1M2DT3H", "a month", "", "-P1D"))),
                maybe(() -> pick(List.of(BigDecimal.ZERO, new BigDecimal("30.50"), new BigDecimal("1E+3")))),
                maybe(this::address));
    }

    private BigDecimal degrees() {
        return pick(List.of(
                new BigDecimal("119.3"), new BigDecimal("-180"), new BigDecimal("25.300"), BigDecimal.ZERO,
                new BigDecimal("0.000001")));
    }

    private Provenance provenance() {
        return new Provenance(
                maybe(this::agent),
                texts(),
                list(this::address),
                list(this::address),
                texts(),
                maybe(() -> new Activity(maybe(this::agent), maybe(this::instant), maybe(this::instant), list(this::address))));
    }

    private Agent agent() {
        return random.nextBoolean()
                ? new Agent.Listed(new AgencyId("a" + random.nextInt(100)))
                : new Agent.Named(texts());
    }

    private DataCollection collection() {
        return new DataCollection(
                texts(),
                list(this::address),
                maybe(() -> new Period(maybe(this::day), maybe(this::day))),
                texts(),
                texts(),
                texts(),
                texts(),
                texts());
    }

    private FieldDefinition definition() {
        return new FieldDefinition(
                texts(),
                maybe(() -> pick(List.of(FieldType.values()))),
                maybe(() -> pick(List.of("http://qudt.org/vocab/unit/KiloM", "km2", "http://qudt.org/vocab/unit/<", text()))),
                maybe(this::address),
                list(this::text),
                random.nextBoolean(),
                random.nextBoolean(),
                maybe(() -> new FieldReference(URI.create("https://data.example.tw/distributions/" + random.nextInt(9)), text())));
    }

    private List<Distribution> distributions(DatasetId id) {
        var numbers = new ArrayList<>(IntStream.rangeClosed(1, random.nextInt(14)).boxed().toList());
        if (random.nextBoolean()) {
            Collections.shuffle(numbers, random);
        }
        return numbers.stream().map(number -> distribution(new DistributionId(id, number))).toList();
    }

    private Distribution distribution(DistributionId id) {
        return Distribution.of(id)
                .title(texts())
                .description(texts())
                .accessUrl(maybe(this::address))
                .downloadUrl(maybe(this::address))
                .format(maybe(() -> pick(List.of(FileFormat.values()))))
                .mediaType(maybe(() -> pick(List.of("text/csv", "Text/CSV; charset=big5", "", "..", "a b", text()))))
                .encoding(maybe(this::text))
                .licence(maybe(this::address))
                .fields(list(() -> new FieldDescription(text(), maybe(this::text), maybe(this::definition))))
                .issued(maybe(this::instant))
                .rights(maybe(() -> new Rights(texts(), maybe(this::address))))
                .byteSize(maybe(() -> pick(List.of(0L, 1L, Long.MAX_VALUE, -1L, 203_000_000L))))
                .checksum(maybe(() -> Sha256.of(new byte[] {(byte) random.nextInt()})))
                .modified(maybe(this::instant))
                .nationalFields(nationalFields())
                .build();
    }

    private Map<String, String> nationalFields() {
        var fields = new TreeMap<String, String>();
        list(this::text).forEach(name -> fields.put(name, text()));
        return fields;
    }

    private LangText texts() {
        var texts = new TreeMap<String, String>();
        list(() -> pick(TAGS)).forEach(tag -> texts.put(tag, text()));
        return LangText.of(texts);
    }

    String text() {
        var out = new StringBuilder();
        int parts = random.nextInt(4);
        for (int part = 0; part < parts; part++) {
            out.append(pick(SNIPPETS)).append(random.nextInt(3) == 0 ? " " : "");
        }
        return out.toString();
    }

    private URI address() {
        return URI.create(pick(ADDRESSES));
    }

    private String email() {
        return pick(List.of("a@b.tw", "王 <w@b.tw>", "a+b@c.tw", "", text()));
    }

    private String phone() {
        return pick(List.of("02-2311-7722", "(02)2311-7722 分機 #1234", "+886 2 2311", "", text()));
    }

    private Frequency frequency() {
        return pick(List.of(
                new Frequency.Every(10, ChronoUnit.MINUTES),
                new Frequency.Every(1, ChronoUnit.MONTHS),
                new Frequency.Every(99, ChronoUnit.YEARS),
                new Frequency.Irregular(),
                new Frequency.Never()));
    }

    private Instant instant() {
        return pick(List.of(
                Instant.EPOCH,
                Instant.parse("2024-02-29T23:59:59.120Z"),
                Instant.parse("2024-02-29T23:59:59.123456789Z"),
                Instant.parse("2024-02-29T23:59:00.000001Z"),
                Instant.parse("9999-12-31T23:59:59.999Z"),
                Instant.parse("0001-01-01T00:00:00Z"),
                Instant.MAX,
                Instant.MIN));
    }

    private LocalDate day() {
        return pick(List.of(LocalDate.EPOCH, LocalDate.of(2024, 2, 29), LocalDate.MIN, LocalDate.MAX, LocalDate.of(0, 1, 1)));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> Optional<T> maybe(Supplier<T> supplier) {
        return random.nextBoolean() ? Optional.of(supplier.get()) : Optional.empty();
    }

    private <T> List<T> list(Supplier<T> supplier) {
        return IntStream.range(0, Math.max(0, random.nextInt(6) - 1)).mapToObj(at -> supplier.get()).toList();
    }
}
