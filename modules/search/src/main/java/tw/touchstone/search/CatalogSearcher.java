package tw.touchstone.search;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHitCountCollectorManager;
import org.apache.lucene.util.BytesRef;

/// The index at one moment, with the facet counts of browsing, which are the same until the next moment.
final class CatalogSearcher extends IndexSearcher {

    /// How many counts are kept; enough for every filter a page offers, and no memory to speak of.
    private static final int MAX_KEPT = 500;

    private record Browsed(Map<Facet, Set<String>> filters, Facet facet) {}

    private final Map<Browsed, Map<String, Long>> browsed = new ConcurrentHashMap<>();

    CatalogSearcher(IndexReader reader) {
        super(reader);
    }

    /// The first hits of a narrowed query.
    <C extends Collector> TopFieldDocs search(
            Query query, Map<Facet, Set<String>> filters, CollectorManager<C, TopFieldDocs> hits) throws IOException {
        return search(narrowed(query, filters), hits);
    }

    /// The first hits of a narrowed query; the counts of all facets, each without its own filter, go into a map.
    ///
    /// @param browsing whether the query matches everything, so that its counts are worth keeping
    <C extends Collector> TopFieldDocs search(
            Query query,
            Map<Facet, Set<String>> filters,
            CollectorManager<C, TopFieldDocs> hits,
            boolean browsing,
            Map<Facet, Map<String, Long>> counts)
            throws IOException {
        if (!browsing) {
            return search(query, FacetCounter.of(hits, filters, counts));
        }
        for (var facet : Facet.values()) {
            counts.put(facet, browse(query, without(facet, filters), facet));
        }
        return search(query, filters, hits);
    }

    private Map<String, Long> browse(Query everything, Map<Facet, Set<String>> filters, Facet facet)
            throws IOException {
        var known = browsed.get(new Browsed(filters, facet));
        if (known != null) {
            return known;
        }
        // One search counts every facet that these filters leave alone, for the pages that will ask for them.
        var counts = new EnumMap<Facet, Map<String, Long>>(Facet.class);
        search(narrowed(everything, filters), FacetCounter.of(new TotalHitCountCollectorManager(getSlices()), Map.of(), counts));
        if (browsed.size() < MAX_KEPT) {
            counts.forEach((counted, values) -> browsed.put(new Browsed(filters, counted), values));
        }
        return counts.getOrDefault(facet, Map.of());
    }

    private static Map<Facet, Set<String>> without(Facet facet, Map<Facet, Set<String>> filters) {
        var others = new EnumMap<Facet, Set<String>>(Facet.class);
        others.putAll(filters);
        others.remove(facet);
        return others;
    }

    private static Query narrowed(Query query, Map<Facet, Set<String>> filters) {
        var narrowed = new BooleanQuery.Builder().add(query, Occur.MUST);
        filters.forEach((facet, values) -> {
            var wanted = values.stream().map(BytesRef::new).toList();
            narrowed.add(new TermInSetQuery(facet.field(), wanted), Occur.FILTER);
        });
        return narrowed.build();
    }
}
