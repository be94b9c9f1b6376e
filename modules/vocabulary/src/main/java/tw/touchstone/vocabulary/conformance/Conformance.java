package tw.touchstone.vocabulary.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import tw.touchstone.model.LangText;
import tw.touchstone.vocabulary.Terms;
import tw.touchstone.vocabulary.TurtleFile;

/// Checks a dataset's graph against our application profile of DCAT-AP 3. (SHACL, `vocab/shapes.ttl`)
///
/// The shapes are parsed once; imports stay off, so nothing is fetched. Thread-safe; the graph that is checked must
/// not change meanwhile.
public final class Conformance {

    private static final ConformanceReport NO_DATASET =
            refused("dataset-missing", "找不到資料集（dcat:Dataset）。", "There is no dataset (dcat:Dataset).");

    private static final ConformanceReport CROWDED = refused(
            "dates-crowded",
            "同一個日期屬性有超過 100 個值，未進行檢查。",
            "One date property has more than 100 values; nothing was checked.");

    /// More values of one date than any honest dataset has. SHACL compares every start with every end, so without a
    /// cap a small hostile graph would cost its square.
    private static final int MOST_DATES = 100;

    private static final List<Node> COMPARED = List.of(DCTerms.issued.asNode(), DCAT.startDate.asNode());

    private final Shapes shapes;
    private final Map<Node, LangText> messages = new HashMap<>();

    private Conformance(Shapes shapes) {
        this.shapes = shapes;
        shapes.getShapeMap().forEach((node, shape) -> messages.put(node, message(shape)));
    }

    /// Parses the shapes from the class path.
    ///
    /// @throws tw.touchstone.vocabulary.VocabularyException if they are missing or not Turtle
    public static Conformance load() {
        var graph = TurtleFile.load("shapes.ttl").model().getGraph();
        return new Conformance(ShaclValidator.get().parse(graph));
    }

    /// Checks every dataset in the graph, with its distributions.
    ///
    /// Two findings have no shape: `dataset-missing`, and `dates-crowded` for a graph that would be too dear to check.
    public ConformanceReport check(Graph graph) {
        if (!graph.contains(Node.ANY, RDF.type.asNode(), DCAT.Dataset.asNode())) {
            return NO_DATASET;
        }
        if (COMPARED.stream().anyMatch(date -> isCrowded(graph, date))) {
            return CROWDED;
        }
        var findings = new ArrayList<ConformanceFinding>();
        for (var entry : Results.of(shapes, graph)) {
            findings.add(finding(entry));
        }
        return new ConformanceReport(findings);
    }

    private static boolean isCrowded(Graph graph, Node date) {
        var values = new HashMap<Node, Integer>();
        return graph.stream(Node.ANY, date, Node.ANY)
                .anyMatch(triple -> values.merge(triple.getSubject(), 1, Integer::sum) > MOST_DATES);
    }

    private static ConformanceReport refused(String shape, String zh, String en) {
        return new ConformanceReport(
                List.of(new ConformanceFinding(Severity.VIOLATION, "", "", LangText.of(zh, en), "", shape)));
    }

    private ConformanceFinding finding(ReportEntry entry) {
        var path = entry.resultPath();
        var value = entry.value();
        return new ConformanceFinding(
                severity(entry),
                path == null ? "" : ShortNames.path(path),
                ShortNames.text(entry.focusNode()),
                messages.getOrDefault(entry.source(), LangText.NONE),
                value == null ? "" : ShortNames.text(value),
                id(entry.source()));
    }

    private static Severity severity(ReportEntry entry) {
        var severity = entry.severity();
        if (severity.equals(org.apache.jena.shacl.validation.Severity.Warning)) {
            return Severity.WARNING;
        }
        return severity.equals(org.apache.jena.shacl.validation.Severity.Info) ? Severity.INFO : Severity.VIOLATION;
    }

    private static String id(Node shape) {
        return shape.isURI() && shape.getURI().startsWith(Terms.SHAPE)
                ? shape.getURI().substring(Terms.SHAPE.length())
                : "unnamed";
    }

    private static LangText message(Shape shape) {
        var byLanguage = new TreeMap<String, String>();
        shape.getMessages()
                .forEach(message -> byLanguage.put(message.getLiteralLanguage(), message.getLiteralLexicalForm()));
        return new LangText(byLanguage);
    }
}
