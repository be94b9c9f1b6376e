package tw.touchstone.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// A text as the index is asked for it: exactly, and where that finds nothing, nearly.
///
/// @param exact  every wording stands in some field, character for character (or a synonym of it)
/// @param near   half of the terms stand in any fields
/// @param wanted what to mark in a result of `exact`
/// @param terms  what to mark in a result of `near`
record TextQuery(Query exact, Query near, List<Wording> wanted, List<Wording> terms) {

    /// The field of the whole title as one term.
    static final String WHOLE_TITLE = "title.whole";

    /// The field of the identifier.
    static final String ID = "id";

    /// A dataset that is called exactly this, or has exactly this identifier, stands before all others.
    private static final float WHOLE = 1_000f;

    private static final float SYNONYM = 0.7f;

    /// How much fields other than the best one add.
    private static final float TIE = 0.1f;

    /// How many wordings with their synonyms are looked for before no more synonyms are.
    private static final int MAX_WORDINGS = 60;

    /// Each term is looked for in every field, and Lucene allows 1,024 clauses in all.
    private static final int MAX_NEAR_TERMS = 100;

    private static final Set<String> STOP_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "with");

    static TextQuery of(String typed, QueryText text, Thesaurus thesaurus) {
        var read = Texts.cut(typed, SearchQuery.MAX_TEXT).strip();
        var wanted = withoutStopWords(text.wanted());
        var marks = new ArrayList<Wording>(text.quoted());
        var exact = new BooleanQuery.Builder();
        text.quoted().forEach(wording -> exact.add(inAnyField(wording), Occur.MUST));
        int next = 0;
        while (next < wanted.size()) {
            int together = thesaurus.together(wanted.subList(next, wanted.size()));
            var parts = wanted.subList(next, next + Math.max(1, together));
            var wording = together > 0 ? Thesaurus.joined(parts) : parts.getFirst();
            var variants = marks.size() < MAX_WORDINGS ? thesaurus.variants(wording) : List.<Wording>of();
            exact.add(anyOf(allOf(parts), variants), Occur.MUST);
            marks.addAll(parts);
            marks.addAll(variants);
            next += parts.size();
        }
        var wordings = Stream.concat(wanted.stream(), text.quoted().stream()).toList();
        var terms = nearTerms(wordings);
        var near = new BooleanQuery.Builder().setMinimumNumberShouldMatch((terms.size() + 1) / 2);
        terms.forEach(term -> near.add(inAnyField(term), Occur.SHOULD));
        for (var builder : List.of(exact, near)) {
            text.unwanted().forEach(wording -> builder.add(allOf(wording), Occur.MUST_NOT));
        }
        if (wordings.isEmpty()) {
            exact.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
            near.setMinimumNumberShouldMatch(0).add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        } else {
            exact.add(whole(WHOLE_TITLE, wholeTitle(read)), Occur.SHOULD);
            exact.add(phrase(TextField.TITLE_SINGLES, Wording.of(Token.of(read)).terms()), Occur.SHOULD);
        }
        var query = new BooleanQuery.Builder()
                .add(exact.build(), Occur.SHOULD)
                .add(whole(ID, read.toLowerCase(Locale.ROOT)), Occur.SHOULD);
        return new TextQuery(wordings.isEmpty() ? exact.build() : query.build(), near.build(), marks, terms);
    }

    /// A title without what the analysis ignores, as one term; short enough for a term.
    static String wholeTitle(String title) {
        return Texts.cut(
                String.join(" ", Token.of(Texts.cut(title, 500)).stream().map(Token::term).toList()), 1_000);
    }

    private static List<Wording> withoutStopWords(List<Wording> wordings) {
        var kept = wordings.stream()
                .filter(wording -> wording.terms().size() > 1
                        || !STOP_WORDS.contains(wording.terms().getFirst()))
                .toList();
        return kept.isEmpty() ? wordings : kept;
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

    private static Query anyOf(Query asTyped, List<Wording> variants) {
        if (variants.isEmpty()) {
            return asTyped;
        }
        var queries = new ArrayList<Query>();
        queries.add(asTyped);
        variants.forEach(variant -> queries.add(new BoostQuery(inAnyField(variant), SYNONYM)));
        return new DisjunctionMaxQuery(queries, 0f);
    }

    private static Query allOf(List<Wording> wordings) {
        if (wordings.size() == 1) {
            return inAnyField(wordings.getFirst());
        }
        var all = new BooleanQuery.Builder();
        wordings.forEach(wording -> all.add(inAnyField(wording), Occur.MUST));
        return all.build();
    }

    private static Query inAnyField(Wording wording) {
        var fields = new ArrayList<Query>();
        if (wording.inPairs()) {
            for (var field : TextField.values()) {
                fields.add(new BoostQuery(phrase(field.field(), wording.pairs()), field.weight()));
            }
        } else {
            fields.add(new BoostQuery(
                    phrase(TextField.TITLE_SINGLES, wording.terms()), TextField.TITLE.weight()));
            fields.add(phrase(TextField.ALL_SINGLES, wording.terms()));
        }
        return new DisjunctionMaxQuery(fields, TIE);
    }

    private static Query phrase(String field, List<String> terms) {
        return terms.size() == 1
                ? new TermQuery(new Term(field, terms.getFirst()))
                : new PhraseQuery(field, terms.toArray(String[]::new));
    }

    private static Query whole(String field, String value) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, value))), WHOLE);
    }
}
