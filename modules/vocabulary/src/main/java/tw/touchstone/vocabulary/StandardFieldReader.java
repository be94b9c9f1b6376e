package tw.touchstone.vocabulary;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import tw.touchstone.model.LangText;
import tw.touchstone.model.StandardField;
import tw.touchstone.model.fact.ValueForm;

/// Reads the `tst:StandardField`s of `vocab/standards.ttl`.
final class StandardFieldReader {

    private static final Resource STANDARD_FIELD = ResourceFactory.createResource(Terms.NS + "StandardField");

    private final TurtleFile file;
    private final Scheme domains;

    private StandardFieldReader(TurtleFile file, Scheme domains) {
        this.file = file;
        this.domains = domains;
    }

    static List<StandardField> read(TurtleFile file, Scheme domains) {
        var reader = new StandardFieldReader(file, domains);
        var fields = new ArrayList<StandardField>();
        file.model()
                .listSubjectsWithProperty(RDF.type, STANDARD_FIELD)
                .forEach(subject -> fields.add(reader.field(subject)));
        fields.sort(Comparator.comparing(StandardField::id));
        return List.copyOf(fields);
    }

    private StandardField field(Resource subject) {
        if (!subject.getURI().startsWith(Terms.STANDARD_FIELD)) {
            throw file.mistake(subject, "is not named " + Terms.STANDARD_FIELD + "…");
        }
        var name = SchemeReader.text(subject, SKOS.prefLabel);
        if (name.in(LangText.ZH).isEmpty() || name.in(LangText.EN).isEmpty()) {
            throw file.mistake(subject, "needs a name in both languages");
        }
        var domain = SchemeReader.texts(subject, ResourceFactory.createProperty(Terms.NS, "domain")).stream()
                .map(URI::create)
                .flatMap(iri -> domains.byIri(iri).stream())
                .findFirst()
                .orElseThrow(() -> file.mistake(subject, "needs a tst:domain of this file"));
        var pattern = SchemeReader.texts(subject, ResourceFactory.createProperty(Terms.NS, "pattern")).stream()
                .findFirst();
        pattern.ifPresent(each -> compiles(subject, each));
        return new StandardField(
                subject.getURI().substring(Terms.STANDARD_FIELD.length()),
                domain.notation(),
                name,
                SchemeReader.texts(subject, SKOS.altLabel),
                pattern,
                forms(subject),
                SchemeReader.texts(subject, DCTerms.source).stream()
                        .findFirst()
                        .orElseThrow(() -> file.mistake(subject, "needs a dct:source")));
    }

    private List<ValueForm> forms(Resource subject) {
        return SchemeReader.texts(subject, ResourceFactory.createProperty(Terms.NS, "form")).stream()
                .map(id -> ValueForm.ofId(id)
                        .orElseThrow(() -> file.mistake(subject, "has a tst:form that no inspection counts: " + id)))
                .sorted()
                .toList();
    }

    private void compiles(Resource subject, String pattern) {
        try {
            var _ = Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw file.mistake(subject, "has a tst:pattern that is no regular expression: " + e.getDescription());
        }
    }
}
