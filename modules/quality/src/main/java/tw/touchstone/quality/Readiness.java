package tw.touchstone.quality;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Sha256;

/// Terms and words that the AI-Ready indicators ask for. Immutable.
public final class Readiness {

    /// No term and no word is known.
    public static final Readiness NONE = new Readiness(
            new Lists(List.of(), List.of(), List.of(), List.of(), new TreeMap<>(), List.of(), List.of(), new TreeMap<>()));

    /// A placeholder this long is also found inside a text.
    private static final int TELLING = 10;

    private final Lists lists;
    private final Set<URI> collectionTypes;
    private final Set<URI> datasetTypes;
    private final Set<URI> themes;
    private final Set<URI> areaLevels;
    private final Set<String> placeholders;
    private final List<String> telling;
    private final Sha256 digest;

    /// The lists as data.
    ///
    /// @param collectionTypes IRIs of the ways to collect data
    /// @param datasetTypes    IRIs of the types of datasets
    /// @param themes          IRIs of themes and service classes
    /// @param areaLevels      IRIs of administrative levels
    /// @param areas           codes of counties and cities, or `TW`, by the areas' IRIs
    /// @param placeholders    what people type where a text is asked for and they have none
    /// @param mechanisms      words by which a statement of bias says what it is about
    /// @param agencies        names of the agencies of the register, by their ids
    public record Lists(
            List<URI> collectionTypes,
            List<URI> datasetTypes,
            List<URI> themes,
            List<URI> areaLevels,
            SortedMap<URI, String> areas,
            List<String> placeholders,
            List<String> mechanisms,
            SortedMap<String, LangText> agencies) {

        public Lists {
            collectionTypes = collectionTypes.stream().sorted().toList();
            datasetTypes = datasetTypes.stream().sorted().toList();
            themes = themes.stream().sorted().toList();
            areaLevels = areaLevels.stream().sorted().toList();
            areas = QualityJson.byText(areas);
            placeholders = placeholders.stream().map(Readiness::fold).distinct().sorted().toList();
            mechanisms = mechanisms.stream().map(Readiness::fold).distinct().sorted().toList();
            agencies = Collections.unmodifiableSortedMap(new TreeMap<>(agencies));
        }
    }

    public Readiness(Lists lists) {
        this.lists = lists;
        this.collectionTypes = Set.copyOf(lists.collectionTypes);
        this.datasetTypes = Set.copyOf(lists.datasetTypes);
        this.themes = Set.copyOf(lists.themes);
        this.areaLevels = Set.copyOf(lists.areaLevels);
        this.placeholders = Set.copyOf(lists.placeholders);
        this.telling = lists.placeholders.stream().filter(each -> each.length() >= TELLING).toList();
        this.digest = Sha256.of(QualityJson.canonical(lists));
    }

    /// The lists as data.
    public Lists lists() {
        return lists;
    }

    /// A text in lower case, in half width, from its first letter or digit to its last.
    static String fold(String text) {
        var folded = FieldName.fold(text).toLowerCase(Locale.ROOT);
        int start = 0;
        int end = folded.length();
        while (start < end && !Character.isLetterOrDigit(folded.codePointAt(start))) {
            start += Character.charCount(folded.codePointAt(start));
        }
        while (start < end && !Character.isLetterOrDigit(folded.codePointBefore(end))) {
            end -= Character.charCount(folded.codePointBefore(end));
        }
        return folded.substring(start, end);
    }

    public boolean isCollectionType(URI iri) {
        return collectionTypes.contains(iri);
    }

    public boolean isDatasetType(URI iri) {
        return datasetTypes.contains(iri);
    }

    public boolean isTheme(URI iri) {
        return themes.contains(iri);
    }

    public boolean isAreaLevel(URI iri) {
        return areaLevels.contains(iri);
    }

    /// The code of an area of the list; `TW` for the whole country.
    public Optional<String> areaCode(URI iri) {
        return Optional.ofNullable(lists.areas.get(iri));
    }

    /// The name of an agency of the register.
    public Optional<LangText> agency(AgencyId id) {
        return Optional.ofNullable(lists.agencies.get(id.value()));
    }

    /// Whether a text says nothing: only signs, a placeholder, or one that is told by its length inside it.
    public boolean isPlaceholder(String text) {
        var folded = fold(text);
        return folded.isEmpty()
                || placeholders.contains(folded)
                || telling.stream().anyMatch(folded::contains);
    }

    /// Whether a text says what it is about: a mechanism, a group, a place or a time.
    public boolean namesMechanism(String text) {
        var folded = fold(text);
        return lists.mechanisms.stream().anyMatch(folded::contains);
    }

    /// Of the lists.
    public Sha256 digest() {
        return digest;
    }
}
