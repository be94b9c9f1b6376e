package tw.touchstone.search;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// One wording as the fields of the index are asked for it.
final class FieldQueries {

    /// The field of the years that a title mentions, however they are written.
    static final String YEAR_OF_TITLE = "year.title";

    /// The field of the years that keywords and description mention.
    static final String YEAR_OF_TEXT = "year.text";

    /// The field of whole names of columns.
    static final String WHOLE_COLUMN = "column.whole";

    /// A column that is called exactly so is worth nearly a title that holds the word.
    private static final float EXACT_COLUMN = 3f;

    /// How much fields other than the best one add.
    private static final float TIE = 0.1f;

    private FieldQueries() {}

    /// One field's part of a query.
    record InField(TextField field, Query query) {}

    /// The wording in one field, or in any.
    static Query query(Wording wording, Optional<TextField> field) {
        var queries = byField(wording, field).stream().map(InField::query).toList();
        return queries.size() == 1 ? queries.getFirst() : new DisjunctionMaxQuery(queries, TIE);
    }

    /// The wording in each field where it can stand.
    static List<InField> byField(Wording wording, Optional<TextField> only) {
        var queries = new ArrayList<InField>();
        for (var field : only.<Set<TextField>>map(EnumSet::of).orElse(EnumSet.allOf(TextField.class))) {
            var phrase = wording.inPairs()
                    ? phrase(field.field(), wording.pairs())
                    : phrase(field.singles(), wording.terms());
            queries.add(new InField(field, new BoostQuery(phrase, field.weight())));
            switch (field) {
                case TITLE -> wording.year().ifPresent(year ->
                        queries.add(new InField(field, year(YEAR_OF_TITLE, year, field.weight()))));
                case DESCRIPTION -> wording.year().ifPresent(year ->
                        queries.add(new InField(field, year(YEAR_OF_TEXT, year, field.weight()))));
                case COLUMNS -> queries.add(new InField(field, column(wording)));
                default -> {}
            }
        }
        return queries;
    }

    /// Terms that follow each other in a field.
    static Query phrase(String field, List<String> terms) {
        return terms.size() == 1
                ? new TermQuery(new Term(field, terms.getFirst()))
                : new PhraseQuery(field, terms.toArray(String[]::new));
    }

    private static Query year(String field, int year, float weight) {
        return new BoostQuery(new TermQuery(new Term(field, String.valueOf(year))), weight);
    }

    private static Query column(Wording wording) {
        var name = Texts.cut(String.join(" ", wording.terms()), TextQuery.MAX_WHOLE);
        return new BoostQuery(new TermQuery(new Term(WHOLE_COLUMN, name)), EXACT_COLUMN);
    }
}
