package tw.touchstone.vocabulary.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.ContactPoint;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Period;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.SourceRef;
import tw.touchstone.vocabulary.profile.ForeignReading.Draft;
import tw.touchstone.vocabulary.profile.ForeignReading.NotOneDataset;
import tw.touchstone.vocabulary.profile.ForeignReading.Note;
import tw.touchstone.vocabulary.profile.ParseResult.Parsed;

class ForeignDatasetTest {

    private static final Iris IRIS = new Iris(URI.create("https://data.example.tw/"));
    private static final DatasetId ID = new DatasetId("new-1");
    private static final SourceRef SOURCE = new SourceRef(SourceRef.LOCAL, "new-1");
    private static final String PREFIXES = """
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX vcard: <http://www.w3.org/2006/vcard/ns#>
            PREFIX spdx: <http://spdx.org/rdf/terms#>
            PREFIX csvw: <http://www.w3.org/ns/csvw#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    @Test
    void readsWhatAStrangerWritesInTurtle() {
        var sha = Sha256.of(new byte[] {1});
        var draft = draft(turtle("""
                [] a dcat:Dataset ;
                  dct:title "空氣品質", "Air quality"@en ;
                  dct:publisher <https://data.example.tw/agencies/moenv> ;
                  dcat:keyword "空氣", "air"@en ;
                  dcat:theme <https://touchstone.tw/ns/theme/environment> ;
                  dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/QUARTERLY> ;
                  dct:issued "2020-01-02"^^xsd:date ;
                  dct:modified "2020-01-02T03:04:05+08:00"^^xsd:dateTime ;
                  dct:temporal [ dcat:startDate "2019"^^xsd:gYear ; dcat:endDate "2019-12-31"^^xsd:date ] ;
                  dct:language <http://publications.europa.eu/resource/authority/language/ZHO> ;
                  dct:license <https://example.org/any-licence> ;
                  dcat:contactPoint [ vcard:fn "王小姐" ; vcard:hasEmail <mailto:w@example.tw> ;
                                      vcard:hasTelephone [ vcard:hasValue <tel:+88621234> ] ] ;
                  dcat:distribution
                    [ dcat:downloadURL <http://x.tw/b.json> ; dct:format "JSON" ;
                      dct:license <https://example.org/own-licence> ],
                    [ dcat:downloadURL <http://x.tw/a.csv> ;
                      dcat:mediaType <http://www.iana.org/assignments/media-types/text/csv> ;
                      dcat:byteSize "12"^^xsd:decimal ;
                      spdx:checksum [ spdx:algorithm spdx:checksumAlgorithm_sha256 ; spdx:checksumValue "%s"^^xsd:hexBinary ] ;
                      dct:conformsTo [ csvw:column ( [ csvw:name "b" ; dct:description "乙" ] [ csvw:title "a" ] ) ] ] .
                """.formatted(sha.hex().toUpperCase(Locale.ROOT))));

        assertThat(draft)
                .isEqualTo(new Draft(
                        Dataset.of(ID, SOURCE, LangText.of("空氣品質", "Air quality"))
                                .publisher(Optional.of(new AgencyId("moenv")))
                                .keywords(List.of("air", "空氣"))
                                .themes(List.of(URI.create("https://touchstone.tw/ns/theme/environment")))
                                .frequency(Optional.of(new Frequency.Every(3, ChronoUnit.MONTHS)))
                                .issued(Optional.of(Instant.parse("2020-01-01T16:00:00Z")))
                                .modified(Optional.of(Instant.parse("2020-01-01T19:04:05Z")))
                                .temporal(Optional.of(new Period(
                                        Optional.of(LocalDate.of(2019, 1, 1)), Optional.of(LocalDate.of(2019, 12, 31)))))
                                .language(List.of("zh-Hant-TW"))
                                .contact(Optional.of(new ContactPoint(
                                        Optional.of("王小姐"), Optional.of("w@example.tw"), Optional.of("+88621234"))))
                                .distributions(List.of(
                                        Distribution.of(new DistributionId(ID, 1))
                                                .downloadUrl(Optional.of(URI.create("http://x.tw/a.csv")))
                                                .format(Optional.of(FileFormat.CSV))
                                                .mediaType(Optional.of("text/csv"))
                                                .licence(Optional.of(URI.create("https://example.org/any-licence")))
                                                .fields(List.of(
                                                        new FieldDescription("b", Optional.of("乙")),
                                                        FieldDescription.named("a")))
                                                .byteSize(Optional.of(12L))
                                                .checksum(Optional.of(sha))
                                                .build(),
                                        Distribution.of(new DistributionId(ID, 2))
                                                .downloadUrl(Optional.of(URI.create("http://x.tw/b.json")))
                                                .format(Optional.of(FileFormat.JSON))
                                                .licence(Optional.of(URI.create("https://example.org/own-licence")))
                                                .build()))
                                .build(),
                        Optional.empty(),
                        List.of()));
    }

    @Test
    void readsJsonLdAndNotesWhatItLeavesOut() {
        var draft = draft(parse(RdfSyntax.JSON_LD, """
                {"@context": {"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/",
                              "foaf": "http://xmlns.com/foaf/0.1/"},
                 "@id": "http://elsewhere.tw/d", "@type": "dcat:Dataset", "dct:title": "T",
                 "dct:publisher": {"foaf:name": "環境部"},
                 "dct:accrualPeriodicity": "sometimes", "dct:issued": "long ago", "dcat:landingPage": "here"}
                """));

        assertThat(draft.dataset()).isEqualTo(Dataset.of(ID, SOURCE, LangText.of(Map.of("en", "T"))).build());
        assertThat(draft.publisherName()).contains("環境部");
        assertThat(draft.notes())
                .extracting(Note::subject, Note::property, Note::value)
                .contains(
                        tuple(
                                "http://elsewhere.tw/d", "http://purl.org/dc/terms/accrualPeriodicity", "sometimes"),
                        tuple("http://elsewhere.tw/d", "http://purl.org/dc/terms/issued", "long ago"),
                        tuple("http://elsewhere.tw/d", "http://www.w3.org/ns/dcat#landingPage", "here"))
                .hasSize(4);
    }

    @Test
    void readsOurOwnDescriptionBackAsADraft() {
        for (long seed = 1; seed <= 200; seed++) {
            var ours = new RandomDatasets(seed).next();
            var draft = draft(DatasetRdf.write(ours, IRIS), ours.id(), ours.source());

            assertThat(draft.dataset().distributions())
                    .as("seed %d", seed)
                    .extracting(Distribution::id)
                    .containsExactlyInAnyOrderElementsOf(
                            ours.distributions().stream().map(Distribution::id).toList());
            assertThat(draft.dataset().keywords()).as("seed %d", seed).isEqualTo(ours.keywords());
            assertThat(draft.dataset().publisher()).as("seed %d", seed).isEqualTo(ours.publisher());
        }
    }

    @Test
    void refusesNoneAndMany() {
        assertThat(DatasetRdf.fromForeign(turtle("<urn:ex:a> dct:title \"x\" ."), ID, SOURCE, IRIS))
                .isEqualTo(new NotOneDataset("no dcat:Dataset was found", List.of()));
        assertThat(DatasetRdf.fromForeign(turtle("<urn:ex:b> a dcat:Dataset . <urn:ex:a> a dcat:Dataset ."), ID, SOURCE, IRIS))
                .isEqualTo(new NotOneDataset(
                        "one dcat:Dataset is expected, 2 were found", List.of("urn:ex:a", "urn:ex:b")));
    }

    private static Graph turtle(String body) {
        return parse(RdfSyntax.TURTLE, PREFIXES + body);
    }

    private static Graph parse(RdfSyntax syntax, String document) {
        var in = new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
        var result = RdfSyntax.parse(in, syntax, URI.create("https://base.example/"), RdfSyntax.Limits.DATASET);
        assertThat(result).isInstanceOf(Parsed.class);
        return ((Parsed) result).graph();
    }

    private static Draft draft(Graph graph) {
        return draft(graph, ID, SOURCE);
    }

    private static Draft draft(Graph graph, DatasetId id, SourceRef source) {
        var reading = DatasetRdf.fromForeign(graph, id, source, IRIS);
        assertThat(reading).isInstanceOf(Draft.class);
        return (Draft) reading;
    }
}
