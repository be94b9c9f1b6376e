package tw.touchstone.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a typed text asks for.
///
/// `"…"` wants the words exactly so, a leading `-` excludes, `title:` and other names of [QueryField] ask one part of a
/// dataset; all else is literal, broken syntax as well.
///
/// @param wanted     every one of these, or where it is not quoted a synonym of it
/// @param unwanted   none of these, each being all of its parts
/// @param narrowings further conditions, every one
/// @param cut        whether the text was longer than what is read of it
record QueryText(List<Wanted> wanted, List<List<Wanted>> unwanted, List<Narrowing> narrowings, boolean cut) {

    /// A wording, and where it is looked for.
    ///
    /// @param field  empty for every field
    /// @param quoted whether it is wanted exactly so
    record Wanted(Optional<TextField> field, Wording wording, boolean quoted) {}

    /// More than anybody types, and few enough to be cheap in every field.
    private static final int MAX_WORDINGS = 24;

    private static final int MAX_NARROWINGS = 8;

    /// Reads a text; there is no text that cannot be read.
    static QueryText parse(String typed) {
        var text = Texts.cut(typed, SearchQuery.MAX_TEXT);
        var wanted = new ArrayList<Wanted>();
        var unwanted = new ArrayList<List<Wanted>>();
        var narrowings = new ArrayList<Narrowing>();
        int left = MAX_WORDINGS;
        int at = 0;
        while (at < text.length() && left > 0) {
            if (isSpace(text.charAt(at))) {
                at++;
                continue;
            }
            boolean minus = isMinus(text.charAt(at)) && at + 1 < text.length() && !isSpace(text.charAt(at + 1));
            int word = minus ? at + 1 : at;
            var field = QueryField.at(text, word)
                    .filter(named -> named.end() < text.length() && !isSpace(text.charAt(named.end())));
            int start = field.map(QueryField.Named::end).orElse(word);
            int closing = isQuote(text.charAt(start)) ? nextQuote(text, start + 1) : -1;
            int end = closing > 0 ? closing : endOfWord(text, start);
            var written = text.substring(closing > 0 ? start + 1 : start, end);
            var narrowing = field.flatMap(named -> named.field().narrowing(written, minus));
            at = closing > 0 ? closing + 1 : end;
            if (narrowing.isPresent() && narrowings.size() < MAX_NARROWINGS) {
                narrowings.add(narrowing.get());
                continue;
            }
            var part = field.flatMap(named -> named.field().part());
            // A name with a value it cannot have is no name: modified:soon is two words.
            boolean literal = field.isPresent() && part.isEmpty();
            boolean quoted = closing > 0 && !literal;
            var wordings = literal
                    ? Wording.typed(text.substring(word, end))
                    : quoted ? Wording.quoted(Token.of(written)) : Wording.typed(written);
            var kept = wordings.subList(0, Math.min(wordings.size(), left)).stream()
                    .map(wording -> new Wanted(part, wording, quoted))
                    .toList();
            if (!minus) {
                wanted.addAll(kept);
            } else if (!kept.isEmpty()) {
                unwanted.add(kept);
            }
            left -= wordings.size();
        }
        boolean cut = text.length() < typed.length() || !text.substring(at).isBlank() || left < 0;
        return new QueryText(List.copyOf(wanted), List.copyOf(unwanted), List.copyOf(narrowings), cut);
    }

    boolean isEmpty() {
        return !wantsAny() && unwanted.isEmpty() && narrowings.isEmpty();
    }

    /// Whether any text is wanted, and not only something unwanted.
    boolean wantsAny() {
        return !wanted.isEmpty();
    }

    private static int endOfWord(String text, int start) {
        int end = start + 1;
        while (end < text.length()
                && !isSpace(text.charAt(end))
                && !(isQuote(text.charAt(end)) && nextQuote(text, end + 1) > 0)) {
            end++;
        }
        return end;
    }

    private static int nextQuote(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (isQuote(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '“' || c == '”' || c == '＂';
    }

    private static boolean isMinus(char c) {
        return c == '-' || c == '－' || c == '−';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
