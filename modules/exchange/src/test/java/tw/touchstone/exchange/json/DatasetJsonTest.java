package tw.touchstone.exchange.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.ContactPoint;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Period;
import tw.touchstone.model.SourceRef;

class DatasetJsonTest {

    private static final DatasetId SUGGESTED = new DatasetId("suggested");

    @Test
    void readsEveryField() {
        var id = new DatasetId("budget-112");
        var expected = Dataset.of(id, new SourceRef("local", "budget-112"), LangText.of("預算", "Budget"))
                .description(LangText.zh("歲入歲出"))
                .publisher(Optional.of(new AgencyId("moda")))
                .keywords(List.of("預算", "決算"))
                .themes(List.of(KnownTermLookup.iri("themes", "I00")))
                .frequency(Frequency.parse("P1Y"))
                .accessRights(Optional.of(KnownTermLookup.iri("rights", "PUBLIC")))
                .issued(Optional.of(Instant.parse("2026-01-30T16:00:00Z")))
                .modified(Optional.of(Instant.parse("2026-02-01T01:00:00Z")))
                .temporal(Optional.of(new Period(Optional.of(LocalDate.of(2023, 1, 1)), Optional.empty())))
                .spatial(List.of(KnownTermLookup.iri("areas", "63000")))
                .language(List.of("zh-Hant-TW"))
                .contact(Optional.of(
                        new ContactPoint(Optional.of("窗口"), Optional.of("a@example.tw"), Optional.empty())))
                .landingPage(Optional.of(URI.create("https://data.example.tw/budget")))
                .conformsTo(List.of(URI.create("urn:standard:budget")))
                .distributions(List.of(Distribution.of(new DistributionId(id, 1))
                        .title(LangText.zh("112 年"))
                        .downloadUrl(Optional.of(URI.create("https://data.example.tw/b.csv")))
                        .format(Optional.of(FileFormat.CSV))
                        .mediaType(Optional.of("text/csv"))
                        .encoding(Optional.of("UTF-8"))
                        .licence(Optional.of(KnownTermLookup.iri("licences", "ogdl-1")))
                        .fields(List.of(
                                new FieldDescription("科目", Optional.of("會計科目")), FieldDescription.named("金額")))
                        .byteSize(Optional.of(120L))
                        .nationalFields(Map.of("資料量", "12"))
                        .build()))
                .nationalFields(Map.of("計費方式", "免費"))
                .build();

        assertThat(read("""
                {"id": "budget-112", "title": {"zh-Hant-TW": "預算", "en": "Budget"},
                 "description": {"zh-Hant-TW": "歲入歲出"}, "publisher": "moda", "keywords": ["預算", "決算"],
                 "themes": ["I00"], "frequency": "P1Y", "accessRights": "PUBLIC", "issued": "2026-01-31",
                 "modified": "2026-02-01T09:00:00+08:00", "temporal": {"start": "2023-01-01"},
                 "spatial": ["63000"], "language": ["zh-Hant-TW"],
                 "contact": {"name": "窗口", "email": "a@example.tw"},
                 "landingPage": "https://data.example.tw/budget", "conformsTo": ["urn:standard:budget"],
                 "distributions": [{"title": {"zh-Hant-TW": "112 年"},
                   "downloadUrl": "https://data.example.tw/b.csv", "format": "csv", "mediaType": "text/csv",
                   "encoding": "UTF-8", "licence": "ogdl-1",
                   "fields": [{"name": "科目", "description": "會計科目"}, "金額"], "byteSize": 120,
                   "file": "budget.csv", "checksum": null, "nationalFields": {"資料量": "12"}}],
                 "nationalFields": {"計費方式": "免費"}}
                """))
                .isEqualTo(new DatasetReading.Read(
                        expected, Map.of(new DistributionId(id, 1), "budget.csv")));
    }

    @Test
    void aTitleIsEnoughAndTheSuggestedIdentifierIsTaken() {
        assertThat(read("{\"title\":{\"en\":\"Budget\"}}"))
                .isEqualTo(new DatasetReading.Read(
                        Dataset.of(SUGGESTED, new SourceRef("local", "suggested"), LangText.of(Map.of("en", "Budget")))
                                .build(),
                        Map.of()));
    }

    @Test
    void tellsAllErrorsWithFieldAndLine() {
        var errors = errors("""
                {"title": "預算",
                 "titel": {},
                 "publisher": "nobody",
                 "keywords": ["a", 7],
                 "issued": "31.1.2026",
                 "distributions": [
                   {"licence": "mit",
                    "downloadUrl": "http://data.example.tw/a b",
                    "byteSize": -1},
                   7,
                   {"fields": [{"label": "x"}],
                    "file": "../secret"}
                 ],
                 "publisher": "moda"}
                """);

        assertThat(errors)
                .extracting(FieldError::path, error -> error.line().orElse(0), error -> error.message().best("en"))
                .containsExactly(
                        tuple("title", 1, "must be an object, not string"),
                        tuple("title", 1, "a title is required"),
                        tuple("titel", 2, "there is no property of this name"),
                        tuple("publisher", 3, "'nobody' is no known agency"),
                        tuple("keywords[1]", 4, "must be a string, not number"),
                        tuple("issued", 5, "'31.1.2026' " + DatasetFields.DATE_EN),
                        tuple("distributions[0].licence", 7, "'mit' is no known licence"),
                        tuple(
                                "distributions[0].downloadUrl",
                                8,
                                "'http://data.example.tw/a b' " + DatasetFields.URL_EN),
                        tuple("distributions[0].byteSize", 9, "must be a whole number of at least 0"),
                        tuple("distributions[1]", 10, "must be an object, not number"),
                        tuple("distributions[2].fields[0]", 11, "the field has no name"),
                        tuple("distributions[2].fields[0].label", 11, "there is no property of this name"),
                        tuple("distributions[2].file", 12, "'../secret' is no file beside the document"),
                        tuple("publisher", 14, "the property stands twice"));
        assertThat(errors).allSatisfy(error -> assertThat(error.message().in("zh-Hant-TW")).isPresent());
    }

