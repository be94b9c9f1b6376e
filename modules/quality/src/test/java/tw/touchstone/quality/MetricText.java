package tw.touchstone.quality;

import java.util.Optional;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;

/// The words of one metric in `vocab/metrics.ttl`.
record MetricText(Model texts, Metric metric) {

    static final String METRIC = "https://touchstone.tw/ns/metric/";
    static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    static final String TST = "https://touchstone.tw/ns/terms#";

    /// The text of a property in one language; empty where there is none.
    String in(String property, String language) {
        return Optional.ofNullable(
                        texts.getProperty(texts.getResource(METRIC + metric.id()), texts.getProperty(property), language))
                .map(statement -> statement.getString())
                .orElse("");
    }

    /// The only text of a property, whatever its language; empty where there is none.
    String any(String property) {
        return texts.listObjectsOfProperty(texts.getResource(METRIC + metric.id()), texts.getProperty(property))
                .filterKeep(RDFNode::isLiteral)
                .mapWith(node -> node.asLiteral().getString())
                .nextOptional()
                .orElse("");
    }
}
