package tw.touchstone.vocabulary;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import tw.touchstone.model.LangText;

/// Reads the one SKOS scheme of a file, and insists on what every concept must have.
final class SchemeReader {

    private static final String LAST = "999999";

    private final TurtleFile file;

    private SchemeReader(TurtleFile file) {
        this.file = file;
    }

    static Scheme load(String name) {
        return read(TurtleFile.load(name));
    }

    static Scheme read(TurtleFile file) {
        return new SchemeReader(file).read();
    }

    private Scheme read() {
        var schemes =
                file.model().listSubjectsWithProperty(RDF.type, SKOS.ConceptScheme).toList();
        if (schemes.size() != 1) {
            throw file.mistake("one skos:ConceptScheme is expected, not " + schemes.size());
        }
        var scheme = schemes.getFirst();
        bothLanguages(scheme, SKOS.prefLabel);
        var notations = new HashSet<String>();
        var concepts = new ArrayList<Concept>();
        for (var subject :
                file.model().listSubjectsWithProperty(SKOS.inScheme, scheme).toList()) {
            var concept = concept(subject);
            if (!notations.add(concept.notation())) {
                throw file.mistake(subject, "repeats the notation " + concept.notation());
            }
            concepts.add(concept);
        }
        concepts.sort(Comparator.<Concept>comparingInt(
                        each -> Integer.parseInt(each.value("position").orElse(LAST)))
                .thenComparing(Concept::notation));
        return new Scheme(URI.create(scheme.getURI()), concepts);
    }

    private Concept concept(Resource subject) {
        if (!subject.hasProperty(RDF.type, SKOS.Concept)) {
            throw file.mistake(subject, "is in the scheme but no skos:Concept");
        }
        var notations = texts(subject, SKOS.notation);
        if (notations.size() != 1) {
            throw file.mistake(subject, "needs one skos:notation, not " + notations.size());
        }
        var otherLabels = new ArrayList<>(texts(subject, SKOS.altLabel));
        otherLabels.addAll(texts(subject, SKOS.hiddenLabel));
        var matches = new ArrayList<>(iris(subject, SKOS.exactMatch));
        matches.addAll(iris(subject, SKOS.narrowMatch));
        return new Concept(
                URI.create(subject.getURI()),
                notations.getFirst(),
                bothLanguages(subject, SKOS.prefLabel),
                text(subject, SKOS.definition),
                otherLabels,
                iris(subject, SKOS.broader).stream().findFirst(),
                matches,
                ownProperties(subject));
    }

    private LangText bothLanguages(Resource subject, Property property) {
        var text = text(subject, property);
        if (text.in(LangText.ZH).isEmpty() || text.in(LangText.EN).isEmpty()) {
            throw file.mistake(subject, "needs " + property.getLocalName() + " in " + LangText.ZH + " and " + LangText.EN);
        }
        return text;
    }

    /// The literals of a property by language; those without a language stand under `und`.
    static LangText text(Resource subject, Property property) {
        var byLanguage = new TreeMap<String, String>();
        subject.listProperties(property).forEach(statement -> {
            if (statement.getObject().isLiteral()) {
                var language = statement.getLanguage();
                byLanguage.put(language.isEmpty() ? "und" : language, statement.getString());
            }
        });
        return new LangText(byLanguage);
    }

    static List<String> texts(Resource subject, Property property) {
        return subject.listProperties(property)
                .mapWith(statement -> text(statement.getObject()))
                .toList()
                .stream()
                .sorted()
                .toList();
    }

    private static List<URI> iris(Resource subject, Property property) {
        return texts(subject, property).stream().map(URI::create).toList();
    }

    private static Map<String, List<String>> ownProperties(Resource subject) {
        var properties = new TreeMap<String, List<String>>();
        subject.listProperties().forEach(statement -> {
            var predicate = statement.getPredicate();
            if (predicate.getNameSpace().equals(Terms.NS)) {
                properties.computeIfAbsent(predicate.getLocalName(), name -> texts(subject, predicate));
            }
        });
        return properties;
    }

    private static String text(RDFNode node) {
        return node.isLiteral() ? node.asLiteral().getLexicalForm() : String.valueOf(node.asResource().getURI());
    }
}
