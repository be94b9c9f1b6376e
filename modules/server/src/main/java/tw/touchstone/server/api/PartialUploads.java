package tw.touchstone.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Sha256;

/// Files that come in pieces, because connections break: what has arrived is kept until the rest does.
///
/// A piece belongs to one distribution and one account. Pieces survive a restart; those that nobody continued for a
/// week go with the next start. Thread-safe.
@Component
class PartialUploads {

    private static final Duration FORGOTTEN = Duration.ofDays(7);
    private static final String PREFIX = "upload-";
    private static final int BUFFER = 64 << 10;
    private static final int END = -1;
    private static final int BROKEN = -2;

    private final Path incoming;
    private final long limit;
    private final Set<Path> busy = ConcurrentHashMap.newKeySet();

    PartialUploads(Catalog catalog, Clock clock) {
        this.incoming = catalog.settings().home().incoming();
        this.limit = catalog.settings().uploadLimit();
        forget(clock.instant().minus(FORGOTTEN));
    }

    /// What became of a piece.
    sealed interface Piece {
        /// It is kept, behind what was there.
        ///
        /// @param total bytes of the file so far
        record Kept(Path file, long total) implements Piece {}

        /// It does not begin where the last one ended, or another piece is just coming.
        record Misplaced(long expected) implements Piece {}

        /// The connection broke; what came is kept.
        record CutOff(long total) implements Piece {}

        /// The file would be too large; nothing of it is kept.
        record TooLarge(long limit) implements Piece {}
    }

    /// How many bytes of a file have arrived.
    long received(DistributionId distribution, Account account) {
        return size(file(distribution, account));
    }

    /// Puts a piece behind what has arrived.
    Piece append(DistributionId distribution, Account account, long offset, InputStream piece) {
        var file = file(distribution, account);
        if (!busy.add(file)) {
            return new Piece.Misplaced(size(file));
        }
        try {
            long before = size(file);
            return offset == before ? append(file, before, piece) : new Piece.Misplaced(before);
        } finally {
            busy.remove(file);
        }
    }

    private Piece append(Path file, long before, InputStream piece) {
        long total = before;
        try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var buffer = new byte[BUFFER];
            for (int read = read(piece, buffer); read != END; read = read(piece, buffer)) {
                if (read == BROKEN) {
                    return new Piece.CutOff(total);
                }
                if (total + read > limit) {
                    delete(file);
                    return new Piece.TooLarge(limit);
                }
                out.write(buffer, 0, read);
                total += read;
            }
            return new Piece.Kept(file, total);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a piece of an upload", e);
        }
    }

    /// Trouble of the sender is told apart from trouble of our disk.
    private static int read(InputStream piece, byte[] buffer) {
        try {
            return piece.read(buffer);
        } catch (IOException brokenConnection) {
            return BROKEN;
        }
    }

    /// Lets go of a file that is complete.
    void forget(DistributionId distribution, Account account) {
        delete(file(distribution, account));
    }

    private Path file(DistributionId distribution, Account account) {
        var name = Sha256.of((distribution + "\n" + account.id()).getBytes(StandardCharsets.UTF_8));
        return incoming.resolve(PREFIX + name.hex());
    }

    private void forget(Instant before) {
        try (var files = Files.newDirectoryStream(incoming, PREFIX + "*")) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
