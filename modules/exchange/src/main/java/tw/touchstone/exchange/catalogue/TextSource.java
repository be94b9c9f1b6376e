package tw.touchstone.exchange.catalogue;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A file as text: which encodings it may have, and a reader that counts the bytes it took.
final class TextSource {

    /// Big5 as Windows has it (code page 950), which is what Taiwan's agencies write.
    static final Charset CP950 = Charset.forName("x-windows-950");

    private static final int HEAD = 1 << 16;
    private static final char BOM = '\uFEFF';

    /// Counts what is read.
    static final class Counting extends FilterInputStream {
        private long count;

        private Counting(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }

    private TextSource() {}

    /// The encodings the beginning of the file allows, likeliest first: those in which it has no fault come before
    /// those in which it has one.
    static List<Charset> encodings(Path file) throws IOException {
        byte[] head;
        boolean whole;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
            whole = in.read() < 0;
        }
        if (head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return List.of(StandardCharsets.UTF_8);
        }
        var faultless = new ArrayList<Charset>();
        var faulty = new ArrayList<Charset>();
        for (var charset : List.of(StandardCharsets.UTF_8, CP950)) {
            (decodes(head, whole, charset) ? faultless : faulty).add(charset);
        }
        faultless.addAll(faulty);
        return faultless;
    }

    private static boolean decodes(byte[] head, boolean whole, Charset charset) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return !decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), whole)
                .isError();
    }

    static Counting bytes(Path file) throws IOException {
        return new Counting(Files.newInputStream(file));
    }

    /// Text without byte order mark; what is no text in this encoding becomes U+FFFD.
    static Reader text(Counting bytes, Charset charset) throws IOException {
        var in = new InputStreamReader(
                new BufferedInputStream(bytes, HEAD),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
        var reader = new PushbackReader(in, 1);
        int first = reader.read();
        if (first >= 0 && first != BOM) {
            reader.unread(first);
        }
        return reader;
    }
}
