package tw.touchstone.search;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tw.touchstone.model.DatasetId;

/// What a [Selection] found.
///
/// @param total    how many datasets were found, exactly, whatever part of them is here
/// @param facets   counts by facet, most frequent first, at most [SearchResult#MAX_FACET_VALUES] each; empty where none
/// were
///                 wanted
/// @param keywords likewise
public record Selected(
        List<Found> datasets, long total, Map<Facet, List<FacetCount>> facets, List<FacetCount> keywords) {

    public Selected {
        datasets = List.copyOf(datasets);
        var counts = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        facets.forEach((facet, values) -> counts.put(facet, List.copyOf(values)));
        facets = Collections.unmodifiableMap(counts);
        keywords = List.copyOf(keywords);
    }

    /// One dataset.
    ///
    /// @param label code of the label
    /// @param grade code of the grade
    public record Found(DatasetId id, String label, String grade) {}

    /// The counts of one facet.
    public List<FacetCount> counts(Facet facet) {
        return facets.getOrDefault(facet, List.of());
    }
}
