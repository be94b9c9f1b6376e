package tw.touchstone.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tw.touchstone.model.Sha256;

/// Computes the digest of a file.
final class Digests {

    private static final int BUFFER = 64 * 1024;

    private Digests() {}

    static Sha256 of(Path file) {
        var digest = Sha256.newDigest();
        var buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                digest.update(buffer, 0, length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return Sha256.of(digest);
    }
}
