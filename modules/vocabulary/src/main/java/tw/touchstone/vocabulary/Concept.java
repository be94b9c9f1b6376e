package tw.touchstone.vocabulary;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.model.LangText;

/// One term of a [Scheme]. (`skos:Concept`)
///
/// @param iri         permanent; ours, or the European Union's where we use its list directly
/// @param notation    the code, unique within the scheme, for example `I00` or `P1D`
/// @param label       in both languages
/// @param definition  may be [LangText#NONE]
/// @param otherLabels spellings by which the term is also found (`skos:altLabel`, `skos:hiddenLabel`)
/// @param broader     the term above it in the same scheme
/// @param matches     the same or a narrower term in other people's lists (`skos:exactMatch`, `skos:narrowMatch`)
/// @param properties  what else the vocabulary says, by the local name of our property, for example
///                    `openLicence` → `true`; IRIs are written out, several values are sorted
public record Concept(
        URI iri,
        String notation,
        LangText label,
        LangText definition,
        List<String> otherLabels,
        Optional<URI> broader,
        List<URI> matches,
        Map<String, List<String>> properties) {

    public Concept {
        otherLabels = List.copyOf(otherLabels);
        matches = List.copyOf(matches);
        properties = Map.copyOf(properties);
    }

    /// The values of one of our properties; empty where the vocabulary says nothing.
    public List<String> values(String property) {
        return properties.getOrDefault(property, List.of());
    }

    /// The value of a property that has at most one.
    public Optional<String> value(String property) {
        return values(property).stream().findFirst();
    }

    /// Whether the vocabulary says `true`, for example of `openLicence` or `machineReadable`.
    public boolean is(String property) {
        return value(property).filter("true"::equals).isPresent();
    }
}
