package tw.touchstone.inspection.table;

/// Characters of full width (U+FF01 to U+FF5E), which look like ASCII and are not.
final class FullWidth {

    private static final int SHIFT = 0xFF01 - '!';

    private FullWidth() {}

    static boolean isDigitAtBeginning(char[] text, int from, int to) {
        return isDigit(text[from]) || (to - from > 1 && isDigit(text[from + 1]));
    }

    private static boolean isDigit(char c) {
        return c >= '０' && c <= '９';
    }

    /// Copies a text with its full-width characters made half width; says false where others than these remain.
    static boolean fold(char[] text, int from, int to, char[] folded) {
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c >= '\uFF01' && c <= '\uFF5E') {
                folded[i - from] = (char) (c - SHIFT);
            } else if (c < 128 || c == '年' || c == '月' || c == '日') {
                folded[i - from] = c;
            } else {
                return false;
            }
        }
        return true;
    }
}
