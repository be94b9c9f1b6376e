package tw.touchstone.inspection.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.model.fact.TextEncoding;

/// Where lines begin, in bytes. Reads the text once more, up to the last line asked for: only texts with something to
/// show pay.
public final class LineOffsets {

    private final boolean wide;
    private final boolean little;
    private final Map<Long, Long> offsets = new TreeMap<>();

    private LineOffsets(TextEncoding encoding) {
        this.little = encoding == TextEncoding.UTF_16LE;
        this.wide = little || encoding == TextEncoding.UTF_16BE;
    }

    /// The offsets of lines, counted from 1; a CR and an LF behind it end one line.
    public static Map<Long, Long> of(ByteSource source, DetectedText text, SortedSet<Long> lines) throws IOException {
        var found = new LineOffsets(text.facts().encoding());
        if (!lines.isEmpty()) {
            try (var in = text.openBytes(source)) {
                found.read(in, text.skip(), lines);
            }
        }
        return found.offsets;
    }

    private void read(InputStream in, int skip, SortedSet<Long> lines) throws IOException {
        var wanted = lines.iterator();
        long next = wanted.next();
        long line = 1;
        long offset = skip;
        boolean afterCr = false;
        int pending = -1;
        if (next == 1) {
            offsets.put(1L, offset);
            next = wanted.hasNext() ? wanted.next() : Long.MAX_VALUE;
        }
        var buffer = new byte[1 << 16];
        for (int count = in.read(buffer); count >= 0 && next != Long.MAX_VALUE; count = in.read(buffer)) {
            for (int i = 0; i < count; i++) {
                int unit = buffer[i] & 0xFF;
                offset++;
                if (wide) {
                    if (pending < 0) {
                        pending = unit;
                        continue;
                    }
                    unit = little ? unit << 8 | pending : pending << 8 | unit;
                    pending = -1;
                }
                if (unit > '\r' && !afterCr) {
                    continue;
                }
                boolean begins = afterCr ? unit != '\n' : unit == '\n';
                if (begins || (afterCr && unit == '\n')) {
                    line++;
                    // Behind a CR alone the character just read is the first of the line.
                    long start = afterCr && unit != '\n' ? offset - (wide ? 2 : 1) : offset;
                    if (line == next) {
                        offsets.put(line, start);
                        if (!wanted.hasNext()) {
                            return;
                        }
                        next = wanted.next();
                    }
                }
                afterCr = unit == '\r';
            }
        }
        if (afterCr && line + 1 == next) {
            offsets.put(line + 1, offset);
        }
    }
}
