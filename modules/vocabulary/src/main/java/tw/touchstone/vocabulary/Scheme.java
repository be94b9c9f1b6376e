package tw.touchstone.vocabulary;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A controlled list of [Concept]s, in the order in which people read them. (`skos:ConceptScheme`)
///
/// Immutable and thread-safe.
public final class Scheme {

    private final URI iri;
    private final List<Concept> concepts;
    private final Map<URI, Concept> byIri = new HashMap<>();
    private final Map<String, Concept> byNotation = new HashMap<>();
    private final Map<String, Concept> bySpelling = new HashMap<>();

    Scheme(URI iri, List<Concept> concepts) {
        this.iri = iri;
        this.concepts = List.copyOf(concepts);
        for (var concept : concepts) {
            byIri.put(concept.iri(), concept);
            byNotation.put(concept.notation(), concept);
        }
        for (var concept : concepts) {
            concept.matches().forEach(match -> byIri.putIfAbsent(match, concept));
            spellings(concept).forEach(spelling -> bySpelling.putIfAbsent(Spelling.fold(spelling), concept));
        }
    }

    private static Stream<String> spellings(Concept concept) {
        return Stream.of(
                        Stream.of(concept.notation()),
                        concept.label().byLanguage().values().stream(),
                        concept.otherLabels().stream())
                .flatMap(each -> each);
    }

    public URI iri() {
        return iri;
    }

    public List<Concept> concepts() {
        return concepts;
    }

    /// The concept with this IRI, or the one that is matched with this IRI of someone else's list.
    public Optional<Concept> byIri(URI wanted) {
        return Optional.ofNullable(byIri.get(wanted));
    }

    /// The concept with exactly this notation.
    public Optional<Concept> byNotation(String notation) {
        return Optional.ofNullable(byNotation.get(notation));
    }

    /// The concepts directly below this one.
    public List<Concept> narrower(Concept concept) {
        return concepts.stream()
                .filter(each -> each.broader().filter(concept.iri()::equals).isPresent())
                .toList();
    }

    /// The concept that people mean by this text: its notation, label or another label, whatever the width, case,
    /// blanks and punctuation, and with 臺 and 台 alike.
    public Optional<Concept> match(String freeText) {
        return Optional.ofNullable(bySpelling.get(Spelling.fold(freeText)));
    }
}
