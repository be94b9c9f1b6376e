package tw.touchstone.search;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.apache.lucene.util.BytesRef;

/// The place after which the next page starts: sort key and identifier of the last hit.
///
/// @param seen version of the index it was written on
/// @param near whether the pages are those of the nearest, not of the exact matches
/// @param key  the sort key, as [Ordering] writes it
/// @param id   the identifier of the dataset
record Cursor(long seen, boolean near, BytesRef key, String id) {

    private static final byte VERSION = 2;

    private static final int MAX_LENGTH = 1_000;

    /// The text form, which only the same question reads again.
    String write(SearchQuery query) {
        var idBytes = id.getBytes(StandardCharsets.US_ASCII);
        var bytes = ByteBuffer.allocate(key.length + idBytes.length + 22);
        bytes.put(VERSION).put((byte) (near ? 1 : 0)).putInt(question(query)).putLong(seen);
        bytes.putShort((short) key.length).put(key.bytes, key.offset, key.length).putShort((short) idBytes.length).put(idBytes);
        bytes.putInt(checksum(Arrays.copyOf(bytes.array(), bytes.position())));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// Reads the text form; empty where it is damaged, or was written for another question.
    static Optional<Cursor> read(String text, SearchQuery query) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            int version = bytes.get();
            boolean near = bytes.get() == 1;
            int question = bytes.getInt();
            long seen = bytes.getLong();
            var key = new byte[length(bytes)];
            bytes.get(key);
            var id = new byte[length(bytes)];
            bytes.get(id);
            int sum = checksum(Arrays.copyOf(bytes.array(), bytes.position()));
            boolean ours = version == VERSION
                    && question == question(query)
                    && bytes.getInt() == sum
                    && !bytes.hasRemaining();
            return ours
                    ? Optional.of(new Cursor(seen, near, new BytesRef(key), new String(id, StandardCharsets.US_ASCII)))
                    : Optional.empty();
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static int length(ByteBuffer bytes) {
        int length = Short.toUnsignedInt(bytes.getShort());
        if (length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        return length;
    }

    private static int question(SearchQuery query) {
        var text = new StringBuilder(query.text()).append('\n').append(query.from()).append(query.to());
        query.filters().forEach((facet, values) -> text.append('\n').append(facet).append(new TreeSet<>(values)));
        text.append('\n').append(query.sort()).append(query.grouped()).append(query.series());
        if (query.sort() == SearchQuery.Sort.TITLE) {
            text.append(TitleOrder.of(query.language()));
        }
        return checksum(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static int checksum(byte[] bytes) {
        var sum = new CRC32();
        sum.update(bytes);
        return (int) sum.getValue();
    }
}
