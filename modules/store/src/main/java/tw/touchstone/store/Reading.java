package tw.touchstone.store;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import tw.touchstone.model.Agency;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Sha256;
import tw.touchstone.store.ChangeEntry.Kind;
import tw.touchstone.vocabulary.profile.AgencyRdf;
import tw.touchstone.vocabulary.profile.DatasetRdf;
import tw.touchstone.vocabulary.profile.Terms;

/// What can be asked inside one read transaction.
record Reading(DatasetGraph store, Subjects subjects) {

    Optional<Dataset> dataset(DatasetId id) {
        return plain(subjects.dataset(id)).map(graph -> DatasetRdf.read(graph, id, subjects.iris()));
    }

    Optional<Graph> graph(DatasetId id) {
        var node = subjects.dataset(id);
        var found = plain(node);
        found.ifPresent(graph -> {
            graph.find(node, Terms.DCT_PUBLISHER, Node.ANY)
                    .mapWith(triple -> triple.getObject())
                    .toList()
                    .forEach(agency -> addNames(graph, agency));
            log().entry(log().lastChange(node))
                    .ifPresent(last -> graph.add(
                            subjects.record(id), Terms.DCT_MODIFIED, ChangeLog.instant(last.at())));
        });
        return found;
    }

    private void addNames(Graph graph, Node agency) {
        store.find(agency, agency, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            if (quad.getPredicate().equals(Terms.RDF_TYPE) || quad.getPredicate().equals(Terms.FOAF_NAME)) {
                graph.add(quad.asTriple());
            }
        });
    }

    Optional<Graph> quality(DatasetId id) {
        return plain(subjects.quality(id));
    }

    DatasetState state(DatasetId id) {
        var last = log().entry(log().lastChange(subjects.dataset(id)));
        if (last.isEmpty()) {
            return new DatasetState.Absent();
        }
        var entry = last.get();
        return entry.kind() == Kind.WITHDRAWN
                ? new DatasetState.Withdrawn(entry.number(), entry.at(), log().reason(entry.number()))
                : new DatasetState.Published(entry.number());
    }

    Optional<Agency> agency(AgencyId id) {
        return plain(subjects.agency(id)).map(graph -> AgencyRdf.read(graph, id, subjects.iris()));
    }

    List<Agency> agencies() {
        var ids = new ArrayList<AgencyId>();
        store.findNG(Node.ANY, Node.ANY, Terms.RDF_TYPE, Terms.FOAF_AGENT).forEachRemaining(quad -> {
            if (quad.getGraph().equals(quad.getSubject())) {
                subjects.agencyId(quad.getSubject()).ifPresent(ids::add);
            }
        });
        return ids.stream().sorted().flatMap(id -> agency(id).stream()).toList();
    }

    void forEachDataset(Consumer<Dataset> action) {
        log().datasets().stream()
                .flatMap(node -> subjects.datasetId(node).stream())
                .sorted(Comparator.naturalOrder())
                .forEach(id -> dataset(id).ifPresent(action));
    }

    List<DatasetId> datasetsWith(Sha256 checksum) {
        var value = NodeFactory.createLiteralDT(checksum.hex(), XSDDatatype.XSDhexBinary);
        var ids = new TreeSet<DatasetId>();
        store.findNG(Node.ANY, Node.ANY, Terms.SPDX_CHECKSUM_VALUE, value)
                .forEachRemaining(quad -> subjects.datasetId(quad.getGraph()).ifPresent(ids::add));
        return List.copyOf(ids);
    }

    List<DatasetId> datasetsWith(Node property, URI value) {
        var ids = new TreeSet<DatasetId>();
        store.findNG(Node.ANY, Node.ANY, property, NodeFactory.createURI(value.toString())).forEachRemaining(quad -> {
            if (quad.getGraph().equals(quad.getSubject())) {
                subjects.datasetId(quad.getGraph()).ifPresent(ids::add);
            }
        });
        return List.copyOf(ids);
    }

    List<ChangeEntry> standing() {
        var log = log();
        return log.datasets().stream()
                .flatMap(node -> log.entry(log.lastChange(node)).stream())
                .sorted(Comparator.comparing(entry -> new DatasetId(entry.subject())))
                .toList();
    }

    List<ChangeEntry> changesSince(long number, int limit) {
        return log().since(number, limit);
    }

    private ChangeLog log() {
        return new ChangeLog(store, subjects);
    }

    private Optional<Graph> plain(Node name) {
        var graph = GraphFactory.createDefaultGraph();
        store.find(name, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> graph.add(quad.asTriple()));
        return graph.isEmpty() ? Optional.empty() : Optional.of(graph);
    }
}
