package tw.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.rules.Rules;

/// Rules, metric texts, policies and the rule catalogue agree.
class VocabularyTest {

    private static final String DQV = "http://www.w3.org/ns/dqv#";
    private static final String DIMENSION = "https://touchstone.tw/ns/dimension/";
    private static final Path CATALOGUE = Path.of("../../docs/rules.md");
    private static final Model TEXTS = RDFDataMgr.loadModel("../../vocab/metrics.ttl");

    @Test
    void everyMetricHasOneRuleAndOneText() {
        var ids = Arrays.stream(Metric.values()).map(Metric::id).toList();
        assertThat(Rules.ALL.stream().map(check -> check.metric().id()))
                .as("one rule for each metric: add it to Rules.ALL")
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(described("Metric").stream().map(Resource::getURI))
                .as("one dqv:Metric for each rule: add it to vocab/metrics.ttl")
                .containsExactlyInAnyOrderElementsOf(
                        ids.stream().map(id -> MetricText.METRIC + id).toList());
    }

    @Test
    void everyDimensionIsDescribed() {
        assertThat(described("Dimension").stream().map(Resource::getURI))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Dimension.values())
                        .map(dimension -> DIMENSION + dimension.id())
                        .toList());
    }

    @Test
    void everyMetricSpeaksBothLanguagesAndNamesItsSource() {
        for (var metric : Metric.values()) {
            var text = new MetricText(TEXTS, metric);
            for (var property : List.of(
                    MetricText.SKOS + "prefLabel",
                    MetricText.SKOS + "definition",
                    MetricText.TST + "advice",
                    MetricText.TST + "rationale")) {
                for (var language : List.of(LangText.ZH, LangText.EN)) {
                    assertThat(text.in(property, language)).as("%s %s @%s", metric.id(), property, language).isNotBlank();
                }
            }
            for (var property :
                    List.of("http://purl.org/dc/terms/source", MetricText.TST + "passingExample", MetricText.TST + "failingExample")) {
                assertThat(text.any(property)).as("%s %s", metric.id(), property).isNotBlank();
            }
            assertThat(text.any(MetricText.TST + "severity")).as(metric.id()).isIn("MUST", "SHOULD", "MAY");
            assertThat(text.any(MetricText.SKOS + "notation")).isEqualTo(metric.id());
        }
    }

    @Test
    void everyMetricStandsInItsDimension() {
        for (var metric : Metric.values()) {
            var dimensions = TEXTS.listObjectsOfProperty(
                            TEXTS.getResource(MetricText.METRIC + metric.id()), TEXTS.getProperty(DQV, "inDimension"))
                    .mapWith(node -> node.asResource().getURI())
                    .toList();
            assertThat(dimensions).as(metric.id()).contains(DIMENSION + metric.dimension().id());
        }
    }

    @Test
    void everyPolicyIsReadAndCarriesItsFileName() throws IOException {
        try (var files = Files.list(Path.of("../../vocab/policies"))) {
            assertThat(files.toList()).isNotEmpty().allSatisfy(file -> {
                var reading = Policy.read(Files.readString(file));
                assertThat(reading)
                        .isInstanceOfSatisfying(
                                Policy.class,
                                policy -> assertThat(file.getFileName()).hasToString(policy.id() + ".json"));
            });
        }
    }

    @Test
    void theRuleCatalogueIsTheGeneratedText() throws IOException {
        var generated = RuleCatalogue.markdown(TEXTS);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(CATALOGUE, generated);
        }
        assertThat(Files.readString(CATALOGUE))
                .as("docs/rules.md is out of date: run this test once with -Dgolden.update=true")
                .isEqualTo(generated);
    }

    private static Set<Resource> described(String type) {
        return TEXTS.listSubjectsWithProperty(RDF.type, TEXTS.getResource(DQV + type))
                .toList()
                .stream()
                .collect(Collectors.toSet());
    }
}
