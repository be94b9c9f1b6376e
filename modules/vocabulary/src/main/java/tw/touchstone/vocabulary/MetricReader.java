package tw.touchstone.vocabulary;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import tw.touchstone.model.LangText;

/// Reads the texts of `vocab/metrics.ttl`.
final class MetricReader {

    private static final String DQV = "http://www.w3.org/ns/dqv#";
    private static final Resource METRIC = ResourceFactory.createResource(DQV + "Metric");
    private static final Property IN_DIMENSION = ResourceFactory.createProperty(DQV, "inDimension");
    private static final Property EXPECTED_DATA_TYPE = ResourceFactory.createProperty(DQV, "expectedDataType");

    private final TurtleFile file;

    private MetricReader(TurtleFile file) {
        this.file = file;
    }

    static Map<String, MetricText> load() {
        return TurtleFile.find("metrics.ttl").map(MetricReader::read).orElse(Map.of());
    }

    static Map<String, MetricText> read(TurtleFile file) {
        var reader = new MetricReader(file);
        var metrics = new TreeMap<String, MetricText>();
        file.model().listSubjectsWithProperty(RDF.type, METRIC).forEach(subject -> {
            var metric = reader.metric(subject);
            metrics.put(metric.id(), metric);
        });
        return Collections.unmodifiableSortedMap(metrics);
    }

    private MetricText metric(Resource subject) {
        var title = text(subject, SKOS.prefLabel);
        if (title.in(LangText.ZH).isEmpty() || title.in(LangText.EN).isEmpty()) {
            throw file.mistake(subject, "needs a name in both languages");
        }
        return new MetricText(
                id(subject.getURI()),
                title,
                text(subject, SKOS.definition),
                text(subject, own("advice")),
                text(subject, own("rationale")),
                localName(first(subject, IN_DIMENSION)),
                localName(first(subject, EXPECTED_DATA_TYPE)),
                first(subject, DCTerms.source),
                first(subject, own("severity")),
                text(subject, own("passingExample")),
                text(subject, own("failingExample")),
                SchemeReader.texts(subject, DCTerms.isReplacedBy).stream()
                        .findFirst()
                        .map(this::id));
    }

    private String id(String iri) {
        if (!iri.startsWith(Terms.METRIC)) {
            throw file.mistake("<%s> is not named %s…".formatted(iri, Terms.METRIC));
        }
        return iri.substring(Terms.METRIC.length());
    }

    private static Property own(String name) {
        return ResourceFactory.createProperty(Terms.NS, name);
    }

    private static LangText text(Resource subject, Property property) {
        return SchemeReader.text(subject, property);
    }

    private static String first(Resource subject, Property property) {
        return SchemeReader.texts(subject, property).stream().findFirst().orElse("");
    }

    private static String localName(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }
}
