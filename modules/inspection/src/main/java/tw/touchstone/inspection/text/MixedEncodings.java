package tw.touchstone.inspection.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.model.fact.AnomalyCode;

/// Finds out whether a text that is in no one encoding has lines in UTF-8 and lines in Big5, as files that were pasted
/// together have, and where the rarer ones stand.
final class MixedEncodings {

    private static final Charset CP950 = Charset.forName("x-windows-950");
    private static final int LONGEST_LINE = 1 << 16;

    private final Findings utf8 = new Findings();
    private final Findings big5 = new Findings();
    private long utf8Lines;
    private long big5Lines;
    private long others;

    private MixedEncodings() {}

    /// Adds the lines of the rarer encoding, where every line is in one of the two.
    static void find(ByteSource source, Findings findings) throws IOException {
        var mixed = new MixedEncodings();
        mixed.read(source);
        if (mixed.utf8Lines == 0 || mixed.big5Lines == 0 || mixed.others * 10 > mixed.utf8Lines + mixed.big5Lines) {
            return;
        }
        findings.take(AnomalyCode.MIXED_ENCODINGS, mixed.big5Lines <= mixed.utf8Lines ? mixed.big5 : mixed.utf8);
    }

    private void read(ByteSource source) throws IOException {
        var line = new byte[LONGEST_LINE];
        int length = 0;
        boolean high = false;
        long offset = 0;
        long start = 0;
        var buffer = new byte[1 << 16];
        try (var in = new BufferedInputStream(Channels.newInputStream(source.open()), 1 << 16)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    byte b = buffer[i];
                    offset++;
                    if (b == '\n' || b == '\r') {
                        line(line, length, high, start);
                        length = 0;
                        high = false;
                        start = offset;
                    } else if (length < LONGEST_LINE) {
                        line[length++] = b;
                        high |= b < 0;
                    }
                }
            }
        }
        line(line, length, high, start);
    }

    private void line(byte[] line, int length, boolean high, long start) {
        if (!high) {
            return;
        }
        boolean cut = length == LONGEST_LINE;
        if (!cut && decodes(line, length, StandardCharsets.UTF_8)) {
            utf8Lines++;
            utf8.add(AnomalyCode.MIXED_ENCODINGS, start, "UTF-8: " + new String(line, 0, length, StandardCharsets.UTF_8));
        } else if (!cut && decodes(line, length, CP950)) {
            big5Lines++;
            big5.add(AnomalyCode.MIXED_ENCODINGS, start, "Big5: " + new String(line, 0, length, CP950));
        } else {
            others++;
        }
    }

    private static boolean decodes(byte[] line, int length, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(line, 0, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
