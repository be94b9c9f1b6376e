package tw.touchstone.server.finding;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tw.touchstone.model.Label;
import tw.touchstone.search.Facet;
import tw.touchstone.search.FacetCount;
import tw.touchstone.search.SearchResult;
import tw.touchstone.server.layout.Badge;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.usage.Usage;

/// The beginning of a list of datasets, with what can be counted about the whole list.
///
/// @param all    address of the search that shows the whole list
/// @param total  how many datasets there are
/// @param labels how many of them hold each label, the best label first
/// @param counts how many have each value of each facet
public record DatasetList(
        List<DatasetCard> cards, String all, long total, List<LabelCount> labels, Map<Facet, Map<String, Long>> counts) {

    /// How many datasets hold a label.
    ///
    /// @param url address of the search for them
    public record LabelCount(Badge badge, String count, String url) {}

    static DatasetList of(SearchResult result, SearchParameters asked, Usage usage, String language) {
        var counts = new EnumMap<Facet, Map<String, Long>>(Facet.class);
        result.facets().forEach((facet, values) -> counts.put(
                facet,
                values.stream().collect(Collectors.toMap(FacetCount::value, FacetCount::count))));
        var labels = result.facets().getOrDefault(Facet.LABEL, List.of()).stream()
                .sorted(Comparator.comparingInt(each -> rank(each.value())))
                .map(each -> new LabelCount(
                        Badge.ofCode(each.value(), language),
                        Figures.count(each.count()),
                        asked.toggled(Facet.LABEL, each.value()).url()))
                .toList();
        return new DatasetList(
                DatasetCard.of(result.hits(), usage, language, series -> ""),
                asked.url(),
                result.total(),
                labels,
                counts);
    }

    /// How many datasets have this value of a facet.
    public long count(Facet facet, String value) {
        return counts.getOrDefault(facet, Map.of()).getOrDefault(value, 0L);
    }

    private static int rank(String code) {
        return Label.ofCode(code).map(Label::ordinal).orElse(Label.values().length);
    }
}
