package tw.touchstone.model;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Where a dataset comes from. (`dct:creator`, `dct:provenance`, `dct:source`, PROV-O)
///
/// @param creator     who made the data; empty where nobody but the publisher is named
/// @param statement   how the data came about, in words (`dct:provenance`)
/// @param sources     IRIs of what the data was taken from: a system, a law, a document (`dct:source`)
/// @param derivedFrom IRIs of the datasets it was computed from (`prov:wasDerivedFrom`, `rai:dataCollectionRawData`)
/// @param citation    how the dataset wants to be cited (`dct:bibliographicCitation`, `cr:citeAs`)
/// @param activity    what brought it about (`prov:wasGeneratedBy`); never an empty one
public record Provenance(
        Optional<Agent> creator,
        LangText statement,
        List<URI> sources,
        List<URI> derivedFrom,
        LangText citation,
        Optional<Activity> activity) {

    /// Nothing is stated.
    public static final Provenance NONE = new Provenance(
            Optional.empty(), LangText.NONE, List.of(), List.of(), LangText.NONE, Optional.empty());

    public Provenance {
        sources = sources.stream().distinct().toList();
        derivedFrom = derivedFrom.stream().distinct().toList();
        activity = activity.filter(Predicate.not(Activity::isEmpty));
    }

    /// Whether nothing is stated.
    public boolean isEmpty() {
        return equals(NONE);
    }
}
