package tw.touchstone.store;

import java.net.URI;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;

/// The names of datasets and agencies, and of their graphs, as nodes.
record Subjects(Iris iris) {

    Node dataset(DatasetId id) {
        return node(iris.dataset(id));
    }

    Node quality(DatasetId id) {
        return node(iris.quality(id));
    }

    Node record(DatasetId id) {
        return node(iris.record(id));
    }

    Node agency(AgencyId id) {
        return node(iris.agency(id));
    }

    Optional<DatasetId> datasetId(Node node) {
        return iris.datasetId(URI.create(node.getURI()));
    }

    Optional<AgencyId> agencyId(Node node) {
        return iris.agencyId(URI.create(node.getURI()));
    }

    Node ofEntry(ChangeEntry entry) {
        return entry.kind() == ChangeEntry.Kind.AGENCY
                ? agency(new AgencyId(entry.subject()))
                : dataset(new DatasetId(entry.subject()));
    }

    Optional<String> identifier(ChangeEntry.Kind kind, Node subject) {
        return kind == ChangeEntry.Kind.AGENCY
                ? agencyId(subject).map(AgencyId::value)
                : datasetId(subject).map(DatasetId::value);
    }

    private static Node node(URI iri) {
        return NodeFactory.createURI(iri.toString());
    }
}
