package tw.touchstone.search;

import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import tw.touchstone.model.DatasetId;

/// Says a [Condition] in terms of the index.
///
/// Conditions are nested rather than flattened, since Lucene bounds the clauses of one query by 1,024 in all: whoever
/// reads
/// conditions of strangers bounds them before.
final class ConditionQuery {

    private final Thesaurus thesaurus;

    ConditionQuery(Thesaurus thesaurus) {
        this.thesaurus = thesaurus;
    }

    Query of(Condition condition) {
        return switch (condition) {
            case Condition.Everything _ -> MatchAllDocsQuery.INSTANCE;
            case Condition.All(var conditions) -> all(conditions);
            case Condition.Any(var conditions) -> any(conditions);
            case Condition.Not(var unwanted) ->
                new BooleanQuery.Builder()
                        .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
                        .add(of(unwanted), Occur.MUST_NOT)
                        .build();
            case Condition.Has(var facet, var values) -> in(facet.field(), values);
            case Condition.HasSome(var facet) -> new FieldExistsQuery(facet.field());
            case Condition.Keyword(var keywords) -> in(EntryDocument.KEYWORD, keywords);
            case Condition.HasKeyword _ -> new FieldExistsQuery(EntryDocument.KEYWORD);
            case Condition.Is(var datasets) ->
                in(EntryDocument.KEY, datasets.stream().map(DatasetId::value).toList());
            case Condition.Changed(long first, long last) -> LongField.newRangeQuery(EntryDocument.NUMBER, first, last);
            case Condition.Registered(var first, var last) ->
                LongField.newRangeQuery(EntryDocument.REGISTERED, first.toEpochMilli(), last.toEpochMilli());
            case Condition.TitleHolds(var typed) -> Suggestions.holding(typed);
            case Condition.Says(var text) ->
                TextQuery.of(text, QueryText.parse(text), thesaurus).exact();
        };
    }

    private Query all(List<Condition> conditions) {
        if (conditions.isEmpty()) {
            return MatchAllDocsQuery.INSTANCE;
        }
        var query = new BooleanQuery.Builder();
        conditions.forEach(each -> query.add(of(each), Occur.FILTER));
        return query.build();
    }

    private Query any(List<Condition> conditions) {
        if (conditions.isEmpty()) {
            return new MatchNoDocsQuery("no condition can be fulfilled");
        }
        var query = new BooleanQuery.Builder();
        conditions.forEach(each -> query.add(of(each), Occur.SHOULD));
        return query.build();
    }

    private static Query in(String field, Collection<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
