package tw.touchstone.server.rules;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.quality.Metric;
import tw.touchstone.server.http.Problem;
import tw.touchstone.vocabulary.MetricText;
import tw.touchstone.vocabulary.Vocabularies;
import tw.touchstone.vocabulary.profile.RdfSyntax;

/// The catalogue of rules as JSON and as Turtle (`dqv:Metric`).
@RestController
class RuleDocumentsController {

    private static final String TURTLE = "text/turtle;charset=utf-8";

    private final Map<String, MetricText> texts;

    RuleDocumentsController(Catalog catalog) {
        this.texts = catalog.vocabularies().metrics();
    }

    /// Every rule, family by family.
    ///
    /// @param items in the order of measurement
    record Rules(List<RuleItem> items) {}

    @GetMapping(path = "/rules.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Rules rules() {
        return new Rules(Stream.of(Metric.values()).map(this::item).toList());
    }

    @GetMapping(path = "/rules/{id}.json", produces = MediaType.APPLICATION_JSON_VALUE)
    RuleItem rule(@PathVariable String id) {
        return item(metric(id));
    }

    @GetMapping(path = "/rules.ttl", produces = TURTLE)
    byte[] turtle() {
        return turtle(Vocabularies.metricGraph(Optional.empty()));
    }

    @GetMapping(path = "/rules/{id}.ttl", produces = TURTLE)
    byte[] turtle(@PathVariable String id) {
        return turtle(Vocabularies.metricGraph(Optional.of(metric(id).id())));
    }

    private static Metric metric(String id) {
        return Metric.ofId(id).orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "there is no rule of this name"));
    }

    private RuleItem item(Metric metric) {
        return RuleItem.of(
                metric,
                Optional.ofNullable(texts.get(metric.id()))
                        .orElseThrow(() -> new IllegalStateException("no text for " + metric.id())));
    }

    private static byte[] turtle(Graph graph) {
        var bytes = new ByteArrayOutputStream();
        RdfSyntax.write(graph, RdfSyntax.TURTLE, bytes);
        return bytes.toByteArray();
    }
}
