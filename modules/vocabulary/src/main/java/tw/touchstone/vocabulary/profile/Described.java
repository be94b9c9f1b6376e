package tw.touchstone.vocabulary.profile;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import tw.touchstone.model.LangText;

/// Reads what a graph says about one subject, as [Statements] writes it. Its statements are fetched once, since most of
/// the sixty properties that a dataset is asked for are not there.
final class Described implements Description {

    private final Graph graph;
    private final Node subject;
    private final Map<Node, List<Node>> statements = new HashMap<>();

    /// What the IRIs of the subject's own nodes begin with; empty where it has no IRI.
    private final Optional<String> own;

    Described(Graph graph, Node subject) {
        this.graph = graph;
        this.subject = subject;
        this.own = subject.isURI() ? Optional.of(beforeFragment(subject.getURI()) + "#") : Optional.empty();
        graph.find(subject, Node.ANY, Node.ANY)
                .forEachRemaining(triple -> statements
                        .computeIfAbsent(triple.getPredicate(), _ -> new ArrayList<>(1))
                        .add(triple.getObject()));
    }

    private static String beforeFragment(String iri) {
        int fragment = iri.indexOf('#');
        return fragment < 0 ? iri : iri.substring(0, fragment);
    }

    Graph graph() {
        return graph;
    }

    @Override
    public Node subject() {
        return subject;
    }

    Described about(String fragment) {
        return new Described(graph, NodeFactory.createURI(subject.getURI() + fragment));
    }

    boolean is(Node type) {
        return statements.getOrDefault(Terms.RDF_TYPE, List.of()).contains(type);
    }

    @Override
    public Stream<Node> objects(Node property) {
        var objects = statements.get(property);
        return objects == null ? Stream.empty() : objects.stream();
    }

    private Stream<String> literals(Node property) {
        return objects(property).filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
    }

    // A node of the subject's own is no address.
    private Stream<String> iriTexts(Node property) {
        return objects(property).filter(Node::isURI).map(Node::getURI).filter(iri -> !isOwn(iri));
    }

    private boolean isOwn(String iri) {
        return own.filter(iri::startsWith).isPresent();
    }

    @Override
    public Optional<Description> nested(Node property) {
        return objects(property)
                .filter(node -> node.isURI() && isOwn(node.getURI()))
                .min(Comparator.comparing(Node::getURI))
                .map(node -> new Described(graph, node));
    }

    @Override
    public List<Description> each(Node property) {
        return objects(property)
                .filter(node -> !node.isLiteral())
                .sorted(Comparator.comparing(Node::toString))
                .<Description>map(node -> new Described(graph, node))
                .toList();
    }

    @Override
    public boolean flag(Node property) {
        return literals(property).anyMatch("true"::equals);
    }

    @Override
    public Optional<String> declared(Node property) {
        return text(property).or(() -> verbatims(property).findFirst());
    }

    @Override
    public Optional<String> text(Node property) {
        return literals(property).sorted().findFirst();
    }

    @Override
    public LangText texts(Node property) {
        var byTag = new TreeMap<String, String>();
        objects(property)
                .filter(Node::isLiteral)
                .forEach(literal -> byTag.put(literal.getLiteralLanguage(), literal.getLiteralLexicalForm()));
        verbatims(property).forEach(pair -> byTag.put(Packed.name(pair), Packed.value(pair)));
        return LangText.of(byTag);
    }

    @Override
    public List<String> list(Node property) {
        return Packed.ordered(literals(property).collect(TreeSet::new, TreeSet::add, TreeSet::addAll), order(property));
    }

    Optional<String> order(Node property) {
        return pairs(Terms.ORDER, property).findFirst();
    }

    @Override
    public Optional<URI> iri(Node property) {
        var clean = iriTexts(property).sorted().findFirst();
        return verbatim(property, Described::parse, declared -> CleanIri.of(declared).equals(clean))
                .or(() -> clean.flatMap(Described::parse));
    }

    // The verbatim list stands only while it says the same as the IRIs, so an edit of those alone is not undone.
    @Override
    public List<URI> iris(Node property) {
        var clean = iriTexts(property).sorted().toList();
        return verbatim(
                        property,
                        joined -> Optional.of(Packed.split(joined).stream().flatMap(each -> parse(each).stream()).toList()),
                        declared -> declared.stream()
                                .flatMap(each -> CleanIri.of(each).stream())
                                .distinct()
                                .sorted()
                                .toList()
                                .equals(clean))
                .orElseGet(() -> clean.stream().flatMap(each -> parse(each).stream()).toList());
    }

    List<String> languages() {
        var iris = iriTexts(Terms.DCT_LANGUAGE).sorted().toList();
        return verbatim(
                        Terms.DCT_LANGUAGE,
                        joined -> Optional.of(Packed.split(joined)),
                        tags -> tags.stream()
                                .flatMap(tag -> Languages.iri(tag).stream())
                                .distinct()
                                .sorted()
                                .toList()
                                .equals(iris))
                .orElseGet(() -> iris.stream().flatMap(iri -> Languages.tag(iri).stream()).toList());
    }

    Optional<String> encoded(Node property, String prefix) {
        return iriTexts(property)
                .filter(iri -> iri.startsWith(prefix))
                .map(iri -> Schemes.decode(iri.substring(prefix.length())))
                .sorted()
                .findFirst()
                .or(() -> verbatims(property).findFirst());
    }

    @Override
    public Optional<Instant> instant(Node property) {
        return read(property, Instant::parse);
    }

    @Override
    public Optional<LocalDate> day(Node property) {
        return read(property, LocalDate::parse);
    }

    Optional<Long> size(Node property) {
        return read(property, Long::valueOf);
    }

    SortedMap<String, String> nationalFields() {
        var fields = new TreeMap<String, String>();
        literals(Terms.NATIONAL_FIELD).forEach(pair -> fields.put(Packed.name(pair), Packed.value(pair)));
        return fields;
    }

    Stream<String> verbatims(Node property) {
        return pairs(Terms.VERBATIM, property);
    }

    static Optional<URI> parse(String iri) {
        try {
            return Optional.of(new URI(iri));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private <T> Optional<T> verbatim(Node property, Function<String, Optional<T>> parser, Function<T, Boolean> stands) {
        return verbatims(property).findFirst().flatMap(parser).filter(stands::apply);
    }

    private Stream<String> pairs(Node carrier, Node property) {
        return literals(carrier)
                .filter(pair -> Packed.name(pair).equals(property.getLocalName()))
                .map(Packed::value)
                .sorted();
    }

    private <T> Optional<T> read(Node property, Function<String, T> parser) {
        return Stream.concat(literals(property).sorted(), verbatims(property))
                .flatMap(text -> attempt(text, parser).stream())
                .findFirst();
    }

    static <T> Optional<T> attempt(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
