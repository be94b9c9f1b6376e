package tw.touchstone.catalog.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.PolicyFiles;
import tw.touchstone.quality.Dimension;
import tw.touchstone.quality.PointTotal;
import tw.touchstone.quality.Points;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.quality.Weighing;
import tw.touchstone.vocabulary.Vocabularies;

/// Descriptions in DCAT as other catalogues write them, counted by hand metric by metric; links are not asked.
class MqaOfDescriptionsIT {

    private static final String PREFIXES = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix type: <http://publications.europa.eu/resource/authority/file-type/> .
            @prefix : <https://data.example/> .
            """;

    @TempDir
    private Path folder;

    @Test
    void titleDescriptionAndPublisherAloneAre40Points() throws IOException {
        var card = score("""
                :bees a dcat:Dataset ; dct:title "Bees"@en ; dct:description "Bees by county"@en ;
                    dct:publisher [ a foaf:Agent ; foaf:name "Bee agency" ] .
                """);
        assertThat(byDimension(card))
                .isEqualTo(Map.of(
                        Dimension.FINDABILITY, total(0, 100, 0),
                        Dimension.ACCESSIBILITY, total(0, 100, 0),
                        Dimension.INTEROPERABILITY, total(30, 110, 0),
                        Dimension.REUSABILITY, total(10, 75, 0),
                        Dimension.CONTEXTUALITY, total(0, 20, 0)));
        assertThat(byMetric(card))
                .isEqualTo("""
                        keyword-availability 0 of 30
                        category-availability 0 of 30
                        spatial-availability 0 of 20
                        temporal-availability 0 of 20
                        access-url-status-code 0 of 50
                        download-url-availability 0 of 20
                        download-url-status-code 0 of 30
                        format-availability 0 of 20
                        media-type-availability 0 of 10
                        format-media-type-vocabulary-alignment 0 of 10
                        format-media-type-non-proprietary 0 of 20
                        format-media-type-machine-interpretable 0 of 20
                        dcat-ap-compliance 30 of 30
                        licence-availability 0 of 20
                        known-licence 0 of 10
                        access-rights-availability 0 of 10
                        access-rights-vocabulary-alignment 0 of 5
                        contact-point-availability 0 of 20
                        publisher-availability 10 of 10
                        rights-availability 0 of 5
                        byte-size-availability 0 of 5
                        date-issued-availability 0 of 5
                        date-modified-availability 0 of 5
                        """);
        assertThat(card.grade()).contains("bad");
    }

    @Test
    void oneFileBehindAPageIs230Points() throws IOException {
        var card = score("""
                :roads a dcat:Dataset ; dct:title "Roads"@en ; dct:description "Roads by county"@en ;
                    dcat:theme <http://publications.europa.eu/resource/authority/data-theme/TRAN> ; dcat:keyword "road"@en ;
                    dct:publisher [ a foaf:Agent ; foaf:name "Road agency" ] ;
                    dcat:contactPoint [ a vcard:Kind ; vcard:fn "Desk" ; vcard:hasEmail <mailto:desk@data.example> ] ;
                    dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "2024-01-01"^^xsd:date ] ;
                    dct:accessRights <https://data.example/rights> ; dcat:distribution :file .
                :file a dcat:Distribution ; dcat:accessURL <https://data.example/roads> ; dct:format type:CSV ;
                    dct:license <https://data.example/licences/ours> .
                """);
        assertThat(byDimension(card))
                .isEqualTo(Map.of(
                        Dimension.FINDABILITY, total(80, 100, 0),
                        Dimension.ACCESSIBILITY, total(0, 50, 50),
                        Dimension.INTEROPERABILITY, total(90, 110, 0),
                        Dimension.REUSABILITY, total(60, 75, 0),
                        Dimension.CONTEXTUALITY, total(0, 20, 0)));
        assertThat(byMetric(card))
                .isEqualTo("""
                        keyword-availability 30 of 30
                        category-availability 30 of 30
                        spatial-availability 0 of 20
                        temporal-availability 20 of 20
                        access-url-status-code open 50
                        download-url-availability 0 of 20
                        download-url-status-code 0 of 30
                        format-availability 20 of 20
                        media-type-availability 0 of 10
                        format-media-type-vocabulary-alignment 0 of 10
                        format-media-type-non-proprietary 20 of 20
                        format-media-type-machine-interpretable 20 of 20
                        dcat-ap-compliance 30 of 30
                        licence-availability 20 of 20
                        known-licence 0 of 10
                        access-rights-availability 10 of 10
                        access-rights-vocabulary-alignment 0 of 5
                        contact-point-availability 20 of 20
                        publisher-availability 10 of 10
                        rights-availability 0 of 5
                        byte-size-availability 0 of 5
                        date-issued-availability 0 of 5
                        date-modified-availability 0 of 5
                        """);
        assertThat(card.points()).contains(total(230, 355, 50));
        assertThat(card.grade()).contains("good");
    }

    @Test
    void theBetterOfTwoFilesStandsForTheDataset() throws IOException {
        var card = score("""
                :air a dcat:Dataset ; dct:title "Air"@en ; dct:description "Air by hour"@en ; dcat:keyword "air"@en ;
                    dcat:theme <http://publications.europa.eu/resource/authority/data-theme/ENVI> ;
                    dct:spatial <http://publications.europa.eu/resource/authority/country/TWN> ;
                    dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "2024-01-01"^^xsd:date ] ;
                    dct:publisher [ a foaf:Agent ; foaf:name "Air agency" ] ;
                    dcat:contactPoint [ a vcard:Kind ; vcard:hasEmail <mailto:desk@data.example> ] ;
                    dct:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC> ;
                    dcat:distribution :csv , :json .
                :csv a dcat:Distribution ; dcat:accessURL <https://data.example/air> ; dct:format type:CSV ;
                    dcat:downloadURL <https://data.example/air.csv> ; dcat:byteSize 420 ;
                    dcat:mediaType <https://www.iana.org/assignments/media-types/text/csv> ;
                    dct:license <http://publications.europa.eu/resource/authority/licence/CC_BY_4_0> ;
                    dct:rights <https://data.example/rights> ;
                    dct:issued "2024-01-01"^^xsd:date ; dct:modified "2025-01-15"^^xsd:date .
                :json a dcat:Distribution ; dcat:accessURL <https://data.example/api> ; dct:format type:JSON ;
                    dcat:mediaType <https://www.iana.org/assignments/media-types/application/json> ;
                    dct:license <http://publications.europa.eu/resource/authority/licence/CC_BY_4_0> .
                """);
        assertThat(byDimension(card))
                .isEqualTo(Map.of(
                        Dimension.FINDABILITY, total(100, 100, 0),
                        Dimension.ACCESSIBILITY, total(20, 20, 80),
                        Dimension.INTEROPERABILITY, total(110, 110, 0),
                        Dimension.REUSABILITY, total(75, 75, 0),
                        Dimension.CONTEXTUALITY, total(20, 20, 0)));
        assertThat(byMetric(card))
                .isEqualTo("""
                        keyword-availability 30 of 30
                        category-availability 30 of 30
                        spatial-availability 20 of 20
                        temporal-availability 20 of 20
                        access-url-status-code open 50
                        download-url-availability 20 of 20
                        download-url-status-code open 30
                        format-availability 20 of 20
                        media-type-availability 10 of 10
                        format-media-type-vocabulary-alignment 10 of 10
                        format-media-type-non-proprietary 20 of 20
                        format-media-type-machine-interpretable 20 of 20
                        dcat-ap-compliance 30 of 30
                        licence-availability 20 of 20
                        known-licence 10 of 10
                        access-rights-availability 10 of 10
                        access-rights-vocabulary-alignment 5 of 5
                        contact-point-availability 20 of 20
                        publisher-availability 10 of 10
                        rights-availability 5 of 5
                        byte-size-availability 5 of 5
                        date-issued-availability 5 of 5
                        date-modified-availability 5 of 5
                        """);
        assertThat(card.points()).contains(total(325, 325, 80));
        assertThat(card.atMost()).contains("excellent");
        assertThat(card.distributions().stream().map(score -> score.points().orElseThrow()))
                .containsExactly(total(150, 150, 80), total(110, 180, 50));
    }

    private Scorecard score(String description) throws IOException {
        var file = folder.resolve("data.csv");
        Files.writeString(file, "a,b\n1,2\n");
        Files.writeString(folder.resolve("data.csv.meta.ttl"), PREFIXES + description);
        var outcome = new LocalScoring(Vocabularies.load()).score(file, Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(outcome).isInstanceOf(ScoringOutcome.Scored.class);
        return ((ScoringOutcome.Scored) outcome)
                .datasets().getFirst().scorecards().stream()
                        .filter(card -> card.policy().id().equals("mqa-405"))
                        .findFirst()
                        .orElseThrow();
    }

    /// Each metric as it stands for the dataset; of those asked of distributions that of the one that stands for all.
    private static String byMetric(Scorecard card) {
        var weighing = (Weighing) PolicyFiles.load().stream()
                .filter(policy -> policy.id().equals("mqa-405"))
                .findFirst()
                .orElseThrow()
                .award();
        var lines = new StringBuilder();
        weighing.weights().forEach((metric, weight) -> {
            // Where there is no distribution, nothing is earned of what is possible.
            var points = card.outcome(metric)
                    .or(() -> card.stands().flatMap(card::distribution).flatMap(score -> score.outcome(metric)))
                    .map(outcome -> PointTotal.of(outcome, weight))
                    .orElse(new PointTotal(Points.ZERO, Points.of(weight), Points.ZERO));
            lines.append(metric.id().substring("mqa-".length()))
                    .append(points.isProvisional() ? " open " + points.open() : " " + points.earned() + " of " + points.possible())
                    .append('\n');
        });
        return lines.toString();
    }

    private static Map<Dimension, PointTotal> byDimension(Scorecard card) {
        var totals = new EnumMap<Dimension, PointTotal>(Dimension.class);
        for (var score : card.dimensions()) {
            totals.put(score.dimension(), score.points().orElseThrow());
        }
        return totals;
    }

    private static PointTotal total(int earned, int possible, int open) {
        return new PointTotal(Points.of(earned), Points.of(possible), Points.of(open));
    }
}