    @Test
    void tellsWhatIsWrongWithTheDocumentation() {
        assertThat(errors("""
                {"title": {"zh-Hant-TW": "預算"},
                 "type": "no-type",
                 "coverage": {"bbox": [123, 21, 119, 26], "temporalResolution": "monthly",
                   "spatialResolution": 0, "nonSpatial": "no"},
                 "provenance": {"creator": {"name": {}}, "sources": ["no IRI"],
                   "activity": {"started": "then"}},
                 "collection": {"types": ["surveys", "guesses"], "timeframe": {"start": "112"}},
                 "limits": {"biases": "none", "bias": {}},
                 "release": {"live": 1},
                 "distributions": [{"rights": "all",
                   "fields": [{"name": "a", "type": "float", "references": {"field": "b"}}]}]}
                """))
                .extracting(FieldError::path, error -> error.line().orElse(0), error -> error.message().best("en"))
                .containsExactly(
                        tuple("type", 2, "'no-type' is no known dataset type"),
                        tuple("coverage.bbox", 3, "must be four degrees, west, south, east and north, such as [119, 21, 123, 26]"),
                        tuple("coverage.temporalResolution", 3, "'monthly' is no ISO 8601 duration such as P1M or PT10M"),
                        tuple("coverage.nonSpatial", 4, "must be true or false, not string"),
                        tuple("coverage.spatialResolution", 4, "must be a number of metres above zero"),
                        tuple("provenance.creator", 5, "a name is required"),
                        tuple("provenance.sources[0]", 5, "'no IRI' is no valid IRI"),
                        tuple("provenance.activity.started", 6, "'then' " + DatasetFields.DATE_EN),
                        tuple("collection.types[1]", 7, "'guesses' is no known collection type"),
                        tuple("collection.timeframe.start", 7, "'112' is no date such as 2026-01-31"),
                        tuple("limits.biases", 8, "must be an object, not string"),
                        tuple("limits.bias", 8, "there is no property of this name"),
                        tuple("release.live", 9, "must be true or false, not number"),
                        tuple("distributions[0].rights", 10, "must be an object, not string"),
                        tuple("distributions[0].fields[0].type", 11, "'float' is no known type such as string, integer, decimal or date"),
                        tuple("distributions[0].fields[0].references.resource", 11, "the resource that is referred to is required"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "''→1→the document is empty",
                "'[]'→1→must be an object, not array",
                "'{} {}'→1→text follows the end of the document",
            })
    void refusesWhatIsNoDocument(String text, int line, String message) {
        assertThat(errors(text))
                .extracting(error -> error.line().orElse(0), error -> error.message().best("en"))
                .containsExactly(tuple(line, message));
    }

    @Test
    void namesTheLineOfBrokenJson() {
        assertThat(errors("{\n\"title\": {\n\"en\": \"x\"\n"))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.line()).hasValueSatisfying(line -> assertThat(line).isBetween(3, 4));
                    assertThat(error.message().best("en")).startsWith("not valid JSON");
                });
    }

    @Test
    void namesTheLineOfBytesThatAreNoUtf8() {
        var bytes = "{\n\"title\":{\"en\":\"?\"}}".getBytes(StandardCharsets.UTF_8);
        bytes[17] = (byte) 0xA4;

        assertThat(DatasetJson.read(bytes, SUGGESTED, new KnownTermLookup()))
                .isEqualTo(new DatasetReading.Refused(List.of(new FieldError(
                        "", Optional.of(2), LangText.of("不是有效的 UTF-8 文字", "not valid UTF-8 text")))));
    }

    @Test
    void refusesNestingBelowSixteenLevels() {
        assertThat(errors("[".repeat(17)))
                .extracting(error -> error.message().best("en"))
                .containsExactly("the document is nested too deeply or has too many values (at most 16 levels)");
    }

    @Test
    void refusesMoreThanFiveMegabytesWithoutReadingOn() {
        var stream = new ByteArrayInputStream(new byte[6_000_000]);

        assertThat(DatasetJson.read(stream, SUGGESTED, new KnownTermLookup()))
                .isInstanceOfSatisfying(DatasetReading.Refused.class, refused -> assertThat(refused.errors())
                        .extracting(error -> error.message().best("en"))
                        .containsExactly("the document is larger than 5 MB"));
        assertThat(stream.available()).isEqualTo(999_999);
    }

    @Test
    void numbersNewDistributionsAboveTheGivenOnes() {
        assertThat(read("""
                {"id": "a", "title": {"en": "A"}, "distributions": [{}, {"id": "a-7"}, {}]}
                """))
                .isInstanceOfSatisfying(DatasetReading.Read.class, read -> assertThat(read.draft().distributions())
                        .extracting(each -> each.id().toString())
                        .containsExactly("a-8", "a-7", "a-9"));
        assertThat(errors("""
                {"id": "a", "title": {"en": "A"}, "distributions": [{"id": "b-1"}, {"id": "a-7"}, {"id": "a-7"}]}
                """))
                .extracting(FieldError::path)
                .containsExactly("distributions[0].id", "distributions[2].id");
    }

    private static DatasetReading read(String text) {
        return DatasetJson.read(text.getBytes(StandardCharsets.UTF_8), SUGGESTED, new KnownTermLookup());
    }

    private static List<FieldError> errors(String text) {
        return read(text) instanceof DatasetReading.Refused(var errors) ? errors : List.of();
    }
}
