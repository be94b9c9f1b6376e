package tw.touchstone.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import tw.touchstone.store.ChangeEntry.Kind;
import tw.touchstone.vocabulary.profile.Terms;

/// The change log inside the store: one graph, two triples an entry, and each dataset's last number.
///
/// `<urn:touchstone:change:17> tst:revised <…/datasets/1>; dct:issued "…"` and `<…/datasets/1> tst:lastChange 17`.
/// Numbers have no gaps, so an entry is found by its name and the last one by halving.
final class ChangeLog {

    static final Node GRAPH = NodeFactory.createURI("urn:touchstone:changes");

    private static final String ENTRY = "urn:touchstone:change:";
    private static final Node LAST_CHANGE = NodeFactory.createURI(Terms.TST + "lastChange");
    private static final Node REASON = NodeFactory.createURI("http://www.w3.org/2000/01/rdf-schema#comment");

    private final DatasetGraph store;
    private final Subjects subjects;

    ChangeLog(DatasetGraph store, Subjects subjects) {
        this.store = store;
        this.subjects = subjects;
    }

    void append(ChangeEntry entry, String reason) {
        var name = name(entry.number());
        var subject = subjects.ofEntry(entry);
        store.add(GRAPH, name, predicate(entry.kind()), subject);
        store.add(GRAPH, name, Terms.DCT_ISSUED, instant(entry.at()));
        if (!reason.isBlank()) {
            store.add(GRAPH, name, REASON, NodeFactory.createLiteralString(reason));
        }
        switch (entry.kind()) {
            case REGISTERED, REVISED, WITHDRAWN -> {
                store.deleteAny(GRAPH, subject, LAST_CHANGE, Node.ANY);
                store.add(GRAPH, subject, LAST_CHANGE, number(entry.number()));
            }
            case AGENCY, QUALITY -> {}
        }
    }

    Optional<ChangeEntry> entry(long number) {
        var at = Optional.<Instant>empty();
        var found = Optional.<ChangeEntry>empty();
        for (var quad : quads(name(number), Node.ANY)) {
            if (quad.getPredicate().equals(Terms.DCT_ISSUED)) {
                at = Optional.of(Instant.parse(quad.getObject().getLiteralLexicalForm()));
            }
            for (var kind : Kind.values()) {
                if (quad.getPredicate().equals(predicate(kind))) {
                    found = subjects.identifier(kind, quad.getObject())
                            .map(subject -> new ChangeEntry(number, Instant.EPOCH, kind, subject));
                }
            }
        }
        var when = at.orElse(Instant.EPOCH);
        return found.map(entry -> new ChangeEntry(number, when, entry.kind(), entry.subject()));
    }

    String reason(long number) {
        return quads(name(number), REASON).stream()
                .findFirst()
                .map(quad -> quad.getObject().getLiteralLexicalForm())
                .orElse("");
    }

    List<ChangeEntry> since(long number, int limit) {
        var entries = new ArrayList<ChangeEntry>();
        for (long next = number + 1; entries.size() < limit; next++) {
            var entry = entry(next);
            if (entry.isEmpty()) {
                break;
            }
            entries.add(entry.get());
        }
        return entries;
    }

    /// The number of a dataset's last registration, revision or withdrawal; 0 where there was none.
    long lastChange(Node dataset) {
        return quads(dataset, LAST_CHANGE).stream()
                .mapToLong(quad -> Long.parseLong(quad.getObject().getLiteralLexicalForm()))
                .max()
                .orElse(0);
    }

    /// When a dataset was first registered, as far as the log knows.
    Optional<Instant> firstRegistered(Node dataset) {
        var numbers = new ArrayList<Long>();
        store.find(GRAPH, Node.ANY, predicate(Kind.REGISTERED), dataset)
                .forEachRemaining(quad -> numbers.add(Long.valueOf(quad.getSubject().getURI().substring(ENTRY.length()))));
        return numbers.stream().min(Long::compare).flatMap(this::entry).map(ChangeEntry::at);
    }

    /// The datasets that ever were, published or not.
    List<Node> datasets() {
        var datasets = new ArrayList<Node>();
        store.find(GRAPH, Node.ANY, LAST_CHANGE, Node.ANY).forEachRemaining(quad -> datasets.add(quad.getSubject()));
        return datasets;
    }

    long lastNumber() {
        long above = 1;
        while (exists(above)) {
            above *= 2;
        }
        long below = above / 2;
        while (above - below > 1) {
            long middle = (above + below) / 2;
            if (exists(middle)) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return below;
    }

    /// Every triple that an entry and its subject have in the log now.
    List<Quad> quadsOf(ChangeEntry entry) {
        var all = new ArrayList<>(quads(name(entry.number()), Node.ANY));
        all.addAll(quads(subjects.ofEntry(entry), LAST_CHANGE));
        return all;
    }

    /// Takes over an entry of another store, in place of what this one knows of its subject's last change.
    void replay(ChangeEntry entry, List<Quad> quads) {
        store.deleteAny(GRAPH, subjects.ofEntry(entry), LAST_CHANGE, Node.ANY);
        quads.forEach(store::add);
    }

    private boolean exists(long number) {
        return number > 0 && store.contains(GRAPH, name(number), Terms.DCT_ISSUED, Node.ANY);
    }

    private List<Quad> quads(Node subject, Node predicate) {
        var quads = new ArrayList<Quad>();
        store.find(GRAPH, subject, predicate, Node.ANY).forEachRemaining(quads::add);
        return quads;
    }

    private static Node name(long number) {
        return NodeFactory.createURI(ENTRY + number);
    }

    private static Node predicate(Kind kind) {
        return NodeFactory.createURI(
                switch (kind) {
                    case REGISTERED -> Terms.TST + "registered";
                    case REVISED -> Terms.TST + "revised";
                    case WITHDRAWN -> Terms.TST + "withdrawn";
                    case AGENCY -> Terms.TST + "agencyChanged";
                    case QUALITY -> Terms.TST + "qualityChanged";
                });
    }

    private static Node number(long number) {
        return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
    }

    static Node instant(Instant at) {
        return GraphDiff.asStored(NodeFactory.createLiteralDT(at.toString(), XSDDatatype.XSDdateTime));
    }
}
