package tw.touchstone.catalog.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.model.Iris;
import tw.touchstone.quality.DimensionScore;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Scorecard;

class ScorecardRdfTest {

    private static final int ROUNDS = 60;
    private static final Instant AT = Instant.parse("2026-06-01T08:00:00Z");
    private static final Shapes SHAPES = Shapes.parse(read("quality-shapes.ttl"));

    private final long seed = Long.getLong("touchstone.seed", 20_261_125);
    private final RandomCases cases = new RandomCases(new Random(seed));

    @Test
    void keepsToTheDefinitionsOfItsVocabularies() {
        for (int i = 0; i < ROUNDS; i++) {
            var graph = write(cases.next().judge());

            var report = ShaclValidator.get().validate(SHAPES, graph);

            assertThat(report.getEntries().stream().map(each -> each.focusNode() + ": " + each.message()))
                    .as("seed %d, round %d", seed, i)
                    .isEmpty();
        }
    }

    /// The shapes are worth something only if they refuse what lacks a part.
    @Test
    void theShapesNoticeWhatIsMissing() {
        var noticed = new HashSet<String>();
        for (int i = 0; i < ROUNDS; i++) {
            var graph = write(cases.next().judge());
            for (var property : List.of("dqv#computedOn", "earl#outcome", "earl#test", "prov#wasAssociatedWith", "dqv#value")) {
                var triple = graph.stream()
                        .filter(each -> each.getPredicate().getURI().endsWith("/" + property))
                        .findFirst();
                triple.ifPresent(each -> {
                    graph.delete(each);
                    assertThat(ShaclValidator.get().conforms(SHAPES, graph)).as(property).isFalse();
                    graph.add(each);
                    noticed.add(property);
                });
            }
        }
        assertThat(noticed).as("seed %d", seed).hasSize(5);
    }

    @Test
    void everyOutcomeIsAnAssertionAndEveryVerdictAMeasurement() {
        for (int i = 0; i < ROUNDS; i++) {
            var card = cases.next().judge();
            var graph = write(card);
            var outcomes = outcomes(card);

            assertThat(count(graph, "http://www.w3.org/ns/earl#Assertion")).isEqualTo(outcomes.size());
            long decided = outcomes.stream()
                    .filter(each -> each instanceof Outcome.Passed || each instanceof Outcome.Failed)
                    .count();
            assertThat(count(graph, "http://www.w3.org/ns/dqv#QualityMeasurement"))
                    .isEqualTo(decided + (card.score().isPresent() ? 1 : 0));
            var metrics = Stream.of(Metric.values())
                    .map(each -> "https://touchstone.tw/ns/metric/" + each.id())
                    .collect(Collectors.toSet());
            assertThat(metrics).containsAll(objects(graph, "http://www.w3.org/ns/earl#test"));
        }
    }

    @Test
    void comesBackTheSameFromTurtleAndIsTheSameForTheSameScorecard() {
        for (int i = 0; i < ROUNDS; i++) {
            var one = cases.next();
            var graph = write(one.judge());
            var back = GraphFactory.createDefaultGraph();
            RDFParser.fromString(RDFWriter.source(graph).lang(Lang.TURTLE).asString(), Lang.TURTLE).parse(back);

            assertThat(back.isIsomorphicWith(graph)).as("seed %d, round %d", seed, i).isTrue();
            assertThat(write(one.judge()).isIsomorphicWith(graph)).isTrue();
            assertThat(graph.stream().noneMatch(each -> each.getSubject().isBlank() || each.getObject().isBlank()))
                    .isTrue();
        }
    }

    @Test
    void onlyWhatIsAwardedIsCertified() {
        for (int i = 0; i < ROUNDS; i++) {
            var card = cases.next().judge();
            boolean awarded = card.label().map(each -> each.isAwarded()).orElse(!Set.of("none", "ungraded").contains(card.award()));

            assertThat(count(write(card), "http://www.w3.org/ns/dqv#QualityCertificate")).isEqualTo(awarded ? 1 : 0);
        }
    }

    private static Graph write(Scorecard card) {
        var stored = new StoredScorecard(
                card.dataset(),
                card.policy().id(),
                AT,
                card.award(),
                card.atMost(),
                card.score(),
                card.id(),
                card.validUntil());
        return ScorecardRdf.write(card.dataset(), List.of(new ScorecardRdf.Made(stored, card)), Iris.LOCAL);
    }

    private static List<Outcome> outcomes(Scorecard card) {
        return Stream.concat(
                        card.dimensions().stream(),
                        card.distributions().stream().flatMap(each -> each.dimensions().stream()))
                .map(DimensionScore::measurements)
                .flatMap(List::stream)
                .map(each -> each.outcome())
                .toList();
    }

    private static long count(Graph graph, String type) {
        return graph.stream(Node.ANY, NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), NodeFactory.createURI(type))
                .count();
    }

    private static Set<String> objects(Graph graph, String property) {
        return graph.stream(Node.ANY, NodeFactory.createURI(property), Node.ANY)
                .map(each -> each.getObject().getURI())
                .collect(Collectors.toSet());
    }

    private static Graph read(String resource) {
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.source(Objects.requireNonNull(ScorecardRdfTest.class.getResourceAsStream(resource)))
                .lang(Lang.TURTLE)
                .parse(graph);
        return graph;
    }
}
