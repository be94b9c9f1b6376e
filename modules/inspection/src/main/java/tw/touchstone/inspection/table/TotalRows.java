package tw.touchstone.inspection.table;

import java.util.Locale;
import java.util.Set;

/// Words that make a row a sum of others.
final class TotalRows {

    private static final Set<String> WORDS = Set.of(
            "合計", "總計", "小計", "共計", "總合計", "總和", "累計", "合计", "总计", "小计", "total", "subtotal", "grandtotal", "sum");

    private static final int LONGEST = 12;

    private TotalRows() {}

    /// Whether the characters are worth the full look.
    static boolean mayBe(char[] text, int from, int to) {
        int length = to - from;
        if (length < 2 || length > LONGEST) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c == '計' || c == '计' || c == '和' || c == 't' || c == 'T' || c == 'S' || c == 's') {
                return true;
            }
        }
        return false;
    }

    /// Whether a cell is such a word, or ends with one, as 本縣合計 does.
    static boolean is(String cell) {
        var folded = cell.replaceAll("[\\s\u3000\u00A0:：()（）]", "").toLowerCase(Locale.ROOT);
        return WORDS.contains(folded)
                || (folded.length() <= 8 && (folded.endsWith("合計") || folded.endsWith("總計") || folded.endsWith("小計")));
    }
}
