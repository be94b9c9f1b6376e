package tw.touchstone.inspection.table;

import tw.touchstone.model.fact.AnomalyCode;

/// Counts how lines end, those inside quoted fields left out.
final class LineEnds {

    private static final String[] NAMES = {"CRLF", "LF", "CR"};
    private static final int CRLF = 0;
    private static final int LF = 1;
    private static final int CR = 2;

    private final long[] counts = new long[NAMES.length];
    private final long[] firstLines = new long[NAMES.length];

    /// @param first the character that ends the line
    /// @param pair  whether it is followed by a line feed that belongs to it
    void count(char first, boolean pair, long line) {
        int kind = pair ? CRLF : first == '\n' ? LF : CR;
        if (counts[kind]++ == 0) {
            firstLines[kind] = line;
        }
    }

    /// `CRLF`, `LF`, `CR` or `mixed`; the empty string where there is no line end.
    String name() {
        int most = most();
        long all = counts[CRLF] + counts[LF] + counts[CR];
        return all == 0 ? "" : counts[most] == all ? NAMES[most] : "mixed";
    }

    /// Counts the lines that end otherwise than most.
    void describe(AnomalyCounter anomalies) {
        int most = most();
        for (int kind = 0; kind < NAMES.length; kind++) {
            if (kind != most && counts[kind] > 0) {
                anomalies.add(AnomalyCode.MIXED_LINE_ENDS, counts[kind], firstLines[kind], NAMES[kind]);
            }
        }
    }

    private int most() {
        int most = CRLF;
        for (int kind = LF; kind <= CR; kind++) {
            if (counts[kind] > counts[most]) {
                most = kind;
            }
        }
        return most;
    }
}
