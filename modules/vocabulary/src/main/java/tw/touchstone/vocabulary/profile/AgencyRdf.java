package tw.touchstone.vocabulary.profile;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import tw.touchstone.model.Agency;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Iris;

/// Agencies as `foaf:Agent`, lossless both ways.
public final class AgencyRdf {

    private AgencyRdf() {}

    /// A new graph that describes the agency.
    public static Graph write(Agency agency, Iris iris) {
        var graph = GraphFactory.createDefaultGraph();
        var out = new Statements(graph, NodeFactory.createURI(iris.agency(agency.id()).toString()));
        out.link(Terms.RDF_TYPE, Terms.FOAF_AGENT);
        out.texts(Terms.FOAF_NAME, agency.name());
        agency.oid().ifPresent(oid -> out.text(Terms.DCT_IDENTIFIER, oid));
        out.list(Terms.SKOS_ALT_LABEL, agency.otherNames());
        return graph;
    }

    /// The agency that a graph of [#write(Agency, Iris)] describes.
    ///
    /// @throws IllegalArgumentException if the graph describes no such agency
    public static Agency read(Graph graph, AgencyId id, Iris iris) {
        var in = new Described(graph, NodeFactory.createURI(iris.agency(id).toString()));
        if (!in.is(Terms.FOAF_AGENT)) {
            throw new IllegalArgumentException("the graph describes no agency " + in.subject());
        }
        return new Agency(
                id, in.texts(Terms.FOAF_NAME), in.text(Terms.DCT_IDENTIFIER), in.list(Terms.SKOS_ALT_LABEL));
    }
}
