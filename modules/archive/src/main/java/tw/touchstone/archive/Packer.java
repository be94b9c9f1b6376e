package tw.touchstone.archive;

import com.github.luben.zstd.ZstdCompressCtx;
import tw.touchstone.model.Sha256;

/// Packs small objects one after the other. Not thread-safe; close it, since it holds memory outside the heap.
final class Packer implements AutoCloseable {

    private final ZstdCompressCtx context = new ZstdCompressCtx();

    Packer() {
        // Size, dictionary and digest stand in the row beside the bytes: a frame that repeats them is a tenth longer.
        context.setMagicless(true);
        context.setContentSize(false);
        context.setDictID(false);
        context.setChecksum(false);
        context.loadDict(Dictionary.FIRST.forPacking());
    }

    /// @param digest of the object
    Packed pack(Sha256 digest, byte[] object) {
        byte[] packed = context.compress(object);
        return packed.length < object.length
                ? new Packed(digest, object.length, Packed.FIRST_DICTIONARY, packed)
                : new Packed(digest, object.length, Packed.PLAIN, object);
    }

    @Override
    public void close() {
        context.close();
    }
}
