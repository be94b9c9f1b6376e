package tw.touchstone.exchange.catalogue;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tw.touchstone.model.DatasetId;

/// Which identifiers a file has more than once, found in a first pass that keeps eight bytes for each row.
///
/// Identifiers are told apart by a 64-bit hash. Two that share one are only held back together; they never merge.
final class RepeatedIdentifiers {

    private final Map<Long, Integer> rows;

    private RepeatedIdentifiers(Map<Long, Integer> rows) {
        this.rows = rows;
    }

    /// Reads the rows to their end, or as far as they will be read later.
    static RepeatedIdentifiers count(RawRows rows, Drafting drafting, Limits limits) throws IOException {
        var hashes = new long[1 << 12];
        int size = 0;
        int read = 0;
        for (var row = rows.next(); row.isPresent() && read < limits.rows(); row = rows.next()) {
            read++;
            if (row.get() instanceof RawRow.Read usable) {
                var id = drafting.identify(usable);
                if (id.isPresent()) {
                    if (size == hashes.length) {
                        hashes = Arrays.copyOf(hashes, size * 2);
                    }
                    hashes[size++] = hash(id.get());
                }
            }
        }
        return new RepeatedIdentifiers(counts(Arrays.copyOf(hashes, size)));
    }

    private static Map<Long, Integer> counts(long[] hashes) {
        Arrays.sort(hashes);
        var counts = new HashMap<Long, Integer>();
        for (int i = 1; i < hashes.length; i++) {
            if (hashes[i] == hashes[i - 1]) {
                counts.merge(hashes[i], 1, (before, one) -> before + one);
            }
        }
        counts.replaceAll((hash, repetitions) -> repetitions + 1);
        return counts;
    }

    /// How many rows share the identifier's hash; 1 where it is the only one.
    int rows(DatasetId id) {
        return rows.getOrDefault(hash(id), 1);
    }

    /// FNV-1a.
    static long hash(DatasetId id) {
        long hash = 0xcbf29ce484222325L;
        var text = id.value();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
