package tw.touchstone.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.FieldDescription;

/// The grammar of 主要欄位說明. Two passes over the text: brackets find their partners, then separators outside of
/// them divide it.
final class FieldList {

    private static final String SEPARATORS = "、,，;；\n\r";
    private static final String OPENING = "(（[［";
    private static final String CLOSING = ")）]］";
    private static final int ALONE = -1;

    private final String text;
    private final int[] partner;
    private final List<FieldDescription> fields = new ArrayList<>();

    private FieldList(String text) {
        this.text = text;
        partner = partners(text);
    }

    static List<FieldDescription> read(String text) {
        return new FieldList(text).read();
    }

    private static int[] partners(String text) {
        var partner = new int[text.length()];
        Arrays.fill(partner, ALONE);
        var open = new int[text.length()];
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (OPENING.indexOf(letter) >= 0) {
                open[depth++] = at;
            } else if (CLOSING.indexOf(letter) >= 0 && depth > 0 && areAKind(text.charAt(open[depth - 1]), letter)) {
                partner[open[--depth]] = at;
            }
        }
        return partner;
    }

    /// Round closes round and square closes square, whatever the widths.
    private static boolean areAKind(char opening, char closing) {
        return OPENING.indexOf(opening) / 2 == CLOSING.indexOf(closing) / 2;
    }

    private List<FieldDescription> read() {
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            if (partner[at] != ALONE) {
                at = partner[at];
            } else if (SEPARATORS.indexOf(text.charAt(at)) >= 0) {
                add(start, at);
                start = at + 1;
            }
            at++;
        }
        add(start, text.length());
        return List.copyOf(fields);
    }

    private void add(int start, int end) {
        int last = lastLetter(start, end);
        int opening = closingGroup(start, last);
        var name = trimmed(start, opening == ALONE ? last : opening);
        if (opening == ALONE || name.isEmpty()) {
            var whole = trimmed(start, last);
            if (!whole.isEmpty()) {
                fields.add(FieldDescription.named(whole));
            }
            return;
        }
        var description = trimmed(opening + 1, partner[opening]);
        fields.add(new FieldDescription(name, Optional.of(description).filter(each -> !each.isEmpty())));
    }

    /// Where the round brackets open that end the item, or [#ALONE].
    private int closingGroup(int start, int end) {
        int at = start;
        while (at < end) {
            if (partner[at] == ALONE) {
                at++;
            } else if (partner[at] == end - 1 && "(（".indexOf(text.charAt(at)) >= 0) {
                return at;
            } else {
                at = partner[at] + 1;
            }
        }
        return ALONE;
    }

    /// The end of the item without blanks and a final 。
    private int lastLetter(int start, int end) {
        int last = end;
        while (last > start && (isBlank(text.charAt(last - 1)) || text.charAt(last - 1) == '。')) {
            last--;
        }
        return last;
    }

    private String trimmed(int start, int end) {
        int first = start;
        int last = end;
        while (first < last && isBlank(text.charAt(first))) {
            first++;
        }
        while (last > first && isBlank(text.charAt(last - 1))) {
            last--;
        }
        return text.substring(first, last);
    }

    private static boolean isBlank(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || letter == '\uFEFF';
    }
}
