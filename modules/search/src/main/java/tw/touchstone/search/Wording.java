package tw.touchstone.search;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Terms that must follow each other directly.
///
/// @param terms   words and single Chinese characters
/// @param hanOnly whether they are one run of Chinese characters
/// @param year    the year they mean, which may be written otherwise
record Wording(List<String> terms, boolean hanOnly, OptionalInt year) {

    Wording {
        terms = List.copyOf(terms);
    }

    Wording(List<String> terms, boolean hanOnly) {
        this(terms, hanOnly, OptionalInt.empty());
    }

    static Wording of(List<Token> tokens) {
        boolean run = tokens.stream().allMatch(Token::han)
                && IntStream.range(1, tokens.size())
                        .allMatch(i -> tokens.get(i - 1).touches(tokens.get(i)));
        return new Wording(tokens.stream().map(Token::term).toList(), run);
    }

    /// What a quoted text asks for: all of it together.
    static List<Wording> quoted(List<Token> tokens) {
        return tokens.isEmpty() ? List.of() : List.of(of(tokens));
    }

    /// What a text without spaces asks for, all of it; a year in it (110年度) is a wording of its own.
    static List<Wording> typed(String text) {
        var wordings = new ArrayList<Wording>();
        int at = 0;
        for (var mention : YearMention.in(text)) {
            wordings.addAll(plain(Token.of(text.substring(at, mention.start()))));
            var written = of(Token.of(text.substring(mention.start(), mention.end())));
            wordings.add(new Wording(written.terms, written.hanOnly, OptionalInt.of(mention.year())));
            at = mention.end();
        }
        wordings.addAll(plain(Token.of(text.substring(at))));
        return wordings;
    }

    /// What a text without spaces and years asks for, all of it.
    ///
    /// A run of Chinese characters is one wording and so is a word. Where a single character stands directly beside a
    /// word (112年, 第3季) the whole stretch is, because neither means much alone; so are words joined by one sign
    /// (COVID-19).
    static List<Wording> plain(List<Token> tokens) {
        var wordings = new ArrayList<Wording>();
        for (var stretch : stretches(tokens)) {
            var runs = runs(stretch);
            boolean together = runs.stream().noneMatch(run -> run.getFirst().han())
                    || runs.stream().anyMatch(run -> run.size() == 1 && run.getFirst().han());
            (together ? List.of(stretch) : runs).forEach(part -> wordings.add(of(part)));
        }
        return wordings;
    }

    /// Whether the pairs of [TextField] fields can answer this.
    boolean inPairs() {
        return terms.size() == 1 ? !hanOnly : hanOnly;
    }

    /// The terms as they stand in the fields of pairs; only where [#inPairs].
    List<String> pairs() {
        return terms.size() == 1
                ? terms
                : IntStream.range(1, terms.size())
                        .mapToObj(i -> terms.get(i - 1) + terms.get(i))
                        .toList();
    }

    /// This wording with some of its terms replaced by another wording's.
    Wording replaced(int from, int to, Wording by) {
        var replaced = new ArrayList<>(terms.subList(0, from));
        replaced.addAll(by.terms);
        replaced.addAll(terms.subList(to, terms.size()));
        return new Wording(replaced, hanOnly && by.hanOnly);
    }

    private static List<List<Token>> stretches(List<Token> tokens) {
        var stretches = new ArrayList<List<Token>>();
        for (var token : tokens) {
            var before = stretches.isEmpty() ? null : stretches.getLast().getLast();
            boolean joined = before != null
                    && (before.touches(token)
                            || (!before.han() && !token.han() && before.end() + 1 == token.start()));
            if (!joined) {
                stretches.add(new ArrayList<>());
            }
            stretches.getLast().add(token);
        }
        return stretches;
    }

    private static List<List<Token>> runs(List<Token> stretch) {
        var runs = new ArrayList<List<Token>>();
        for (var token : stretch) {
            var run = runs.isEmpty() ? List.<Token>of() : runs.getLast();
            if (run.isEmpty() || !token.han() || !run.getLast().han()) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(token);
        }
        return runs;
    }
}
