package tw.touchstone.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import tw.touchstone.search.QueryText.Wanted;

/// A text as the index is asked for it: exactly, and where that finds nothing, nearly.
///
/// @param exact  every wording stands in some field, character for character (or a synonym of it)
/// @param near   half of the terms stand in any fields
/// @param wanted what to mark in a result of `exact`
/// @param terms  what to mark in a result of `near`
/// @param parts  what the score of `exact` is the sum of
record TextQuery(Query exact, Query near, List<Wording> wanted, List<Wording> terms, List<Part> parts) {

    /// The field of the whole title as one term.
    static final String WHOLE_TITLE = "title.whole";

    /// The field of the identifier.
    static final String ID = "id";

    /// The longest term that a whole text becomes.
    static final int MAX_WHOLE = 1_000;

    /// A dataset that is called exactly this, or has exactly this identifier, stands before all others.
    private static final float WHOLE = 1_000f;

    private static final float SYNONYM = 0.7f;

    /// How many wordings with their synonyms are looked for before no more synonyms are.
    private static final int MAX_WORDINGS = 60;

    /// Each term is looked for in every field, and Lucene allows 1,024 clauses in all.
    private static final int MAX_NEAR_TERMS = 80;

    private static final Set<String> STOP_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "with");

    /// One summand of the score.
    ///
    /// @param kind     what it is
    /// @param variants the wordings that count, the one asked for first
    /// @param field    the only field looked into; empty for all
    record Part(RankReason.Kind kind, Query query, List<Wording> variants, Optional<TextField> field) {}

    static TextQuery of(String typed, QueryText text, Thesaurus thesaurus) {
        var read = Texts.cut(typed, SearchQuery.MAX_TEXT).strip();
        var wanted = withoutStopWords(text.wanted());
        var marks = new ArrayList<Wording>();
        var parts = new ArrayList<Part>();
        for (int next = 0; next < wanted.size(); ) {
            var first = wanted.get(next);
            int together = Math.max(1, first.quoted() ? 1 : thesaurus.together(plainFrom(wanted, next)));
            var asked = wanted.subList(next, next + together);
            var wordings = asked.stream().map(Wanted::wording).toList();
            var wording = together > 1 ? Thesaurus.joined(wordings) : first.wording();
            var variants =
                    first.quoted() || marks.size() >= MAX_WORDINGS ? List.<Wording>of() : thesaurus.variants(wording);
            var query = anyOf(allOf(asked), variants, first.field());
            marks.addAll(wordings);
            marks.addAll(variants);
            parts.add(new Part(RankReason.Kind.TERM, query, joined(wordings, variants), first.field()));
            next += together;
        }
        var exact = new BooleanQuery.Builder();
        parts.forEach(part -> exact.add(part.query(), Occur.MUST));
        var terms = nearTerms(wanted.stream().map(Wanted::wording).toList());
        var near = new BooleanQuery.Builder().setMinimumNumberShouldMatch((terms.size() + 1) / 2);
        terms.forEach(term -> near.add(FieldQueries.query(term, Optional.empty()), Occur.SHOULD));
        for (var builder : List.of(exact, near)) {
            text.unwanted().forEach(unwanted -> builder.add(allOf(unwanted), Occur.MUST_NOT));
            text.narrowings().forEach(each -> builder.add(narrowed(each), each.unwanted() ? Occur.MUST_NOT : Occur.FILTER));
        }
        if (wanted.isEmpty()) {
            exact.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
            near.setMinimumNumberShouldMatch(0).add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
            return new TextQuery(exact.build(), near.build(), marks, terms, List.of());
        }
        var bare = Wording.of(Token.of(read));
        if (!bare.terms().isEmpty()) {
            add(exact, parts, RankReason.Kind.WHOLE_TITLE, whole(WHOLE_TITLE, whole(read)), bare);
            // A run of Chinese stands in pairs as surely, and pairs are fewer to compare, by positions too.
            var inTitle = bare.inPairs()
                    ? FieldQueries.phrase(TextField.TITLE.field(), bare.pairs())
                    : FieldQueries.phrase(TextField.TITLE.singles(), bare.terms());
            add(exact, parts, RankReason.Kind.TITLE_PHRASE, inTitle, bare);
        }
        var identifier = whole(ID, read.toLowerCase(Locale.ROOT));
        parts.add(new Part(RankReason.Kind.IDENTIFIER, identifier, List.of(), Optional.empty()));
        var query = new BooleanQuery.Builder().add(exact.build(), Occur.SHOULD).add(identifier, Occur.SHOULD);
        return new TextQuery(query.build(), near.build(), marks, terms, List.copyOf(parts));
    }

    /// A text without what the analysis ignores, as one term.
    static String whole(String text) {
        var terms = Token.of(Texts.cut(text, 500)).stream().map(Token::term).toList();
        return Texts.cut(String.join(" ", terms), MAX_WHOLE);
    }

    private static void add(
            BooleanQuery.Builder query, List<Part> parts, RankReason.Kind kind, Query more, Wording wording) {
        query.add(more, Occur.SHOULD);
        parts.add(new Part(kind, more, List.of(wording), Optional.of(TextField.TITLE)));
    }

    private static List<Wording> joined(List<Wording> asked, List<Wording> variants) {
        var all = new ArrayList<>(asked);
        all.addAll(variants);
        return List.copyOf(all);
    }

    /// The wordings from a place on that could be one term: neither quoted nor of one field.
    private static List<Wording> plainFrom(List<Wanted> wanted, int first) {
        return wanted.subList(first, wanted.size()).stream()
                .takeWhile(each -> !each.quoted() && each.field().isEmpty())
                .map(Wanted::wording)
                .toList();
    }

    private static List<Wanted> withoutStopWords(List<Wanted> wanted) {
        var kept = wanted.stream()
                .filter(each -> each.quoted()
                        || each.wording().terms().size() > 1
                        || !STOP_WORDS.contains(each.wording().terms().getFirst()))
                .toList();
        return kept.isEmpty() ? wanted : kept;
    }

    private static List<Wording> nearTerms(List<Wording> wordings) {
        var terms = new LinkedHashSet<Wording>();
        for (var wording : wordings) {
            for (int i = 0; i < wording.terms().size(); i++) {
                boolean pair = wording.hanOnly() && wording.terms().size() > 1;
                if (!pair || i > 0) {
                    terms.add(new Wording(wording.terms().subList(pair ? i - 1 : i, i + 1), wording.hanOnly()));
                }
            }
        }
        return terms.stream().limit(MAX_NEAR_TERMS).toList();
    }

    private static Query anyOf(Query asTyped, List<Wording> variants, Optional<TextField> field) {
        if (variants.isEmpty()) {
            return asTyped;
        }
        var queries = new ArrayList<Query>();
        queries.add(asTyped);
        variants.forEach(variant -> queries.add(new BoostQuery(FieldQueries.query(variant, field), SYNONYM)));
        return new DisjunctionMaxQuery(queries, 0f);
    }

    private static Query allOf(List<Wanted> wanted) {
        if (wanted.size() == 1) {
            return FieldQueries.query(
                    wanted.getFirst().wording(), wanted.getFirst().field());
        }
        var all = new BooleanQuery.Builder();
        wanted.forEach(each -> all.add(FieldQueries.query(each.wording(), each.field()), Occur.MUST));
        return all.build();
    }

    private static Query narrowed(Narrowing narrowing) {
        return switch (narrowing) {
            case Narrowing.Values(Facet facet, Set<String> values, boolean _) ->
                new TermInSetQuery(facet.field(), values.stream().map(BytesRef::new).toList());
            case Narrowing.Modified(var first, var last, boolean _) ->
                LongField.newRangeQuery(EntryDocument.MODIFIED, Days.start(first), Days.end(last));
        };
    }

    private static Query whole(String field, String value) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, value))), WHOLE);
    }
}
