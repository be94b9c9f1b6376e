package tw.touchstone.catalog.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tw.touchstone.model.Sha256;

/// A file that was received whole.
///
/// @param at where it is until it is submitted or dropped
public record ReceivedFile(Path at, Sha256 digest, long size) {

    private static final int BUFFER = 1 << 16;

    static Optional<ReceivedFile> of(InputStream bytes, long limit, Path incoming) throws IOException {
        var file = Files.createTempFile(incoming, "import-", ".tmp");
        boolean whole = false;
        try (var out = Files.newOutputStream(file)) {
            var digest = Sha256.newDigest();
            var buffer = new byte[BUFFER];
            long size = 0;
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                size += read;
                if (size > limit) {
                    return Optional.empty();
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            whole = true;
            return Optional.of(new ReceivedFile(file, Sha256.of(digest), size));
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Deletes the file where it was not submitted.
    public void drop() {
        try {
            Files.deleteIfExists(at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
