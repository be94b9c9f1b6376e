package tw.touchstone.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The folder of a store: `lock`, one `store-{n}` folder per generation, and `current`, which names the one in use.
///
/// `current` is replaced by an atomic rename, so a crash leaves either generation whole; any other is removed at start.
final class StoreHome implements AutoCloseable {

    private static final String POINTER = "current";
    private static final String GENERATION = "store-";

    private final Path folder;
    private final FileChannel lock;

    private StoreHome(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// @throws StoreLocked if somebody else has it open
    static StoreHome open(Path folder) {
        try {
            Files.createDirectories(folder);
            var lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isOurs(lock)) {
                lock.close();
                throw new StoreLocked(folder);
            }
            return new StoreHome(folder, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /// The generation in use, after what crashed compactions left is removed.
    ///
    /// @throws IllegalStateException if there are generations, but none is named
    Path current() {
        try {
            var pointer = folder.resolve(POINTER);
            if (!Files.exists(pointer)) {
                if (!generations().isEmpty()) {
                    throw new IllegalStateException("the file 'current' is missing beside " + generations());
                }
                point(folder.resolve(GENERATION + 1));
            }
            var current = folder.resolve(Files.readString(pointer).strip());
            Files.deleteIfExists(folder.resolve(POINTER + ".part"));
            generations().stream().filter(each -> !each.equals(current)).forEach(Generation::delete);
            return current;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A folder for the next generation; it does not exist yet.
    Path next() {
        int last = generations().stream()
                .mapToInt(each -> Integer.parseInt(each.getFileName().toString().substring(GENERATION.length())))
                .max()
                .orElse(0);
        return folder.resolve(GENERATION + (last + 1));
    }

    /// Makes a generation the one in use, durably.
    void point(Path generation) {
        var part = folder.resolve(POINTER + ".part");
        var name = generation.getFileName().toString() + "\n";
        try {
            try (var file = FileChannel.open(
                    part,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                file.write(ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8)));
                file.force(true);
            }
            Files.move(part, folder.resolve(POINTER), StandardCopyOption.ATOMIC_MOVE);
            try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> generations() {
        try (var entries = Files.list(folder)) {
            return entries.filter(each -> each.getFileName().toString().matches(GENERATION + "[1-9][0-9]{0,8}"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
