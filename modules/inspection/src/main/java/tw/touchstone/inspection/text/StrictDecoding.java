package tw.touchstone.inspection.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;

/// What strict decoding in one encoding says about some bytes.
final class StrictDecoding {

    private static final int BUFFER = 1 << 16;
    /// The first half of the pairs of plane 15.
    private static final char FIRST_PRIVATE = 0xDB80;

    private final Findings findings = new Findings();
    private long errors;
    private long han;
    private long frequent;
    private long privateUse;
    private long hongKong;
    private boolean perhapsBeyondBig5;
    private boolean measuring;

    private StrictDecoding() {}

    /// Decodes the first bytes and measures how natural the text is.
    static StrictDecoding ofSample(byte[] bytes, int from, int to, Charset charset) {
        var decoding = new StrictDecoding();
        decoding.measuring = true;
        var in = ByteBuffer.wrap(bytes, from, to - from).slice();
        decoding.decode(in, from, true, charset.newDecoder());
        return decoding;
    }

    /// Decodes everything behind `skip` bytes; how natural the text is has been measured before.
    static StrictDecoding ofAll(ByteSource source, int skip, Charset charset) throws IOException {
        var decoding = new StrictDecoding();
        var decoder = charset.newDecoder();
        try (var channel = source.open()) {
            channel.position(skip);
            var in = ByteBuffer.allocate(BUFFER);
            long base = skip;
            boolean end = false;
            while (!end) {
                end = channel.read(in) < 0;
                in.flip();
                decoding.decode(in, base, end, decoder);
                base += in.position();
                in.compact();
            }
        }
        return decoding;
    }

    private void decode(
            ByteBuffer in, long base, boolean end, CharsetDecoder decoder) {
        boolean units = isWide(decoder.charset());
        // Behind an error the offsets of two bytes for each character no longer hold; then only the error counts.
        long unitsAt = base + in.position();
        decoder.onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        var out = CharBuffer.allocate(Math.min(BUFFER, in.remaining() + 2));
        while (true) {
            CoderResult result = decoder.decode(in, out, end);
            measure(out, units, unitsAt);
            unitsAt += 2L * out.position();
            out.clear();
            if (result.isError()) {
                error(in, base, Math.min(result.length(), in.remaining()));
            } else if (result.isUnderflow()) {
                return;
            }
        }
    }

    private static boolean isWide(Charset charset) {
        return charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
    }

    private void error(ByteBuffer in, long base, int length) {
        errors++;
        if (errors <= Anomaly.SAMPLES) {
            int shown = Math.min(4, in.remaining());
            var bytes = new byte[shown];
            in.get(in.position(), bytes);
            findings.add(
                    AnomalyCode.MALFORMED_BYTES,
                    base + in.position(),
                    HexFormat.ofDelimiter(" ").formatHex(bytes));
        }
        // One byte only: a decoder that takes a following delimiter along would hide where text goes on.
        in.position(in.position() + Math.min(1, length));
    }

    /// @param units  whether each character is two bytes of the file
    /// @param offset of the first of them
    private void measure(CharBuffer out, boolean units, long offset) {
        var chars = out.array();
        int length = out.position();
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (units && (c < ' ' || c >= '\uE000')) {
                unit(c, offset + 2L * i);
            } else if (units && c >= FIRST_PRIVATE && Character.isHighSurrogate(c) && i + 1 < length) {
                // A decoder gives both halves of a pair at once.
                beyond(Character.toCodePoint(c, chars[i + 1]), offset + 2L * i);
            }
            if (c < 0x2E80) {
                perhapsBeyondBig5 |= (c >= 0x2550 && c <= 0x2593) || c == '€';
                continue;
            }
            if (c >= 0xE000 && c <= 0xF8FF) {
                privateUse++;
                han++;
                perhapsBeyondBig5 = true;
            } else if (!measuring) {
                perhapsBeyondBig5 |= Big5Bytes.isBeyond(c);
            } else if (c >= 0x3400 && c < 0xE000) {
                han++;
                if (FrequentCharacters.contains(c)) {
                    frequent++;
                } else if (FrequentCharacters.isHongKong(c)) {
                    hongKong++;
                }
            }
        }
    }

    private void beyond(int codePoint, long offset) {
        if (CharacterKinds.isPrivateBeyond(codePoint)) {
            findings.add(AnomalyCode.PRIVATE_USE_CHARACTER, offset, "U+%04X".formatted(codePoint));
        }
    }

    /// What is odd about a character of UTF-16, whose bytes no other scan understands.
    private void unit(char c, long offset) {
        if (c < ' ') {
            if (c == 0) {
                findings.add(AnomalyCode.NUL, offset, "0000");
            } else if (c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x0B && c != 0x1A && c != 0x1B) {
                findings.add(AnomalyCode.CONTROL_CHARACTER, offset, "%04x".formatted((int) c));
            }
            return;
        }
        switch (CharacterKinds.of(c)) {
            case CharacterKinds.REPLACEMENT -> findings.add(AnomalyCode.REPLACEMENT_CHARACTER, offset, "\uFFFD");
            case CharacterKinds.PRIVATE_USE ->
                findings.add(AnomalyCode.PRIVATE_USE_CHARACTER, offset, "U+%04X".formatted((int) c));
            case CharacterKinds.BYTE_ORDER_MARK -> findings.add(AnomalyCode.STRAY_BYTE_ORDER_MARK, offset, "feff");
            default -> {}
        }
    }

    Findings findings() {
        findings.setCount(AnomalyCode.MALFORMED_BYTES, errors);
        return findings;
    }

    long errors() {
        return errors;
    }

    long han() {
        return han;
    }

    long privateUse() {
        return privateUse;
    }

    /// Whether a text in code page 950 may have characters that Big5 lacks; only its bytes can tell.
    boolean perhapsBeyondBig5() {
        return perhapsBeyondBig5;
    }

    long hongKong() {
        return hongKong;
    }

    /// Share of everyday characters among all ideographs; 1 where there are none.
    double naturalness() {
        return han == 0 ? 1 : (double) (frequent + hongKong) / han;
    }
}
