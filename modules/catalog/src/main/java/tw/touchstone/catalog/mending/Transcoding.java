package tw.touchstone.catalog.mending;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.TextEncoding;

/// Writes a text in UTF-8, strictly: a byte that does not decode ends it, nothing is replaced.
final class Transcoding {

    private static final int BUFFER = 1 << 16;

    /// The encoding in an XML declaration, which has to say what the document is in. (XML 1.0, section 4.3.3)
    private static final Pattern XML_ENCODING =
            Pattern.compile("^(<\\?xml[^>]{0,200}?\\sencoding\\s*=\\s*)([\"'])[A-Za-z0-9._-]{1,40}\\2");

    private Transcoding() {}

    /// The charset that an encoding is read by, the one it was found with.
    static Charset charset(TextEncoding encoding) {
        return switch (encoding) {
            case ASCII, UTF_8, UNKNOWN -> StandardCharsets.UTF_8;
            case UTF_16LE -> StandardCharsets.UTF_16LE;
            case UTF_16BE -> StandardCharsets.UTF_16BE;
            case BIG5, CP950 -> Charset.forName("x-windows-950");
            case BIG5_HKSCS -> Charset.forName("Big5-HKSCS");
            case GB18030 -> Charset.forName("GB18030");
            case EUC_TW -> Charset.forName("x-EUC-TW");
            case LATIN_1 -> StandardCharsets.ISO_8859_1;
        };
    }

    static void toUtf8(InputStream from, TextEncoding encoding, OutputStream to) throws IOException, Unwritable {
        var decoder = charset(encoding)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.allocate(BUFFER);
        var chars = CharBuffer.allocate(BUFFER);
        var out = new Utf8Output(to);
        long base = 0;
        boolean end = false;
        while (!end) {
            int room = in.remaining();
            int read = from.readNBytes(in.array(), in.position(), room);
            end = read < room;
            in.position(in.position() + read).flip();
            while (true) {
                var result = decoder.decode(in, chars, end);
                if (result.isError()) {
                    throw undecodable(encoding, base + in.position());
                }
                out.write(chars);
                if (result.isUnderflow()) {
                    break;
                }
            }
            base += in.position();
            in.compact();
        }
        decoder.flush(chars);
        out.write(chars);
        out.end();
    }

    private static Unwritable undecodable(TextEncoding encoding, long offset) {
        return new Unwritable(LangText.of(
                "檔案在位元組 %d 處無法以 %s 解讀".formatted(offset, encoding.display()),
                "the file does not decode as %s at byte %d".formatted(encoding.display(), offset)));
    }

    /// Characters to bytes; takes off the mark that begins the text, and mends an XML declaration.
    private static final class Utf8Output {
        private final OutputStream to;
        private boolean begun;
        private char half;

        Utf8Output(OutputStream to) {
            this.to = to;
        }

        /// Writes what was decoded and empties the buffer.
        void write(CharBuffer chars) throws IOException {
            chars.flip();
            if (chars.hasRemaining()) {
                write((half == 0 ? "" : String.valueOf(half)) + chars);
            }
            chars.clear();
        }

        private void write(String decoded) throws IOException {
            var text = decoded;
            half = 0;
            if (!begun) {
                begun = true;
                text = beginning(text);
            }
            if (!text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1))) {
                half = text.charAt(text.length() - 1);
                text = text.substring(0, text.length() - 1);
            }
            to.write(text.getBytes(StandardCharsets.UTF_8));
        }

        private static String beginning(String text) {
            var unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return XML_ENCODING.matcher(unmarked).replaceFirst(found ->
                    Matcher.quoteReplacement(found.group(1) + found.group(2) + "UTF-8" + found.group(2)));
        }

        void end() throws IOException {
            if (half != 0) {
                to.write('?');
            }
        }
    }
}
