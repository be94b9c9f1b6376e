package tw.touchstone.inspection.container;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/// Names of archive members, which older tools store in the machine's own encoding without saying so.
final class MemberNames {

    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, Charset.forName("x-windows-950"), StandardCharsets.ISO_8859_1);

    private MemberNames() {}

    static String of(ZipArchiveEntry entry) {
        var raw = entry.getRawName();
        // Never the library's reading, which makes slashes of backslashes: names are facts.
        if (raw == null) {
            return entry.getName();
        }
        return entry.getGeneralPurposeBit().usesUTF8ForNames() ? new String(raw, StandardCharsets.UTF_8) : decoded(raw);
    }

    /// Whether a name is said to be in Unicode, or happens to be.
    static boolean isUnicode(ZipArchiveEntry entry) {
        var raw = entry.getRawName();
        if (raw == null || entry.getGeneralPurposeBit().usesUTF8ForNames()) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    static String decoded(byte[] raw) {
        for (var charset : CHARSETS) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
            } catch (CharacterCodingException _) {
                // the next one may fit
            }
        }
        throw new IllegalStateException("Latin-1 decodes every byte");
    }
}
