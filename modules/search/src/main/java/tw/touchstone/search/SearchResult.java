package tw.touchstone.search;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One page of hits.
///
/// @param total  how many datasets match, exactly
/// @param facets the counts, most frequent first, at most [#MAX_FACET_VALUES] values each and always those asked for;
///               the counts of a facet ignore its own filter. Empty where no counts were wanted.
/// @param next   leads to the page after this one; empty on the last page
/// @param meant  what may have been meant by a text that finds nothing: the same with one term corrected, which finds
///               something
public record SearchResult(
        List<Hit> hits, long total, Map<Facet, List<FacetCount>> facets, Optional<String> next, Set<Note> notes,
        Optional<String> meant)
        implements SearchOutcome {

    /// The most values counted per facet.
    public static final int MAX_FACET_VALUES = 1_000;

    /// What the reader should be told about the answer.
    public enum Note {
        /// Nothing has every term; these are the nearest.
        NEAREST_ONLY,
        /// The text was too long; only its beginning was read.
        TEXT_CUT,
        /// The index has changed since the page before, by relevance: a hit near the border may be missing or come twice.
        INDEX_CHANGED,
        /// The index is being built anew for this version of the program; the one before answered, as of when it was left.
        REBUILDING
    }

    public SearchResult {
        hits = List.copyOf(hits);
        var counts = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        facets.forEach((facet, values) -> counts.put(facet, List.copyOf(values)));
        facets = Collections.unmodifiableMap(counts);
        notes = Set.copyOf(notes);
    }

    /// The same answer with one note more.
    SearchResult with(Note note) {
        var more = EnumSet.of(note);
        more.addAll(notes);
        return new SearchResult(hits, total, facets, next, more, meant);
    }

    /// The counts of one facet; empty where no counts were wanted.
    public List<FacetCount> counts(Facet facet) {
        return facets.getOrDefault(facet, List.of());
    }
}
