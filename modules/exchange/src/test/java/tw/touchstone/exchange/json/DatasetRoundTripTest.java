package tw.touchstone.exchange.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
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

class DatasetRoundTripTest {

    private static final String ALPHABET = "ab01 中文臺𠮷\"\\\n\t;,{}[]:/&<>\u0001\u2028é";

    private static final List<FileFormat> FORMATS =
            List.of(FileFormat.CSV, FileFormat.JSON_LINES, FileFormat.SEVEN_ZIP, FileFormat.API);

    private static final List<FieldType> TYPES = List.of(FieldType.values());

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void whatIsWrittenReadsBackTheSame() {
        for (int i = 0; i < 500; i++) {
            var dataset = dataset();
            var json = DatasetJson.write(dataset);

            assertThat(DatasetJson.read(
                            json.getBytes(StandardCharsets.UTF_8), new DatasetId("other"), new KnownTermLookup()))
                    .as("seed %d, document %d: %s", seed, i, json)
                    .isEqualTo(new DatasetReading.Read(dataset, Map.of()));
        }
    }

    private Dataset dataset() {
        var id = new DatasetId("d" + random.nextInt(1_000_000));
        return Dataset.of(id, new SourceRef(SourceRef.LOCAL, id.value()), LangText.zh("題" + text()))
                .description(langText())
                .publisher(maybe(() -> new AgencyId("agency-" + random.nextInt(9))))
                .keywords(some(this::text))
                .themes(some(() -> KnownTermLookup.iri("themes", "t" + random.nextInt(9))))
                .frequency(maybe(() -> new Frequency.Irregular()))
                .accessRights(maybe(() -> KnownTermLookup.iri("rights", "PUBLIC")))
                .issued(maybe(this::instant))
                .modified(maybe(this::instant))
                .temporal(maybe(() -> new Period(maybe(this::day), maybe(this::day))))
                .spatial(some(() -> KnownTermLookup.iri("areas", "a" + random.nextInt(9))))
                .language(some(() -> random.nextBoolean() ? "zh-Hant-TW" : "en"))
                .contact(maybe(() -> new ContactPoint(Optional.of(text()), maybe(this::text), maybe(this::text))))
                .landingPage(maybe(this::url))
                .conformsTo(some(this::url))
                .type(maybe(() -> KnownTermLookup.iri("dataset-types", "statistics")))
                .coverage(maybe(this::coverage))
                .provenance(maybe(this::provenance))
                .collection(maybe(this::collection))
                .limits(maybe(() -> new Limits(langText(), langText(), langText(), langText(), langText(), some(this::text))))
                .release(maybe(() -> new Release(
                        maybe(() -> "v" + random.nextInt(9)), langText(), random.nextBoolean(), langText())))
                .distributions(distributions(id))
                .nationalFields(national())
                .build();
    }

    private Coverage coverage() {
        return new Coverage(
                maybe(() -> new BoundingBox(
                        new BigDecimal("119.30"), new BigDecimal("-21.5"), new BigDecimal(120 + random.nextInt(9)), BigDecimal.TEN)),
                random.nextBoolean(),
                maybe(() -> random.nextBoolean() ? "P1Y" : "PT1.5S"),
                maybe(() -> new BigDecimal("30.50")),
                maybe(() -> KnownTermLookup.iri("area-levels", "county")));
    }

    private Provenance provenance() {
        return new Provenance(
                maybe(this::agent),
                langText(),
                some(this::url),
                some(this::url),
                langText(),
                maybe(() -> new Activity(maybe(this::agent), maybe(this::instant), maybe(this::instant), some(this::url))));
    }

    private Agent agent() {
        return random.nextBoolean()
                ? new Agent.Listed(new AgencyId("moda"))
                : new Agent.Named(LangText.zh("某" + text()));
    }

    private DataCollection collection() {
        return new DataCollection(
                langText(),
                some(() -> KnownTermLookup.iri("collection-types", "t" + random.nextInt(9))),
                maybe(() -> new Period(maybe(this::day), maybe(this::day))),
                langText(),
                langText(),
                langText(),
                langText(),
                langText());
    }

    private FieldDescription field() {
        return new FieldDescription(
                "欄" + random.nextInt(9),
                maybe(() -> text().strip() + "x"),
                maybe(() -> new FieldDefinition(
                        langText(),
                        maybe(() -> TYPES.get(random.nextInt(TYPES.size()))),
                        maybe(this::text),
                        maybe(this::url),
                        some(this::text),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        maybe(() -> new FieldReference(url(), "r" + random.nextInt(9))))));
    }

    private List<Distribution> distributions(DatasetId id) {
        var distributions = new ArrayList<Distribution>();
        int number = 0;
        while (random.nextInt(3) > 0) {
            number += 1 + random.nextInt(3);
            distributions.add(Distribution.of(new DistributionId(id, number))
                    .title(langText())
                    .description(langText())
                    .accessUrl(maybe(this::url))
                    .downloadUrl(maybe(this::url))
                    .format(maybe(() -> FORMATS.get(random.nextInt(FORMATS.size()))))
                    .mediaType(maybe(() -> "text/csv; charset=utf-8"))
                    .encoding(maybe(this::text))
                    .licence(maybe(() -> KnownTermLookup.iri("licences", "ogdl-1")))
                    .fields(some(this::field))
                    .issued(maybe(this::instant))
                    .rights(maybe(() -> new Rights(langText(), maybe(this::url))))
                    .byteSize(maybe(() -> random.nextLong(1L << 50)))
                    .checksum(maybe(() -> Sha256.of(text().getBytes(StandardCharsets.UTF_8))))
                    .modified(maybe(this::instant))
                    .nationalFields(national())
                    .build());
        }
        return distributions;
    }

    private String text() {
        var text = new StringBuilder();
        int[] letters = ALPHABET.codePoints().toArray();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    private LangText langText() {
        return random.nextBoolean() ? LangText.NONE : LangText.of(text(), text());
    }

    private Map<String, String> national() {
        var fields = new TreeMap<String, String>();
        some(this::text).forEach(text -> fields.put("欄位" + random.nextInt(9), text));
        return fields;
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextBoolean() ? 0 : 123_000_000);
    }

    private LocalDate day() {
        return LocalDate.ofEpochDay(random.nextInt(40_000));
    }

    private URI url() {
        return URI.create("https://data.example.tw/" + random.nextInt(99) + "?q=%E6%AD%B2#x");
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(value.get());
    }

    private <T> List<T> some(Supplier<T> value) {
        var values = new ArrayList<T>();
        while (random.nextInt(3) > 0) {
            values.add(value.get());
        }
        return values;
    }
}
