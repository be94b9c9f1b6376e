package tw.touchstone.inspection.table;

/// The kinds of characters a value is made of, and its hash: all that most questions about it need.
///
/// One object for each column, filled again for each value.
final class Shape {

    static final int DIGIT = 1;
    static final int LETTER = 1 << 1;
    static final int DOT = 1 << 2;
    static final int SIGN = 1 << 3;
    static final int COMMA = 1 << 4;
    static final int SLASH = 1 << 5;
    static final int COLON = 1 << 6;
    static final int PERCENT = 1 << 7;
    static final int AT = 1 << 8;
    static final int SPACE = 1 << 9;
    /// Brackets and other ASCII characters.
    static final int OTHER = 1 << 10;
    /// Characters beyond ASCII.
    static final int WIDE = 1 << 11;

    private static final int[] ASCII = new int[128];

    static {
        for (char c = 0; c < 128; c++) {
            ASCII[c] = c >= '0' && c <= '9'
                    ? DIGIT
                    : (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
                            ? LETTER
                            : switch (c) {
                                case '.' -> DOT;
                                case '-', '+' -> SIGN;
                                case ',' -> COMMA;
                                case '/' -> SLASH;
                                case ':' -> COLON;
                                case '%' -> PERCENT;
                                case '@' -> AT;
                                case ' ' -> SPACE;
                                default -> OTHER;
                            };
        }
    }

    private static final long PRIME = 0x9E3779B97F4A7C15L;

    int kinds;
    long hash;

    void read(char[] text, int from, int to) {
        long h = (to - from) * PRIME;
        int seen = 0;
        int i = from;
        // Four characters at once: the multiplications depend on each other, the characters do not.
        for (int end = to - 3; i < end; i += 4) {
            char a = text[i];
            char b = text[i + 1];
            char c = text[i + 2];
            char d = text[i + 3];
            seen |= kind(a) | kind(b) | kind(c) | kind(d);
            h = (h ^ (a | ((long) b << 16) | ((long) c << 32) | ((long) d << 48))) * PRIME;
            h ^= h >>> 32;
        }
        for (; i < to; i++) {
            seen |= kind(text[i]);
            h = (h ^ text[i]) * PRIME;
        }
        // Finaliser of MurmurHash3: every bit must depend on every character.
        h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
        h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
        kinds = seen;
        hash = h ^ (h >>> 33);
    }

    private static int kind(char c) {
        return c < 128 ? ASCII[c] : WIDE;
    }

    /// Whether all characters are of these kinds.
    boolean isOnly(int allowed) {
        return (kinds & ~allowed) == 0;
    }

    boolean has(int kind) {
        return (kinds & kind) != 0;
    }
}
