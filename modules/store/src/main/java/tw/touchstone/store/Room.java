package tw.touchstone.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Keeps writers off a disk that is nearly full.
///
/// TDB2 writes its blocks through mapped memory, where a full disk shows as a fault in the middle of whatever touched the
/// page, not as an [IOException] of a write. So a transaction begins only where there is room for the greatest that we
/// make, and what lies beside the store on the same disk keeps some room too.
///
/// @param reserve bytes that stay free
record Room(Path folder, long reserve) {

    /// A thousand datasets, the most that are committed at once, add about 30 MB.
    static final long RESERVE = 128L << 20;

    /// @throws UncheckedIOException if less than the reserve is left, or nobody can tell
    void require() {
        try {
            long left = Files.getFileStore(folder).getUsableSpace();
            if (left < reserve) {
                var said = "only %,d MB are left on the disk of %s, and the store writes while %,d MB are free"
                        .formatted(left >> 20, folder, reserve >> 20);
                throw new UncheckedIOException(said, new IOException(said));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
