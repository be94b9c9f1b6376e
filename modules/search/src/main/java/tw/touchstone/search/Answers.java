package tw.touchstone.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import tw.touchstone.search.SearchOutcome.InvalidCursor;
import tw.touchstone.search.SearchResult.Note;

/// Answers queries on the index as it is at one moment.
final class Answers {

    private static final Comparator<FacetCount> MOST_FIRST =
            Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value);

    private static final Merit MERIT = new Merit();

    private final Thesaurus thesaurus;

    Answers(Thesaurus thesaurus) {
        this.thesaurus = thesaurus;
    }

    SearchOutcome answer(SearchQuery query, CatalogSearcher searcher) throws IOException {
        var read = QueryText.parse(query.text());
        var ordering = Ordering.of(query, !read.isEmpty());
        var cursor = query.after().flatMap(text -> Cursor.read(text, query));
        var place = cursor.flatMap(ordering::place);
        if (query.after().isPresent() && place.isEmpty()) {
            return new InvalidCursor("the cursor is damaged or belongs to another question");
        }
        var text = TextQuery.of(query.text(), read, thesaurus);
        boolean ranked = read.wantsAny() && query.sort() == SearchQuery.Sort.RELEVANCE;
        var exact = new Asked(text.exact(), false, ranked, query, ordering, place);
        var nearest = new Asked(text.near(), true, ranked, query, ordering, place);
        var found = ask(cursor.isPresent() && cursor.get().near() ? nearest : exact, read, searcher);
        var meant = Optional.<String>empty();
        // Only the text decides whether the nearest are asked for: filters that leave nothing of the exact matches
        // are an answer. A later page stays with what its first page decided.
        if (cursor.isEmpty() && found.none() && read.wantsAny() && searcher.count(text.exact()) == 0) {
            found = ask(nearest, read, searcher);
            meant = meant(query.text(), read, searcher);
        }
        boolean near = found.asked().near();
        var page = found.page();
        var marker = new Marker(near ? text.terms() : text.wanted());
        long version = ((DirectoryReader) searcher.getIndexReader()).getVersion();
        var notes = EnumSet.noneOf(Note.class);
        if (near && page.totalHits.value() > 0) {
            notes.add(Note.NEAREST_ONLY);
        }
        if (read.cut()) {
            notes.add(Note.TEXT_CUT);
        }
        if (ranked && cursor.isPresent() && cursor.get().seen() != version) {
            notes.add(Note.INDEX_CHANGED);
        }
        var reasons = query.reasons() && ranked
                ? Optional.of(new RankReasons(searcher, text, query.text(), near))
                : Optional.<RankReasons>empty();
        return new SearchResult(
                hits(page, query, new Card(searcher, marker, query.language()), reasons),
                page.totalHits.value(),
                query.facets() ? facets(found.counts(), query.filters()) : Map.of(),
                next(page, query, ordering, near, version),
                notes,
                meant);
    }

    /// A correction that finds something.
    private Optional<String> meant(String typed, QueryText read, CatalogSearcher searcher) throws IOException {
        var corrected = new Corrections(searcher).of(Texts.cut(typed, SearchQuery.MAX_TEXT), read);
        if (corrected.isEmpty()) {
            return corrected;
        }
        var query = TextQuery.of(corrected.get(), QueryText.parse(corrected.get()), thesaurus);
        return searcher.count(query.exact()) > 0 ? corrected : Optional.empty();
    }

    /// One way to read a text, and where its page starts.
    ///
    /// @param ranked whether the order is by how well the text matches
    private record Asked(
            Query text, boolean near, boolean ranked, SearchQuery query, Ordering ordering, Optional<FieldDoc> place) {

        boolean grouped() {
            return ranked && query.grouped() && query.series().isEmpty();
        }
    }

    private record Found(Asked asked, TopFieldDocs page, Map<Facet, Map<String, Long>> counts) {
        boolean none() {
            return page.totalHits.value() == 0;
        }
    }

    private static Found ask(Asked asked, QueryText read, CatalogSearcher searcher) throws IOException {
        var counts = new EnumMap<Facet, Map<String, Long>>(Facet.class);
        int size = asked.query().size() + 1;
        var page = asked.grouped()
                ? page(asked, read, searcher, counts, new SeriesHits(size, asked.place()))
                : page(
                        asked,
                        read,
                        searcher,
                        counts,
                        new TopFieldCollectorManager(
                                asked.ordering().sort(), size, asked.place().orElse(null), Integer.MAX_VALUE));
        return new Found(asked, page, counts);
    }

    private static <C extends Collector> TopFieldDocs page(
            Asked asked,
            QueryText read,
            CatalogSearcher searcher,
            Map<Facet, Map<String, Long>> counts,
            CollectorManager<C, TopFieldDocs> hits)
            throws IOException {
        var query = asked.query();
        var merited = asked.ranked() ? FunctionScoreQuery.boostByValue(asked.text(), MERIT) : asked.text();
        var text = within(query.series(), onDays(merited, query));
        boolean browsing = read.isEmpty()
                && query.from().isEmpty()
                && query.to().isEmpty()
                && query.series().isEmpty();
        return query.facets()
                ? searcher.search(text, query.filters(), hits, browsing, counts)
                : searcher.search(text, query.filters(), hits);
    }

    private static List<Hit> hits(TopFieldDocs page, SearchQuery query, Card card, Optional<RankReasons> reasons)
            throws IOException {
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < Math.min(page.scoreDocs.length, query.size()); i++) {
            var found = (FieldDoc) page.scoreDocs[i];
            long others = page instanceof SeriesHits.Page grouped ? grouped.others(i) : 0;
            var why = reasons.isPresent() ? reasons.get().of(found.doc) : List.<RankReason>of();
            hits.add(card.hit(found.doc, found.fields[0] instanceof Float score ? score : 0f, others, why));
        }
        return hits;
    }

    private static Optional<String> next(
            TopFieldDocs page, SearchQuery query, Ordering ordering, boolean near, long version) {

        if (page.scoreDocs.length <= query.size()) {
            return Optional.empty();
        }
        var last = (FieldDoc) page.scoreDocs[query.size() - 1];
        var id = ((BytesRef) last.fields[1]).utf8ToString();
        return Optional.of(new Cursor(version, near, ordering.write(last.fields[0]), id).write(query));
    }

    private static Query within(Optional<String> series, Query text) {
        return series.<Query>map(key -> new BooleanQuery.Builder()
                        .add(text, Occur.MUST)
                        .add(new TermQuery(new Term(Series.TERM, key)), Occur.FILTER)
                        .build())
                .orElse(text);
    }

    private static Query onDays(Query text, SearchQuery query) {
        if (query.from().isEmpty() && query.to().isEmpty()) {
            return text;
        }
        return new BooleanQuery.Builder()
                .add(text, Occur.MUST)
                .add(
                        LongField.newRangeQuery(
                                EntryDocument.MODIFIED, Days.start(query.from()), Days.end(query.to())),
                        Occur.FILTER)
                .build();
    }

    private static Map<Facet, List<FacetCount>> facets(
            Map<Facet, Map<String, Long>> counts, Map<Facet, Set<String>> filters) {
        var facets = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        for (var facet : Facet.values()) {
            facets.put(
                    facet, top(counts.getOrDefault(facet, Map.of()), filters.getOrDefault(facet, Set.of())));
        }
        return facets;
    }

    /// The most frequent values, and behind them those asked for that are not among them.
    static List<FacetCount> top(Map<String, Long> counts, Set<String> asked) {
        var shown = new ArrayList<>(counts.entrySet().stream()
                .map(entry -> new FacetCount(entry.getKey(), entry.getValue()))
                .sorted(MOST_FIRST)
                .limit(SearchResult.MAX_FACET_VALUES)
                .toList());
        var missing = new HashSet<>(asked);
        shown.forEach(count -> missing.remove(count.value()));
        missing.stream()
                .sorted()
                .limit(SearchResult.MAX_FACET_VALUES)
                .forEach(value -> shown.add(new FacetCount(value, counts.getOrDefault(value, 0L))));
        return shown;
    }
}
