package tw.touchstone.inspection.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tw.touchstone.model.fact.ValueCount;

/// Counts the values of a column by their hashes: exactly up to a limit, above it the values seen first go on being
/// counted and the number of different ones is estimated.
final class ValueCounter {

    private final int limit;
    private long[] hashes = new long[16];
    private int[] slots = new int[16];
    private long[] counts = new long[8];
    private String[] values = new String[8];
    private int size;
    /// A column whose values were all different up to the limit is not searched for frequent ones any more.
    private boolean allDifferent = true;
    private @Nullable HyperLogLog beyond;

    ValueCounter(int limit) {
        this.limit = limit;
    }

    void add(long valueHash, char[] text, int from, int to) {
        if (allDifferent && beyond != null) {
            beyond.add(valueHash);
            return;
        }
        // Zero marks a free slot.
        long hash = valueHash == 0 ? 1 : valueHash;
        int mask = hashes.length - 1;
        int slot = (int) hash & mask;
        for (long there = hashes[slot]; there != 0; there = hashes[slot]) {
            if (there == hash) {
                counts[slots[slot]]++;
                allDifferent = false;
                return;
            }
            slot = (slot + 1) & mask;
        }
        if (beyond != null) {
            beyond.add(hash);
        } else if (size == limit) {
            beyond = new HyperLogLog();
            for (long known : hashes) {
                if (known != 0) {
                    beyond.add(known);
                }
            }
            beyond.add(hash);
        } else {
            insert(slot, hash, text, from, to);
        }
    }

    private void insert(int slot, long hash, char[] text, int from, int to) {
        if (size == values.length) {
            counts = Arrays.copyOf(counts, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        counts[size] = 1;
        values[size] = new String(text, from, Math.min(to - from, TableCaps.VALUE_CHARS));
        slots[slot] = size;
        hashes[slot] = hash;
        size++;
        if (size * 2 > hashes.length) {
            grow();
        }
    }

    private void grow() {
        var oldHashes = hashes;
        var oldSlots = slots;
        hashes = new long[oldHashes.length * 2];
        slots = new int[oldSlots.length * 2];
        int mask = hashes.length - 1;
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldHashes[i] != 0) {
                int slot = (int) oldHashes[i] & mask;
                while (hashes[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = oldSlots[i];
                hashes[slot] = oldHashes[i];
            }
        }
    }

    long distinct() {
        return beyond == null ? size : Math.max(size, beyond.estimate());
    }

    boolean contains(String value) {
        for (int i = 0; i < size; i++) {
            if (values[i].equals(value)) {
                return true;
            }
        }
        return false;
    }

    /// The most frequent values, ties in order of first appearance.
    List<ValueCount> top(int wanted) {
        return IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> counts[i]).reversed())
                .limit(wanted)
                .map(i -> new ValueCount(values[i], counts[i]))
                .toList();
    }
}
