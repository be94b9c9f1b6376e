package tw.touchstone.inspection.container;

import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;

/// What unpacking may cost in one inspection, over all archives in archives. Counted in bytes, members and columns, so
/// that the same bytes stop at the same place on any machine. For one inspection and one thread.
public final class UnpackBudget {

    /// Archives in archives that are opened: a `.tar.gz` of ZIPs needs three.
    public static final int DEPTH = 4;

    /// Members looked at.
    static final int MEMBERS = 10_000;

    /// Bytes unpacked.
    static final long UNPACKED = 1L << 30;

    /// How many times its packed size an archive may unpack to. Deflate reaches 1,032; tables seldom reach 50.
    static final long RATIO = 200;

    /// Bytes that the ratio leaves alone.
    static final long RATIO_FREE = 16 << 20;

    /// Columns and fields of all members' facts together, which are kept in memory until the end.
    static final int COLUMNS = 10_000;

    private long unpacked;
    private int members;
    private long columns;

    boolean hasMembers() {
        return members < MEMBERS;
    }

    void member() {
        members++;
    }

    long bytesLeft() {
        return UNPACKED - unpacked;
    }

    void unpacked(long bytes) {
        unpacked += bytes;
    }

    /// Whether the facts of another member may be kept.
    boolean hasColumns() {
        return columns < COLUMNS;
    }

    /// Takes what the facts weigh; facts inside them have been taken already.
    void kept(ByteFacts facts) {
        columns += 1
                + switch (facts.content()) {
                    case Content.Tables(var tables) ->
                        tables.stream().mapToLong(table -> 1 + table.columns().size()).sum();
                    case Content.Tree(var tree) ->
                        tree.fields().size() + tree.names().size() / 16;
                    case Content.Members _,
                            Content.Encrypted _,
                            Content.Opaque _,
                            Content.Malformed _,
                            Content.Empty _ -> 0;
                };
    }

    /// What an archive of this size may unpack to.
    static long allowance(long packed) {
        return packed > Long.MAX_VALUE / RATIO ? Long.MAX_VALUE : Math.max(RATIO_FREE, packed * RATIO);
    }
}
