package tw.touchstone.inspection.tree;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.model.fact.Place;

/// Turns offsets that count characters, as the parser has them, into offsets in bytes of UTF-8. Reads the text once more,
/// up to the last place that is shown: only texts with something to show pay.
final class ByteOffsets {

    private final Map<Long, Long> bytes = new HashMap<>();

    private ByteOffsets() {}

    /// The same facts, their places with offsets in bytes.
    ///
    /// @param skipped bytes before the first character
    static Reading of(Reading read, JsonText.Characters text, long skipped) throws IOException {
        var wanted = new TreeSet<Long>();
        LocatedTrees.places(read).map(Place::offset).filter(offset -> offset >= 0).forEach(wanted::add);
        if (wanted.isEmpty()) {
            return read;
        }
        var offsets = new ByteOffsets();
        try (var reader = text.open()) {
            offsets.read(reader, wanted, skipped);
        }
        return LocatedTrees.placed(read, place ->
                place.offset() < 0 ? place : place.at(offsets.bytes.getOrDefault(place.offset(), -1L)));
    }

    private void read(Reader reader, NavigableSet<Long> wanted, long skipped) throws IOException {
        var buffer = new char[1 << 14];
        long at = 0;
        long offset = skipped;
        var next = wanted.pollFirst();
        for (int count = reader.read(buffer); count >= 0 && next != null; count = reader.read(buffer)) {
            for (int i = 0; i < count; i++, at++) {
                if (next != null && at == next) {
                    bytes.put(next, offset);
                    next = wanted.pollFirst();
                }
                offset += length(buffer[i]);
            }
        }
        if (next != null && at == next) {
            bytes.put(next, offset);
        }
    }

    /// A pair of surrogates is four bytes, which its first half counts for.
    private static int length(char c) {
        if (c < 0x80) {
            return 1;
        }
        if (c < 0x800) {
            return 2;
        }
        return Character.isHighSurrogate(c) ? 4 : Character.isLowSurrogate(c) ? 0 : 3;
    }
}
