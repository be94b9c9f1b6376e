package tw.touchstone.search;

import java.util.ArrayList;
import java.util.List;

/// What a typed text asks for: `"…"` wants the words exactly so, a leading `-` excludes, all else is literal.
///
/// @param wanted   every one of these, or a synonym of it
/// @param quoted   every one of these as well, and no synonyms
/// @param unwanted none of these, each being all of its wordings
/// @param cut      whether the text was longer than what is read of it
record QueryText(List<Wording> wanted, List<Wording> quoted, List<List<Wording>> unwanted, boolean cut) {

    /// More than anybody types, and few enough to be cheap in every field.
    private static final int MAX_WORDINGS = 24;

    /// Reads a text; there is no text that cannot be read.
    static QueryText parse(String typed) {
        var text = Texts.cut(typed, SearchQuery.MAX_TEXT);
        var wanted = new ArrayList<Wording>();
        var quoted = new ArrayList<Wording>();
        var unwanted = new ArrayList<List<Wording>>();
        int left = MAX_WORDINGS;
        int at = 0;
        while (at < text.length() && left > 0) {
            if (isSpace(text.charAt(at))) {
                at++;
                continue;
            }
            boolean minus = isMinus(text.charAt(at)) && at + 1 < text.length() && !isSpace(text.charAt(at + 1));
            int start = minus ? at + 1 : at;
            int closing = isQuote(text.charAt(start)) ? nextQuote(text, start + 1) : -1;
            int end = closing > 0 ? closing : endOfWord(text, start);
            var tokens = Token.of(text.substring(closing > 0 ? start + 1 : start, end));
            var wordings = closing > 0 ? Wording.quoted(tokens) : Wording.plain(tokens);
            var kept = wordings.subList(0, Math.min(wordings.size(), left));
            if (!minus) {
                (closing > 0 ? quoted : wanted).addAll(kept);
            } else if (!kept.isEmpty()) {
                unwanted.add(kept);
            }
            left -= wordings.size();
            at = closing > 0 ? closing + 1 : end;
        }
        boolean cut = text.length() < typed.length() || !text.substring(at).isBlank() || left < 0;
        return new QueryText(List.copyOf(wanted), List.copyOf(quoted), List.copyOf(unwanted), cut);
    }

    boolean isEmpty() {
        return !wantsAny() && unwanted.isEmpty();
    }

    /// Whether anything is wanted, and not only something unwanted.
    boolean wantsAny() {
        return !wanted.isEmpty() || !quoted.isEmpty();
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
