package tw.touchstone.inspection.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tw.touchstone.model.fact.ValueCount;

/// Counts the values of a column by their hashes: exactly up to a limit, above it the values seen first go on being
/// counted and the number of different ones is estimated.
///
/// With each counted value goes what was read of it, so that a value that comes again costs no second reading.
final class ValueCounter {

    private final int limit;
    private final UniqueHashes unique;
    private long[] hashes = new long[16];
    private int[] slots = new int[16];
    private long[] counts = new long[8];
    private String[] values = new String[8];
    private int[] kinds = new int[8];
    private long[] forms = new long[8];
    private int size;
    private int free;
    /// A column whose values were all different up to the limit is not searched for frequent ones any more.
    private boolean allDifferent = true;
    private @Nullable HyperLogLog beyond;

    /// @param limit  of values counted exactly
    /// @param unique remembers values beyond the limit
    ValueCounter(int limit, UniqueHashes unique) {
        this.limit = limit;
        this.unique = unique;
    }

    /// The number of a value that was counted before, which is counted once more; -1 where it is new.
    int again(long valueHash) {
        if (beyond != null && allDifferent) {
            return -1;
        }
        // Zero marks a free slot.
        long hash = valueHash == 0 ? 1 : valueHash;
        int mask = hashes.length - 1;
        int slot = (int) hash & mask;
        for (long there = hashes[slot]; there != 0; there = hashes[slot]) {
            if (there == hash) {
                counts[slots[slot]]++;
                allDifferent = false;
                return slots[slot];
            }
            slot = (slot + 1) & mask;
        }
        free = slot;
        return -1;
    }

    /// Adds the value that [#again(long)] just called new.
    ///
    /// @param remember whether the value has to be remembered to know whether it comes again
    /// @return whether what was read of it is kept; otherwise the caller has to count it
    boolean add(long valueHash, char[] text, int from, int to, int kind, long form, boolean remember) {
        long hash = valueHash == 0 ? 1 : valueHash;
        if (beyond == null && size < limit) {
            insert(free, hash, text, from, to, kind, form);
            return true;
        }
        if (beyond == null) {
            beyond = new HyperLogLog();
            for (long known : hashes) {
                if (known != 0) {
                    beyond.add(known);
                }
            }
        }
        beyond.add(hash);
        if (allDifferent) {
            unique.take(hash, hashes, remember);
        }
        return false;
    }

    private void insert(int slot, long hash, char[] text, int from, int to, int kind, long form) {
        if (size == values.length) {
            counts = Arrays.copyOf(counts, size * 2);
            values = Arrays.copyOf(values, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
            forms = Arrays.copyOf(forms, size * 2);
        }
        counts[size] = 1;
        values[size] = new String(text, from, Math.min(to - from, TableCaps.KEPT_CHARS));
        kinds[size] = kind;
        forms[size] = form;
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

    int size() {
        return size;
    }

    int kind(int value) {
        return kinds[value];
    }

    long form(int value) {
        return forms[value];
    }

    long count(int value) {
        return counts[value];
    }

    long distinct() {
        return beyond == null ? size : Math.max(size, beyond.estimate());
    }

    /// Whether no value stands twice; nothing is known where there were too many to remember.
    UniqueHashes.Answer isUnique() {
        if (!allDifferent) {
            return UniqueHashes.Answer.NO;
        }
        return beyond == null ? UniqueHashes.Answer.YES : unique.answer();
    }

    /// Whether every value is counted.
    boolean isExact() {
        return beyond == null;
    }

    /// Whether four of five counted values have Chinese characters.
    boolean isMostlyHan() {
        long han = 0;
        long all = 0;
        for (int i = 0; i < size; i++) {
            all += counts[i];
            han += values[i].codePoints().anyMatch(Character::isIdeographic) ? counts[i] : 0;
        }
        return han * 5 >= all * 4 && han > 0;
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
