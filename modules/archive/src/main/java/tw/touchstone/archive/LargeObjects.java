package tw.touchstone.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import tw.touchstone.model.Sha256;

/// Objects as plain files `objects/ab/cdef…`, each finished under `incoming/` before it gets its name.
final class LargeObjects {

    private final Path incoming;
    private final Path objects;

    LargeObjects(Path directory) throws IOException {
        incoming = Files.createDirectories(directory.resolve("incoming"));
        objects = Files.createDirectories(directory.resolve("objects"));
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(incoming)) {
            for (Path leftover : leftovers) {
                Files.delete(leftover);
            }
        }
        force(directory);
    }

    Incoming begin() throws IOException {
        return new Incoming(this, Files.createTempFile(incoming, "object", ".part"));
    }

    void keep(Path finished, Sha256 digest, long size) throws IOException {
        Path target = path(digest);
        // An object of the wrong length was damaged after it was written: the fresh copy heals it.
        if (Files.isRegularFile(target) && Files.size(target) == size) {
            Files.delete(finished);
            return;
        }
        Path folder = folder(digest);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            force(objects);
        }
        Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
    }

    Optional<Path> file(Sha256 digest) {
        Path path = path(digest);
        return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
    }

    OptionalLong size(Sha256 digest) throws IOException {
        try {
            return OptionalLong.of(Files.size(path(digest)));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        }
    }

    Optional<InputStream> open(Sha256 digest, long offset) throws IOException {
        try {
            var channel = FileChannel.open(path(digest), StandardOpenOption.READ);
            channel.position(offset);
            return Optional.of(Channels.newInputStream(channel));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void delete(Sha256 digest) throws IOException {
        if (Files.deleteIfExists(path(digest))) {
            force(folder(digest));
        }
    }

    void forEach(Consumer<Sha256> action) throws IOException {
        try (var folders = Files.newDirectoryStream(objects)) {
            for (Path folder : folders) {
                try (var files = Files.newDirectoryStream(folder)) {
                    for (Path file : files) {
                        String hex = folder.getFileName().toString() + file.getFileName();
                        if (Sha256.isValid(hex)) {
                            action.accept(new Sha256(hex));
                        }
                    }
                }
            }
        }
    }

    /// A name in a directory is durable only once the directory itself is.
    private static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void discard(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + unfinished, e);
        }
    }

    private Path folder(Sha256 digest) {
        return objects.resolve(digest.hex().substring(0, 2));
    }

    private Path path(Sha256 digest) {
        return folder(digest).resolve(digest.hex().substring(2));
    }
}
