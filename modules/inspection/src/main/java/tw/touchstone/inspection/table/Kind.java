package tw.touchstone.inspection.table;

/// What one value can be, as small numbers that index counts.
final class Kind {

    static final int TEXT = 0;
    static final int INTEGER = 1;
    static final int DECIMAL = 2;
    /// Digits that are a day, too.
    static final int COMPACT_DAY = 3;
    /// Digits like a day that no calendar has.
    static final int IMPOSSIBLE_COMPACT = 4;
    /// Digits that are a month, too: `11005`.
    static final int COMPACT_MONTH = 5;
    /// A number with a point that is a month, too: `110.05`.
    static final int DOTTED_MONTH = 6;
    /// `110/05`, which is hardly anything else than a month.
    static final int SLASHED_MONTH = 7;
    static final int DAY = 8;
    static final int TIME = 9;
    /// A month or a year, with the word.
    static final int SPAN = 10;
    static final int IMPOSSIBLE_DATE = 11;
    static final int TRUE_FALSE = 12;
    static final int YES_NO = 13;
    static final int Y_N = 14;
    static final int SHI_FOU = 15;
    static final int ERROR = 16;

    static final int COUNT = 17;

    /// Groups of kinds of which a minority stands out.
    static final int NUMBERS = 0;

    static final int DATES = 1;
    static final int TRUTHS = 2;
    static final int TEXTS = 3;
    static final int IMPOSSIBLE = 4;
    static final int IMPOSSIBLE_DIGITS = 5;
    static final int GROUPS = 6;

    private static final int[] GROUP = {
        TEXTS, NUMBERS, NUMBERS, NUMBERS, IMPOSSIBLE_DIGITS, NUMBERS, NUMBERS, DATES, DATES, DATES, DATES, IMPOSSIBLE,
        TRUTHS, TRUTHS, TRUTHS, TRUTHS, TEXTS
    };

    private Kind() {}

    static int group(int kind) {
        return GROUP[kind];
    }

    static boolean isNumber(int kind) {
        return kind >= INTEGER && kind <= DOTTED_MONTH;
    }

    static boolean isTemporal(int kind) {
        return kind == COMPACT_DAY || (kind >= COMPACT_MONTH && kind <= SPAN);
    }
}
