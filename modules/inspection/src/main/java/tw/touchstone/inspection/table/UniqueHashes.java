package tw.touchstone.inspection.table;

import org.jspecify.annotations.Nullable;

/// Remembers the hashes of values that were all different so far, as many as the columns of a table may remember
/// together.
///
/// Two of a million different values have the same hash of 64 bits with a probability of 3 in 100 million.
final class UniqueHashes {

    /// What is known about a column.
    enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    /// How many hashes the columns of one table may still remember.
    static final class Allowance {
        private int left;

        Allowance(int left) {
            this.left = left;
        }
    }

    private final Allowance allowance;
    private long @Nullable [] hashes;
    private int size;
    private Answer answer = Answer.YES;

    UniqueHashes(Allowance allowance) {
        this.allowance = allowance;
    }

    void begin(long[] known) {
        if (take(known.length * 2)) {
            hashes = new long[known.length * 2];
            for (long hash : known) {
                if (hash != 0) {
                    add(hash);
                }
            }
        }
    }

    /// Whether a hash that is not zero is new, as far as is known.
    boolean add(long hash) {
        var table = hashes;
        if (table == null) {
            return true;
        }
        int mask = table.length - 1;
        int slot = (int) (hash >>> 20) & mask;
        while (table[slot] != 0) {
            if (table[slot] == hash) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        table[slot] = hash;
        if (++size * 2 > table.length) {
            grow(table);
        }
        return true;
    }

    private void grow(long[] table) {
        if (!take(table.length)) {
            return;
        }
        hashes = new long[table.length * 2];
        size = 0;
        for (long hash : table) {
            if (hash != 0) {
                add(hash);
            }
        }
    }

    private boolean take(int slots) {
        if (allowance.left < slots) {
            answer = Answer.UNKNOWN;
            release();
            return false;
        }
        allowance.left -= slots;
        return true;
    }

    void repeats() {
        answer = Answer.NO;
        release();
    }

    private void release() {
        var table = hashes;
        if (table != null) {
            allowance.left += table.length;
            hashes = null;
        }
    }

    Answer answer() {
        return answer;
    }
}
