package tw.touchstone.inspection.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tw.touchstone.model.fact.Contradiction;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TextEncoding;

/// Says for every encoding in which a text is not where its bytes say so first. Looks at the beginning only, where nearly
/// every contradiction shows, so that the cost is bounded.
final class Contradictions {

    /// How much of the beginning is looked at.
    private static final int HEAD = 1 << 18;

    private static final Map<TextEncoding, Charset> DECODED = Map.of(
            TextEncoding.UTF_8, StandardCharsets.UTF_8,
            TextEncoding.CP950, Charset.forName("x-windows-950"),
            TextEncoding.BIG5_HKSCS, Charset.forName("Big5-HKSCS"),
            TextEncoding.GB18030, Charset.forName("GB18030"),
            TextEncoding.EUC_TW, Charset.forName("x-EUC-TW"));

    private final byte[] head;
    private final int length;
    private final boolean whole;
    private final Charset readAs;

    private Contradictions(byte[] head, boolean whole, Charset readAs) {
        this.head = head;
        this.length = Math.min(head.length, HEAD);
        this.whole = whole && length == head.length;
        this.readAs = readAs;
    }

    /// The contradictions, in the order of [TextEncoding].
    ///
    /// @param whole  whether the head is all there is
    /// @param found  the encoding that the text is in
    /// @param readAs how it is read, for counting columns
    static List<Contradiction> of(byte[] head, boolean whole, TextEncoding found, Charset readAs) {
        var looking = new Contradictions(head, whole, readAs);
        var contradictions = new ArrayList<Contradiction>();
        for (var encoding : TextEncoding.values()) {
            // What makes a text CP950 is known, wherever it stands.
            boolean known = encoding == found || (encoding == TextEncoding.BIG5 && found == TextEncoding.CP950);
            int at = known ? -1 : looking.first(encoding, found);
            if (at >= 0) {
                contradictions.add(new Contradiction(encoding, looking.place(at)));
            }
        }
        return contradictions;
    }

    /// The offset of the first bytes that an encoding does not have; -1 where there are none.
    private int first(TextEncoding encoding, TextEncoding found) {
        boolean wide = found == TextEncoding.UTF_16LE || found == TextEncoding.UTF_16BE;
        return switch (encoding) {
            case ASCII -> firstAbove(0x80, 0xFF);
            // The C1 controls stand in no text; where they do, it is CP1252 or something else.
            case LATIN_1 -> wide ? 0 : firstAbove(0x80, 0x9F);
            // Everything decodes as UTF-16; but text in UTF-16 without zero bytes or a mark is not met.
            case UTF_16LE, UTF_16BE -> 0;
            case BIG5 -> wide ? 0 : notBig5();
            case UTF_8, CP950, BIG5_HKSCS, GB18030, EUC_TW -> wide ? 0 : undecodable(encoding);
            case UNKNOWN -> -1;
        };
    }

    private int firstAbove(int low, int high) {
        for (int i = 0; i < length; i++) {
            int value = head[i] & 0xFF;
            if (value >= low && value <= high) {
                return i;
            }
        }
        return -1;
    }

    private int notBig5() {
        int end = undecodable(TextEncoding.CP950);
        int beyond = Big5Bytes.firstBeyond(head, end < 0 ? length : end);
        return beyond < 0 ? end : beyond;
    }

    private int undecodable(TextEncoding encoding) {
        var charset = DECODED.getOrDefault(encoding, StandardCharsets.UTF_8);
        var in = ByteBuffer.wrap(head, 0, length);
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var out = CharBuffer.allocate(Math.min(length + 1, 4_096));
        while (true) {
            var result = decoder.decode(in, out, whole);
            out.clear();
            if (result.isError()) {
                return in.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
        }
    }

    private Place place(int at) {
        var bytes = HexFormat.ofDelimiter(" ").formatHex(head, at, Math.min(head.length, at + 4));
        if (readAs.equals(StandardCharsets.UTF_16LE) || readAs.equals(StandardCharsets.UTF_16BE)) {
            return new Place(1, 1, at, bytes);
        }
        long line = 1;
        int lineStart = 0;
        for (int i = 0; i < at; i++) {
            boolean ends = head[i] == '\n' || (head[i] == '\r' && head[i + 1] != '\n');
            if (ends) {
                line++;
                lineStart = i + 1;
            }
        }
        int mark = lineStart == 0 && at >= 3 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB ? 3 : 0;
        int character = at;
        while (readAs.equals(StandardCharsets.UTF_8) && character > lineStart && (head[character] & 0xC0) == 0x80) {
            character--;
        }
        int column = new String(head, lineStart + mark, Math.max(0, character - lineStart - mark), readAs).length() + 1;
        return new Place(line, column, at, bytes);
    }
}
