package tw.touchstone.vocabulary.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/// A read-only copy of a graph that gives its triples in one order, so that writers write the same bytes every time.
final class SortedGraph extends GraphBase {

    private static final Comparator<Node> TERMS = Comparator.comparingInt((Node node) -> node.isURI() ? 0 : 1)
            .thenComparing(node -> node.toString());
    private static final Comparator<Triple> TRIPLES = Comparator.comparing(Triple::getSubject, TERMS)
            .thenComparing(Triple::getPredicate, TERMS)
            .thenComparing(Triple::getObject, TERMS);

    private final List<Triple> triples;
    private final Map<Node, List<Triple>> bySubject = new LinkedHashMap<>();
    private final Map<Node, List<Triple>> byObject = new HashMap<>();

    private SortedGraph(List<Triple> triples) {
        this.triples = triples;
        for (var triple : triples) {
            bySubject.computeIfAbsent(triple.getSubject(), node -> new ArrayList<>()).add(triple);
            byObject.computeIfAbsent(triple.getObject(), node -> new ArrayList<>()).add(triple);
        }
    }

    static Graph of(Graph graph, boolean forXml) {
        var found = graph.find().mapWith(triple -> forXml ? xml(triple) : triple).toList();
        found.sort(TRIPLES);
        var sorted = new SortedGraph(found);
        var used = new TreeSet<String>();
        found.forEach(triple -> namespaces(triple, used));
        Terms.PREFIXES.forEach((prefix, namespace) -> {
            if (used.contains(namespace)) {
                sorted.getPrefixMapping().setNsPrefix(prefix, namespace);
            }
        });
        return sorted;
    }

    private static void namespaces(Triple triple, Collection<String> used) {
        for (var node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
            var iri = node.isLiteral() ? node.getLiteralDatatypeURI() : node.isURI() ? node.getURI() : "";
            used.add(iri.substring(0, Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1));
        }
    }

    private static Triple xml(Triple triple) {
        var object = triple.getObject();
        if (!object.isLiteral() || object.getLiteralLexicalForm().codePoints().allMatch(SortedGraph::isXml)) {
            return triple;
        }
        var text = object.getLiteralLexicalForm()
                .codePoints()
                .map(point -> isXml(point) ? point : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        var spelled = object.getLiteralLanguage().isEmpty()
                ? NodeFactory.createLiteralDT(text, object.getLiteralDatatype())
                : NodeFactory.createLiteralLang(text, object.getLiteralLanguage());
        return Triple.create(triple.getSubject(), triple.getPredicate(), spelled);
    }

    // XML 1.0, production 2.
    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point < 0xD800)
                || (point >= 0xE000 && point < 0xFFFE)
                || point >= 0x10000;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        List<Triple> candidates = triples;
        if (pattern.getSubject().isConcrete()) {
            candidates = bySubject.getOrDefault(pattern.getSubject(), List.of());
        } else if (pattern.getObject().isConcrete()) {
            candidates = byObject.getOrDefault(pattern.getObject(), List.of());
        }
        return WrappedIterator.create(candidates.stream().filter(pattern::matches).iterator());
    }
}
