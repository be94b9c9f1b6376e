package tw.touchstone.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The one data directory of a catalogue, held by at most one process.
///
/// @param folder where everything is kept
public record Home(Path folder) {

    /// The triple store.
    public Path store() {
        return folder.resolve("store");
    }

    /// Bytes, facts and scorecards.
    public Path archive() {
        return folder.resolve("archive");
    }

    /// The search index; derived, may be deleted while the catalogue is stopped.
    public Path index() {
        return folder.resolve("index");
    }

    /// Rows of kept files as Parquet; derived, made again where they are missing.
    public Path rows() {
        return folder.resolve("rows");
    }

    /// The event log of views and downloads.
    public Path usage() {
        return folder.resolve("usage");
    }

    /// Accounts, jobs and the index of scorecards.
    public Path database() {
        return folder.resolve("touchstone.sqlite");
    }

    /// The secret by which what is in the database is encrypted.
    public Path key() {
        return folder.resolve("key");
    }

    /// What labels are signed with; only its owner may read it.
    public Path signingKeys() {
        return folder.resolve("signing-keys.json");
    }

    /// Files on their way: uploads in pieces, imports, copies under inspection.
    public Path incoming() {
        return folder.resolve("incoming");
    }

    /// Catalogue files that wait for their import or are under way.
    public Path imports() {
        return folder.resolve("imports");
    }

    /// What a running server tells other processes of the same user.
    public Path run() {
        return folder.resolve("run");
    }

    /// The base of the IRIs this home was begun with, by which everything in its store is named; empty for a new home.
    ///
    /// @throws UncheckedIOException if it cannot be read
    public Optional<URI> recordedBase() {
        var file = folder.resolve("base-iri");
        try {
            return Files.exists(file)
                    ? Optional.of(URI.create(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /// Notes the base of a new home.
    void recordBase(URI base) {
        try {
            Files.writeString(folder.resolve("base-iri"), base + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the home " + folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    /// Creates the folder where it is missing and takes hold of it; empty where another process has it.
    ///
    /// @throws UncheckedIOException if the folder cannot be created or written
    public Optional<Hold> hold() {
        try {
            Files.createDirectories(folder);
            Files.createDirectories(run());
            Files.createDirectories(incoming());
            var channel = FileChannel.open(
                    folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock.isEmpty()) {
                channel.close();
            }
            return lock.map(held -> new Hold(channel, held));
        } catch (IOException e) {
            throw new UncheckedIOException("the home " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    /// The hold on a home; ends when it is closed or the process dies.
    public static final class Hold implements AutoCloseable {
        private final FileChannel channel;
        private final FileLock lock;

        private Hold(FileChannel channel, FileLock lock) {
            this.channel = channel;
            this.lock = lock;
        }

        @Override
        public void close() {
            try {
                lock.release();
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
