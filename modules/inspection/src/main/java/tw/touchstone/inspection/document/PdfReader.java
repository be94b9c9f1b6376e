package tw.touchstone.inspection.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.Content;

/// Recognises PDF, its version and whether it is encrypted, by the trailer or the cross-reference stream that the end of
/// the file points to (ISO 32000-1, 7.5.5 and 7.6.1). Nothing else is read.
public final class PdfReader {

    private static final int TAIL = 1 << 16;
    private static final int DICTIONARY = 1 << 12;
    private static final Pattern VERSION = Pattern.compile("^%PDF-\\d\\.\\d");
    private static final Pattern START = Pattern.compile("startxref\\s+(\\d{1,15})\\s+%%EOF\\s*$");
    private static final Pattern ENCRYPT = Pattern.compile("/Encrypt\\s*(\\d+\\s+\\d+\\s+R|<<)");

    private PdfReader() {}

    /// Reads the end of a PDF.
    public static Reading read(ByteSource source, byte[] head, long size) throws IOException {
        var start = new String(head, 0, Math.min(20, head.length), StandardCharsets.ISO_8859_1);
        var version = VERSION.matcher(start);
        var evidence = "begins with " + (version.find() ? version.group() : "%PDF-");
        var tail = text(source, Math.max(0, size - TAIL), (int) Math.min(size, TAIL));
        int trailer = tail.lastIndexOf("trailer");
        boolean encrypted = trailer >= 0 && ENCRYPT.matcher(tail.substring(trailer)).find();
        var at = START.matcher(tail);
        if (!encrypted && at.find()) {
            long offset = Long.parseLong(at.group(1));
            if (offset < size) {
                var section = text(source, offset, (int) Math.min(DICTIONARY, size - offset));
                int stream = section.indexOf("stream");
                encrypted = ENCRYPT.matcher(stream < 0 ? section : section.substring(0, stream)).find();
            }
        }
        return Reading.of(FileFormat.PDF, evidence, encrypted ? new Content.Encrypted() : new Content.Opaque());
    }

    private static String text(ByteSource source, long from, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        try (var channel = source.open()) {
            channel.position(from);
            int count = 1;
            while (bytes.hasRemaining() && count > 0) {
                count = channel.read(bytes);
            }
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
    }
}
