package tw.touchstone.inspection.table;

import java.util.Arrays;
import java.util.Optional;

/// The text of an extreme value, copied only when a new one is met.
final class Extreme {

    private char[] text = new char[16];
    private int length = -1;

    boolean isUnset() {
        return length < 0;
    }

    void set(char[] source, int from, int to) {
        length = Math.min(to - from, TableCaps.KEPT_CHARS);
        if (length > text.length) {
            text = new char[Math.max(length, text.length * 2)];
        }
        System.arraycopy(source, from, text, 0, length);
    }

    /// How a text compares with this one in UTF-16 order.
    int compare(char[] source, int from, int to) {
        int first = source[from] - text[0];
        return first != 0 && length > 0 ? first : Arrays.compare(source, from, to, text, 0, length);
    }

    Optional<String> value() {
        return length < 0 ? Optional.empty() : Optional.of(new String(text, 0, length));
    }
}
