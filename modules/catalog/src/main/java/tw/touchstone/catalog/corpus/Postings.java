package tw.touchstone.catalog.corpus;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Which numbers stand under which keys, in four arrays: half a million of them must not cost half a million objects.
///
/// Nothing is taken out; whoever has many dead numbers writes a new one. Not thread-safe.
final class Postings {

    private static final int NONE = -1;

    private int[] heads;
    private int[] next;
    private int[] keys;
    private int[] numbers;
    private int size;

    Postings() {
        heads = new int[1 << 10];
        Arrays.fill(heads, NONE);
        next = new int[heads.length];
        keys = new int[heads.length];
        numbers = new int[heads.length];
    }

    void add(int key, int number) {
        if (size == next.length) {
            grow();
        }
        keys[size] = key;
        numbers[size] = number;
        link(size++);
    }

    /// Shows what stands under a key, the latest first.
    void each(int key, IntConsumer action) {
        for (int at = heads[place(key)]; at != NONE; at = next[at]) {
            if (keys[at] == key) {
                action.accept(numbers[at]);
            }
        }
    }

    private void grow() {
        int room = next.length * 2;
        next = new int[room];
        keys = Arrays.copyOf(keys, room);
        numbers = Arrays.copyOf(numbers, room);
        heads = new int[room];
        Arrays.fill(heads, NONE);
        for (int at = 0; at < size; at++) {
            link(at);
        }
    }

    private void link(int at) {
        int place = place(keys[at]);
        next[at] = heads[place];
        heads[place] = at;
    }

    private int place(int key) {
        return (key ^ key >>> 15) & heads.length - 1;
    }
}
