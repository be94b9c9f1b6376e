package tw.touchstone.search;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import tw.touchstone.search.Suggestion.Kind;

/// Suggests while somebody types: titles from the index as it is, names of agencies, themes and columns from a list that is
/// at most [#NAMES_MAY_BE_OLD] behind.
final class Suggestions {

    /// Making the list again costs some tenths of a second, which must not come with every change.
    private static final Duration NAMES_MAY_BE_OLD = Duration.ofSeconds(10);

    private static final int MAX_TITLES = 6;

    private static final int MAX_NAMES = 3;

    /// More of a text is not needed to suggest something, and a whole paragraph is no beginning of a name.
    private static final int MAX_TYPED = 60;

    private static final float BEGINS = 10f;

    private record Names(long version, long made, NameList list) {}

    private final AtomicReference<Optional<Names>> names = new AtomicReference<>(Optional.empty());

    List<Suggestion> of(String typed, CatalogSearcher searcher) throws IOException {
        var folded = TextQuery.whole(Texts.cut(typed, MAX_TYPED));
        if (folded.isEmpty()) {
            return List.of();
        }
        var suggestions = new ArrayList<>(names(searcher.getIndexReader()).find(folded, MAX_NAMES));
        suggestions.addAll(titles(typed, folded, searcher));
        return List.copyOf(suggestions);
    }

    private NameList names(IndexReader reader) throws IOException {
        long version = ((DirectoryReader) reader).getVersion();
        long now = System.nanoTime();
        var known = names.get();
        if (known.isPresent()
                && (known.get().version == version || now - known.get().made < NAMES_MAY_BE_OLD.toNanos())) {
            return known.get().list;
        }
        var list = new NameList(reader);
        names.set(Optional.of(new Names(version, now, list)));
        return list;
    }

    private static List<Suggestion> titles(String typed, String folded, CatalogSearcher searcher) throws IOException {
        var begins = new BoostQuery(
                new ConstantScoreQuery(new PrefixQuery(new Term(TextQuery.WHOLE_TITLE, folded))), BEGINS);
        var query = new BooleanQuery.Builder()
                .add(new ConstantScoreQuery(holding(typed)), Occur.MUST)
                .add(begins, Occur.SHOULD)
                .build();
        var found = (SeriesHits.Page) searcher.search(
                FunctionScoreQuery.boostByValue(query, new Merit()), new SeriesHits(MAX_TITLES, Optional.empty()));
        var titles = new ArrayList<Suggestion>();
        var stored = searcher.storedFields();
        for (int i = 0; i < found.scoreDocs.length; i++) {
            for (var field : stored.document(found.scoreDocs[i].doc)) {
                if (field.name().startsWith(Card.TITLE)
                        && field.stringValue() != null
                        && TextQuery.whole(field.stringValue()).contains(lastWord(folded))) {
                    titles.add(new Suggestion(Kind.TITLE, field.stringValue(), "", found.others(i) + 1L));
                    break;
                }
            }
        }
        return titles;
    }

    /// The datasets whose title holds all that was typed; of the last word the beginning suffices. Nothing typed finds nothing.
    static Query holding(String typed) {
        var holds = new BooleanQuery.Builder();
        var wordings = Wording.typed(Texts.cut(typed, MAX_TYPED));
        for (int i = 0; i < wordings.size(); i++) {
            holds.add(holds(wordings.get(i), i == wordings.size() - 1), Occur.MUST);
        }
        return holds.build();
    }

    private static String lastWord(String folded) {
        return folded.substring(folded.lastIndexOf(' ') + 1);
    }

    /// The last word may be only begun.
    private static Query holds(Wording wording, boolean last) {
        var literal = wording.inPairs()
                ? FieldQueries.phrase(TextField.TITLE.field(), wording.pairs())
                : FieldQueries.phrase(TextField.TITLE.singles(), wording.terms());
        boolean begun = last && wording.terms().size() == 1 && !wording.hanOnly();
        return begun
                ? new BooleanQuery.Builder()
                        .add(literal, Occur.SHOULD)
                        .add(
                                new PrefixQuery(new Term(TextField.TITLE.field(), wording.terms().getFirst())),
                                Occur.SHOULD)
                        .build()
                : literal;
    }
}
