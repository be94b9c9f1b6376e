package tw.touchstone.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.LangText;

/// Answers [Selection]s on the index as it is at one moment.
final class Selecting {

    private static final Set<String> SHOWN = Set.of(EntryDocument.KEY, Card.LABEL, Card.GRADE);

    private static final Merit MERIT = new Merit();

    private final Thesaurus thesaurus;

    Selecting(Thesaurus thesaurus) {
        this.thesaurus = thesaurus;
    }

    Selected select(Selection asked, CatalogSearcher searcher) throws IOException {
        var read = QueryText.parse(asked.text());
        boolean ranked = read.wantsAny() && asked.order() == Selection.Order.RELEVANCE;
        var text = TextQuery.of(asked.text(), read, thesaurus).exact();
        boolean everything = read.isEmpty() && asked.condition() instanceof Condition.Everything;
        var query = within(ranked ? FunctionScoreQuery.boostByValue(text, MERIT) : text, asked.condition());
        // No answer is longer than the index, so that whoever skips a lot does not cost more than whoever takes all.
        long most = Math.min(
                (long) asked.skip() + asked.size(),
                Math.max(1, searcher.getIndexReader().maxDoc()));
        var hits = new TopFieldCollectorManager(order(asked, ranked), Math.max(1, (int) most), null, Integer.MAX_VALUE);
        var counts = new EnumMap<Facet, Map<String, Long>>(Facet.class);
        var page = asked.facets()
                ? searcher.search(query, Map.of(), hits, everything, counts)
                : searcher.search(query, Map.of(), hits);
        var facets = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        counts.forEach((facet, values) -> facets.put(facet, Answers.top(values, Set.of())));
        return new Selected(
                found(asked, page, searcher),
                page.totalHits.value(),
                facets,
                asked.keywords() ? Answers.top(keywords(query, searcher), Set.of()) : List.of());
    }

    private static List<Selected.Found> found(Selection asked, TopFieldDocs page, CatalogSearcher searcher)
            throws IOException {
        var found = new ArrayList<Selected.Found>();
        var stored = searcher.storedFields();
        for (int i = asked.skip(); i < Math.min((long) asked.skip() + asked.size(), page.scoreDocs.length); i++) {
            ScoreDoc hit = page.scoreDocs[i];
            var document = stored.document(hit.doc, SHOWN);
            found.add(new Selected.Found(
                    new DatasetId(document.get(EntryDocument.KEY)),
                    Optional.ofNullable(document.get(Card.LABEL)).orElse(""),
                    Optional.ofNullable(document.get(Card.GRADE)).orElse("")));
        }
        return found;
    }

    private Query within(Query text, Condition condition) {
        return condition instanceof Condition.Everything
                ? text
                : new BooleanQuery.Builder()
                        .add(text, Occur.MUST)
                        .add(new ConditionQuery(thesaurus).of(condition), Occur.FILTER)
                        .build();
    }

    private static Sort order(Selection asked, boolean ranked) {
        var byIdentifier = new SortField(EntryDocument.KEY, SortField.Type.STRING);
        return switch (asked.order()) {
            case RELEVANCE ->
                ranked
                        ? new Sort(SortField.FIELD_SCORE, byIdentifier)
                        : new Sort(number(EntryDocument.NUMBER, true), byIdentifier);
            case IDENTIFIER -> new Sort(new SortField(EntryDocument.KEY, SortField.Type.STRING, asked.backwards()));
            case TITLE ->
                new Sort(
                        new SortField(TitleOrder.of(LangText.ZH).field(), SortField.Type.STRING, asked.backwards()),
                        byIdentifier);
            case CHANGED -> new Sort(number(EntryDocument.NUMBER, asked.backwards()), byIdentifier);
            case REGISTERED -> new Sort(number(EntryDocument.REGISTERED, asked.backwards()), byIdentifier);
        };
    }

    private static SortField number(String field, boolean greatestFirst) {
        return LongField.newSortField(field, greatestFirst, SortedNumericSelector.Type.MAX);
    }

    private static Map<String, Long> keywords(Query query, CatalogSearcher searcher) throws IOException {
        return searcher.search(query, new CollectorManager<KeywordCounter, Map<String, Long>>() {
            @Override
            public KeywordCounter newCollector() {
                return new KeywordCounter();
            }

            @Override
            public Map<String, Long> reduce(Collection<KeywordCounter> counters) {
                var counts = new HashMap<String, Long>();
                counters.forEach(
                        counter -> counter.counts.forEach((keyword, count) -> counts.merge(keyword, count, Long::sum)));
                return counts;
            }
        });
    }

    /// Counts keywords segment by segment, as [FacetCounter] does facets: apart from it, since only few ask for them
    /// and there
    /// are more keywords than values of all facets together.
    private static final class KeywordCounter extends SimpleCollector {
        private final Map<String, Long> counts = new HashMap<>();
        private SortedSetDocValues values = DocValues.emptySortedSet();
        private int[] found = new int[0];

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            values = DocValues.getSortedSet(leaf.reader(), EntryDocument.KEYWORD);
            found = new int[Math.toIntExact(values.getValueCount())];
        }

        @Override
        public void collect(int document) throws IOException {
            if (values.advanceExact(document)) {
                for (int i = values.docValueCount(); i > 0; i--) {
                    found[(int) values.nextOrd()]++;
                }
            }
        }

        @Override
        public void finish() throws IOException {
            for (int value = 0; value < found.length; value++) {
                if (found[value] > 0) {
                    counts.merge(values.lookupOrd(value).utf8ToString(), (long) found[value], Long::sum);
                }
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
