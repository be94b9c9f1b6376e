package tw.touchstone.archive;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import tw.touchstone.model.Sha256;

/// A small object as it is written. Not a record, because records of arrays compare wrongly.
final class Packed {

    /// How the bytes are written; the number is part of the file format.
    static final int PLAIN = 0;

    /// Raw DEFLATE (RFC 1951): how archives of format 1 were written.
    static final int DEFLATED = 1;

    /// A Zstandard frame without its magic number (RFC 8878), against [Dictionary#FIRST].
    static final int FIRST_DICTIONARY = 2;

    private final Sha256 digest;
    private final int size;
    private final int packing;
    private final byte[] bytes;

    Packed(Sha256 digest, int size, int packing, byte[] bytes) {
        this.digest = digest;
        this.size = size;
        this.packing = packing;
        this.bytes = bytes;
    }

    Sha256 digest() {
        return digest;
    }

    /// Of the object, in bytes.
    int size() {
        return size;
    }

    int packing() {
        return packing;
    }

    byte[] bytes() {
        return bytes;
    }

    /// The object; empty where the written bytes can no longer be unpacked to its size.
    Optional<byte[]> unpack() {
        return switch (packing) {
            case PLAIN -> bytes.length == size ? Optional.of(bytes) : Optional.empty();
            case DEFLATED -> inflate();
            case FIRST_DICTIONARY -> decompress(Dictionary.FIRST);
            default -> Optional.empty();
        };
    }

    private Optional<byte[]> decompress(Dictionary dictionary) {
        try (var context = new ZstdDecompressCtx()) {
            context.setMagicless(true);
            context.loadDict(dictionary.forUnpacking());
            var object = new byte[size];
            int length = context.decompressByteArray(object, 0, size, bytes, 0, bytes.length);
            return length == size ? Optional.of(object) : Optional.empty();
        } catch (ZstdException e) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> inflate() {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(bytes);
            var object = new byte[size];
            int length = inflater.inflate(object);
            return length == size ? Optional.of(object) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
