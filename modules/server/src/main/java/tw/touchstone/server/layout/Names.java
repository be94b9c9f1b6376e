package tw.touchstone.server.layout;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.Agency;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.Label;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Grade;
import tw.touchstone.quality.Policy;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Scheme;
import tw.touchstone.vocabulary.Vocabularies;

/// What codes are called; an unknown code names itself.
@Component
public class Names {

    private final Catalog catalog;
    private final Vocabularies vocabularies;

    public Names(Catalog catalog) {
        this.catalog = catalog;
        this.vocabularies = catalog.vocabularies();
    }

    /// An agency that publishes here or that the vocabulary knows.
    public Optional<Agency> agency(AgencyId id) {
        return catalog.store()
                .agency(id)
                .or(() -> vocabularies.agencies().byId(id));
    }

    /// The name of an agency by its slug.
    public LangText agencyName(String slug) {
        var known = AgencyId.isValid(slug) ? agency(new AgencyId(slug)) : Optional.<Agency>empty();
        return known.map(Agency::name).orElse(LangText.zh(slug));
    }

    /// A theme or service class by its notation.
    public Optional<Concept> theme(String notation) {
        return vocabularies
                .themes()
                .byNotation(notation)
                .or(() -> vocabularies.services().byNotation(notation));
    }

    /// A theme or service class by its IRI.
    public Optional<Concept> theme(URI iri) {
        return vocabularies.themes().byIri(iri).or(() -> vocabularies.services().byIri(iri));
    }

    public String themeName(String notation, String language) {
        return theme(notation).map(each -> each.label().best(language)).orElse(notation);
    }

    public String formatName(String code) {
        return FileFormat.ofCode(code).map(FileFormat::display).orElse(code);
    }

    public String labelName(String code, String language) {
        return Label.ofCode(code).map(label -> label.displayName().best(language)).orElse(code);
    }

    /// The name of an AI-Ready grade.
    public String gradeName(String code, String language) {
        return grades().title(code).map(title -> title.best(language)).orElse(code);
    }

    /// The place of an AI-Ready grade among all, the best first; what is no grade comes last.
    public int gradeRank(String code) {
        var best = grades().awards().reversed().stream().map(Grade::code).toList();
        return best.contains(code) ? best.indexOf(code) : best.size();
    }

    private Policy grades() {
        var shown = catalog.judging().evaluations().shownGrades();
        return catalog.judging().evaluations().policies().stream()
                .filter(policy -> policy.id().equals(shown))
                .findFirst()
                .orElseThrow();
    }

    /// The name of a licence by notation or IRI.
    public String licenceName(String text, String language) {
        var licences = vocabularies.licences();
        return licences.byNotation(text)
                .or(() -> iri(text).flatMap(licences::byIri))
                .map(each -> each.label().best(language))
                .orElse(text);
    }

    public String frequencyName(Frequency frequency, String language) {
        return vocabularies
                .frequencies()
                .byNotation(frequency.code())
                .map(each -> each.label().best(language))
                .orElse(frequency.code());
    }

    /// The name of a term of any scheme; an unknown IRI names itself.
    public static String name(Scheme scheme, URI iri, String language) {
        return scheme.byIri(iri).map(each -> each.label().best(language)).orElse(iri.toString());
    }

    /// The terms of a scheme in the order in which people expect them.
    public static List<Concept> inOrder(Scheme scheme) {
        return scheme.concepts().stream()
                .sorted(Comparator.comparingInt(Names::position).thenComparing(Concept::notation))
                .toList();
    }

    private static Optional<URI> iri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static int position(Concept concept) {
        return concept.value("position").map(Integer::parseInt).orElse(Integer.MAX_VALUE);
    }
}
