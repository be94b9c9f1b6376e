package tw.touchstone.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import tw.touchstone.search.QueryText.Wanted;

/// What may have been meant by a text that finds nothing: one term of it as titles write it.
///
/// A Chinese term is tried with two neighbouring characters swapped, with one left out, and with one replaced by a character
/// that stands between the same neighbours in some title; a word with up to two letters changed. Of those that stand in
/// titles the one in most of them is taken, written as a title has it. All is bounded by counts, not by the size of the index.
final class Corrections {

    private static final int MAX_TERMS = 12;

    private static final int MAX_TRIED = 40;

    /// How many terms that are nowhere are tried.
    private static final int MAX_MISSING = 3;

    /// How many terms of the index are looked at for one place.
    private static final int MAX_NEIGHBOURS = 400;

    private static final int MAX_TITLES = 40;

    private static final int SHORT_WORD = 4;

    private static final int LONG_WORD = 7;

    private final CatalogSearcher searcher;

    Corrections(CatalogSearcher searcher) {
        this.searcher = searcher;
    }

    /// The text with the first term that is nowhere corrected; empty where there is no such term or no correction of it.
    Optional<String> of(String typed, QueryText read) throws IOException {
        int missing = 0;
        for (var wanted : read.wanted()) {
            if (wanted.quoted() || searcher.count(FieldQueries.query(wanted.wording(), wanted.field())) > 0) {
                continue;
            }
            if (++missing > MAX_MISSING) {
                return Optional.empty();
            }
            var span = Texts.find(typed, wanted.wording().terms());
            var corrected = corrected(wanted);
            if (span.isPresent() && corrected.isPresent()) {
                return Optional.of(
                        typed.substring(0, span.get().start()) + corrected.get() + typed.substring(span.get().end()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> corrected(Wanted wanted) throws IOException {
        var terms = wanted.wording().terms();
        if (terms.size() == 1 && !wanted.wording().hanOnly()) {
            return word(terms.getFirst());
        }
        boolean tried = wanted.wording().hanOnly() && terms.size() > 1 && terms.size() <= MAX_TERMS;
        return tried ? han(terms) : Optional.empty();
    }

    private Optional<String> han(List<String> terms) throws IOException {
        var candidates = new LinkedHashSet<List<String>>();
        for (int i = 0; i + 1 < terms.size(); i++) {
            var swapped = new ArrayList<>(terms);
            Collections.swap(swapped, i, i + 1);
            candidates.add(swapped);
        }
        for (int i = 0; terms.size() > 2 && i < terms.size(); i++) {
            var shorter = new ArrayList<>(terms);
            shorter.remove(i);
            candidates.add(shorter);
        }
        var replaced = new ArrayList<List<String>>();
        for (int i = 0; terms.size() > 2 && i < terms.size(); i++) {
            for (var character : i == 0 || i == terms.size() - 1 ? beside(terms, i) : between(terms, i)) {
                var other = new ArrayList<>(terms);
                other.set(i, character);
                replaced.add(other);
            }
        }
        // A replaced character keeps the length, which is the likelier mistake; of a whole term only swaps are likelier.
        var best = mostFrequent(candidates.stream().filter(each -> each.size() == terms.size()).toList());
        if (best.isEmpty()) {
            best = mostFrequent(replaced.stream().limit(MAX_TRIED).toList());
        }
        if (best.isEmpty()) {
            best = mostFrequent(candidates.stream().filter(each -> each.size() < terms.size()).toList());
        }
        return best.isEmpty() ? Optional.empty() : asWritten(best.get());
    }

    /// The characters that stand between the neighbours of a place in some title.
    private List<String> between(List<String> terms, int place) throws IOException {
        var field = MultiTerms.getTerms(searcher.getIndexReader(), TextField.TITLE.field());
        if (field == null) {
            return List.of();
        }
        record Found(String character, int titles) {}
        var found = new ArrayList<Found>();
        var before = terms.get(place - 1);
        var pairs = field.iterator();
        var others = field.iterator();
        int looked = 0;
        for (var status = pairs.seekCeil(new BytesRef(before));
                status != TermsEnum.SeekStatus.END && looked < MAX_NEIGHBOURS;
                status = pairs.next() == null ? TermsEnum.SeekStatus.END : TermsEnum.SeekStatus.FOUND) {
            var pair = pairs.term().utf8ToString();
            if (!pair.startsWith(before)) {
                break;
            }
            looked++;
            var character = pair.substring(before.length());
            if (!character.isEmpty() && others.seekExact(new BytesRef(character + terms.get(place + 1)))) {
                found.add(new Found(character, Math.min(pairs.docFreq(), others.docFreq())));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Found::titles).reversed())
                .limit(5)
                .map(Found::character)
                .toList();
    }

    /// The characters that stand before or behind the rest of the term in some title.
    private Set<String> beside(List<String> terms, int place) throws IOException {
        var rest = place == 0 ? terms.subList(1, terms.size()) : terms.subList(0, terms.size() - 1);
        var characters = new LinkedHashSet<String>();
        for (var title : titles(rest)) {
            var tokens = Token.of(title).stream().map(Token::term).toList();
            int at = Collections.indexOfSubList(tokens, rest);
            int wanted = place == 0 ? at - 1 : at + rest.size();
            if (at >= 0 && wanted >= 0 && wanted < tokens.size()) {
                characters.add(tokens.get(wanted));
            }
        }
        return characters;
    }

    private Optional<String> word(String word) throws IOException {
        int length = word.codePointCount(0, word.length());
        Terms field = MultiTerms.getTerms(searcher.getIndexReader(), TextField.TITLE.field());
        if (length < SHORT_WORD || field == null) {
            return Optional.empty();
        }
        var near = new FuzzyTermsEnum(
                field, new Term(TextField.TITLE.field(), word), length < LONG_WORD ? 1 : 2, 1, true);
        var found = new ArrayList<List<String>>();
        for (var term = near.next(); term != null && found.size() < MAX_TRIED; term = near.next()) {
            found.add(List.of(term.utf8ToString()));
        }
        var best = mostFrequent(found);
        return best.isEmpty() ? Optional.empty() : asWritten(best.get());
    }

    private Optional<List<String>> mostFrequent(List<List<String>> candidates) throws IOException {
        Optional<List<String>> best = Optional.empty();
        int most = 0;
        for (var candidate : candidates) {
            int count = searcher.count(inTitle(candidate));
            if (count > most) {
                most = count;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    /// Folded terms as some title writes them.
    private Optional<String> asWritten(List<String> terms) throws IOException {
        for (var title : titles(terms)) {
            var span = Texts.find(title, terms);
            if (span.isPresent()) {
                return Optional.of(title.substring(span.get().start(), span.get().end()));
            }
        }
        return Optional.empty();
    }

    private List<String> titles(List<String> terms) throws IOException {
        var titles = new ArrayList<String>();
        var stored = searcher.storedFields();
        for (var hit : searcher.search(inTitle(terms), MAX_TITLES).scoreDocs) {
            for (var field : stored.document(hit.doc)) {
                if (field.name().startsWith(Card.TITLE) && field.stringValue() != null) {
                    titles.add(field.stringValue());
                }
            }
        }
        return titles;
    }

    private static Query inTitle(List<String> terms) {
        boolean han = terms.stream().allMatch(term -> Character.isIdeographic(term.codePointAt(0)));
        var wording = new Wording(terms, han);
        return wording.inPairs()
                ? FieldQueries.phrase(TextField.TITLE.field(), wording.pairs())
                : FieldQueries.phrase(TextField.TITLE.singles(), wording.terms());
    }
}
