package tw.touchstone.inspection.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import tw.touchstone.inspection.ByteSource;

/// Where characters stand, in bytes. Decodes the text once more, up to the last character asked for: only texts with
/// something to show pay.
public final class CharacterOffsets {

    private static final int BUFFER = 1 << 14;

    private final Map<Long, Long> offsets = new TreeMap<>();

    private CharacterOffsets() {}

    /// The byte offsets of characters.
    ///
    /// @param characters how many stand before each, behind the byte order mark and as [DetectedText#open(ByteSource)]
    ///     counts them
    public static Map<Long, Long> of(ByteSource source, DetectedText text, SortedSet<Long> characters)
            throws IOException {
        var found = new CharacterOffsets();
        if (!characters.isEmpty()) {
            found.read(source, text, characters.iterator());
        }
        return found.offsets;
    }

    private void read(ByteSource source, DetectedText text, Iterator<Long> wanted) throws IOException {
        var decoder = text.readAs()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (var channel = source.open()) {
            channel.position(text.skip());
            var in = ByteBuffer.allocate(BUFFER).flip();
            long base = text.skip();
            long characters = 0;
            boolean end = false;
            for (long next = wanted.next(); ; next = wanted.next()) {
                while (characters < next) {
                    var out = CharBuffer.allocate((int) Math.min(BUFFER, next - characters));
                    var result = decoder.decode(in, out, end);
                    characters += out.position();
                    if (result.isUnderflow()) {
                        if (end) {
                            return;
                        }
                        base += in.position();
                        in.compact();
                        end = channel.read(in) < 0;
                        in.flip();
                    } else if (out.position() == 0 && !skipsPair(decoder, in, end)) {
                        return;
                    } else if (out.position() == 0) {
                        characters += 2;
                    }
                }
                if (characters == next) {
                    offsets.put(next, base + in.position());
                }
                if (!wanted.hasNext()) {
                    return;
                }
            }
        }
    }

    /// Goes over a pair of surrogates that the character asked for is the second half of.
    private static boolean skipsPair(CharsetDecoder decoder, ByteBuffer in, boolean end) {
        var pair = CharBuffer.allocate(2);
        CoderResult result = decoder.decode(in, pair, end);
        return !result.isError() && pair.position() == 2;
    }
}
