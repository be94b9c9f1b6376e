package tw.touchstone.archive;

import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictDecompress;
import java.io.IOException;
import java.io.UncheckedIOException;

/// What our documents have in common, so that each is written as what is its own.
///
/// The bytes of a released dictionary are part of the file format and never change; a better one is a new file with a
/// new number in [Packed]. ADR 32 says how the first was made.
final class Dictionary {

    /// The first, trained on scorecards, facts and datasets.
    static final Dictionary FIRST = new Dictionary("dictionary-1.zdict");

    // Level 6 saves a further fifth of the space and takes more than three times as long (ADR 32).
    private static final int LEVEL = 3;

    private final ZstdDictCompress packing;
    private final ZstdDictDecompress unpacking;

    private Dictionary(String name) {
        try (var file = Dictionary.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the dictionary " + name + " is missing");
            }
            byte[] bytes = file.readAllBytes();
            packing = new ZstdDictCompress(bytes, LEVEL);
            unpacking = new ZstdDictDecompress(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ZstdDictCompress forPacking() {
        return packing;
    }

    ZstdDictDecompress forUnpacking() {
        return unpacking;
    }
}
