package tw.touchstone.catalog.evaluating;

import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Label;
import tw.touchstone.quality.Grade;

/// The labels and the grade a dataset holds, in DQV. (`dqv:QualityCertificate`)
///
/// Without times and without outcomes: an unchanged verdict writes nothing, and the evidence is in the scorecard.
final class QualityRdf {

    private static final String DQV = "http://www.w3.org/ns/dqv#";
    private static final String OA = "http://www.w3.org/ns/oa#";
    private static final String NS = "https://touchstone.tw/ns/";
    private static final Node TYPE = RDF.type.asNode();
    private static final Node CERTIFICATE = iri(DQV + "QualityCertificate");
    private static final Node ANNOTATION = iri(DQV + "hasQualityAnnotation");
    private static final Node TARGET = iri(OA + "hasTarget");
    private static final Node BODY = iri(OA + "hasBody");
    private static final Node MOTIVATION = iri(OA + "motivatedBy");
    private static final Node ASSESSMENT = iri(DQV + "qualityAssessment");
    private static final Node POLICY = iri("http://purl.org/dc/terms/conformsTo");

    private QualityRdf() {}

    /// Whether an award says anything: a label of what was checked, or a grade of what could be graded.
    static boolean isSaid(String award) {
        return !award.equals(Label.NONE_UNCHECKED.code()) && !award.equals(Grade.UNGRADED.code());
    }

    /// The graph of a dataset's awards by policy; an empty one where nothing was measured yet.
    static Graph write(DatasetId id, Map<String, String> awards, Iris iris) {
        var graph = GraphFactory.createDefaultGraph();
        var dataset = iri(iris.dataset(id).toString());
        new TreeMap<>(awards).forEach((policy, award) -> {
            if (isSaid(award)) {
                var certificate = iri(iris.quality(id) + "#" + policy);
                graph.add(dataset, ANNOTATION, certificate);
                graph.add(certificate, TYPE, CERTIFICATE);
                graph.add(certificate, TARGET, dataset);
                graph.add(certificate, BODY, body(policy, award));
                graph.add(certificate, MOTIVATION, ASSESSMENT);
                graph.add(certificate, POLICY, iri(NS + "policy/" + policy));
            }
        });
        return graph;
    }

    private static Node body(String policy, String award) {
        return Label.ofCode(award)
                .map(label -> iri(NS + "label/" + label.code()))
                .orElseGet(() -> iri(NS + "grade/" + policy + "/" + award));
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
