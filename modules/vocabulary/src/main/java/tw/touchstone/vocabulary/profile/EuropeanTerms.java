package tw.touchstone.vocabulary.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.vocabulary.SKOS;
import tw.touchstone.vocabulary.TurtleFile;

/// What DCAT-AP wants from the lists of the European Union, put into a graph on its way out. (DCAT-AP 3.0.1, section 8)
///
/// The themes of the European Union stand beside ours; its update frequency takes the place of ours, since there may be one
/// only, and stays ours where its list has none, for example every three days, and is read back as what it was.
/// Loaded once; thread-safe.
public final class EuropeanTerms {

    private static final String FREQUENCIES = "http://publications.europa.eu/resource/authority/frequency/";

    private static final Node STANDARD = NodeFactory.createURI(Terms.DCT + "Standard");

    private final Map<Node, Node> themes = new HashMap<>();
    private final Map<Node, Node> frequencies = new HashMap<>();

    private EuropeanTerms() {
        var list = TurtleFile.load("themes.ttl").model();
        list.listSubjectsWithProperty(SKOS.notation).forEach(theme -> {
            var above = Optional.of(theme);
            while (above.isPresent() && !above.get().hasProperty(SKOS.closeMatch)) {
                above = Optional.ofNullable(above.get().getPropertyResourceValue(SKOS.broader));
            }
            above.ifPresent(known -> themes.put(
                    theme.asNode(), known.getPropertyResourceValue(SKOS.closeMatch).asNode()));
        });
        exact(TurtleFile.load("frequencies.ttl").model());
    }

    private void exact(Model list) {
        list.listStatements(null, SKOS.exactMatch, (RDFNode) null).forEach(each -> {
            var theirs = each.getObject().asNode();
            if (theirs.getURI().startsWith(FREQUENCIES)) {
                frequencies.merge(each.getSubject().asNode(), theirs, (one, other) ->
                        one.getURI().compareTo(other.getURI()) <= 0 ? one : other);
            }
        });
    }

    /// Reads the matches from the vocabularies.
    public static EuropeanTerms load() {
        return new EuropeanTerms();
    }

    /// Puts them into a graph of a dataset, and returns it.
    public Graph addTo(Graph graph) {
        var added = new TreeSet<String>();
        graph.find(Node.ANY, Terms.DCAT_THEME, Node.ANY).toList().forEach(each -> {
            var match = themes.get(each.getObject());
            if (match != null && !graph.contains(each.getSubject(), Terms.DCAT_THEME, match)) {
                graph.add(each.getSubject(), Terms.DCAT_THEME, match);
                added.add(match.getURI());
            }
        });
        if (!added.isEmpty()) {
            order(graph, themes -> themes.addAll(added));
        }
        graph.find(Node.ANY, Terms.DCT_ACCRUAL_PERIODICITY, Node.ANY).toList().forEach(each -> {
            var match = frequencies.get(each.getObject());
            if (match != null) {
                graph.delete(each);
                graph.add(Triple.create(each.getSubject(), each.getPredicate(), match));
            }
        });
        // What a distribution says of its own columns is a standard to DCAT-AP.
        graph.find(Node.ANY, Terms.DCT_CONFORMS_TO, Node.ANY).toList().stream()
                .filter(each -> graph.contains(each.getObject(), Terms.RDF_TYPE, Node.ANY))
                .forEach(each -> graph.add(each.getObject(), Terms.RDF_TYPE, STANDARD));
        return graph;
    }

    /// Takes the themes out again that [#addTo] puts beside ours, and returns the graph: so that a description that this
    /// catalogue gave out is read as the one it holds.
    public Graph takeOutOf(Graph graph) {
        var taken = new TreeSet<String>();
        graph.find(Node.ANY, Terms.DCAT_THEME, Node.ANY).toList().forEach(each -> {
            var match = themes.get(each.getObject());
            if (match != null && graph.contains(each.getSubject(), Terms.DCAT_THEME, match)) {
                graph.delete(each.getSubject(), Terms.DCAT_THEME, match);
                taken.add(match.getURI());
            }
        });
        if (!taken.isEmpty()) {
            order(graph, themes -> themes.removeAll(taken));
        }
        return graph;
    }

    /// Where the order of the themes is written down, the new ones come last in it; else it would be read back as another.
    private static void order(Graph graph, Consumer<List<String>> change) {
        graph.find(Node.ANY, Terms.VERBATIM, Node.ANY).toList().forEach(each -> {
            var text = each.getObject().getLiteralLexicalForm();
            if (Packed.name(text).equals(Terms.DCAT_THEME.getLocalName())) {
                var themes = new ArrayList<>(Packed.split(Packed.value(text)));
                change.accept(themes);
                graph.delete(each);
                graph.add(
                        each.getSubject(),
                        Terms.VERBATIM,
                        NodeFactory.createLiteralString(Packed.pair(Packed.name(text), Packed.join(themes))));
            }
        });
    }
}
