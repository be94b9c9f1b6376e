package tw.touchstone.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tw.touchstone.model.LangText;
import tw.touchstone.search.Excerpt.Mark;

/// Marks in a text what a query asked for, and cuts the piece worth showing.
final class Marker {

    /// How long a snippet is, and how much of it may stand before the first match.
    private static final int SNIPPET = 120;

    private static final int BEFORE = 24;

    private final Map<String, List<Wording>> byFirstTerm = new HashMap<>();

    Marker(List<Wording> wordings) {
        for (var wording : wordings) {
            byFirstTerm
                    .computeIfAbsent(wording.terms().getFirst(), first -> new ArrayList<>())
                    .add(wording);
        }
    }

    /// All of the text.
    Excerpt whole(LangText text, String wanted) {
        var language = Texts.bestLanguage(text, wanted);
        var shown = text.best(wanted);
        return new Excerpt(language, shown, marks(shown));
    }

    /// The part of the text around its first match, else its beginning.
    Excerpt snippet(LangText text, String wanted) {
        var whole = whole(text, wanted);
        int length = whole.text().length();
        if (length <= SNIPPET) {
            return whole;
        }
        int first = whole.marks().isEmpty() ? 0 : whole.marks().getFirst().start();
        int from = first + SNIPPET / 2 <= SNIPPET ? 0 : Math.min(first - BEFORE, length - SNIPPET);
        from = onCharacter(whole.text(), from);
        int to = onCharacter(whole.text(), Math.min(length, from + SNIPPET));
        var before = from > 0 ? "…" : "";
        var shown = before + whole.text().substring(from, to) + (to < length ? "…" : "");
        int shift = before.length() - from;
        int start = from;
        var marks = whole.marks().stream()
                .filter(mark -> mark.start() >= start && mark.end() <= to)
                .map(mark -> new Mark(mark.start() + shift, mark.end() + shift))
                .toList();
        return new Excerpt(whole.language(), shown, marks);
    }

    private List<Mark> marks(String text) {
        var marks = new ArrayList<Mark>();
        if (byFirstTerm.isEmpty() || text.isEmpty()) {
            return marks;
        }
        var tokens = Token.of(text);
        for (int i = 0; i < tokens.size(); i++) {
            for (var wording : byFirstTerm.getOrDefault(tokens.get(i).term(), List.of())) {
                int last = i + wording.terms().size();
                if (last <= tokens.size() && reads(tokens.subList(i, last), wording.terms())) {
                    add(marks, new Mark(tokens.get(i).start(), tokens.get(last - 1).end()));
                }
            }
        }
        return marks;
    }

    private static boolean reads(List<Token> tokens, List<String> terms) {
        for (int i = 0; i < terms.size(); i++) {
            if (!tokens.get(i).term().equals(terms.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static void add(List<Mark> marks, Mark mark) {
        if (!marks.isEmpty() && mark.start() <= marks.getLast().end()) {
            var last = marks.removeLast();
            marks.add(new Mark(last.start(), Math.max(last.end(), mark.end())));
        } else if (mark.start() < mark.end()) {
            marks.add(mark);
        }
    }

    private static int onCharacter(String text, int at) {
        boolean split = at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
        return split ? at - 1 : at;
    }
}
