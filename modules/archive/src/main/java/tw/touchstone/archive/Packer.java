package tw.touchstone.archive;

import java.util.Arrays;
import java.util.zip.Deflater;
import tw.touchstone.model.Sha256;

/// Packs small objects one after the other. Not thread-safe; close it, since it holds memory outside the heap.
final class Packer implements AutoCloseable {

    // On documents like scorecards, level 6 saves a further tenth of the space and takes half as long again.
    private static final int LEVEL = 3;

    private final Deflater deflater = new Deflater(LEVEL, true);

    Packed pack(byte[] object) {
        deflater.reset();
        deflater.setInput(object);
        deflater.finish();
        var packed = new byte[object.length];
        int length = deflater.deflate(packed);
        var digest = Sha256.of(object);
        return deflater.finished() && length < object.length
                ? new Packed(digest, object.length, Packed.DEFLATED, Arrays.copyOf(packed, length))
                : new Packed(digest, object.length, Packed.PLAIN, object);
    }

    @Override
    public void close() {
        deflater.end();
    }
}
