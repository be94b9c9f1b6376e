package tw.touchstone.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import tw.touchstone.archive.Stored.CutOff;
import tw.touchstone.archive.Stored.Empty;
import tw.touchstone.archive.Stored.Kept;
import tw.touchstone.archive.Stored.TooLarge;
import tw.touchstone.model.Sha256;

/// An [Archive] in one directory: large objects are plain files, small ones are packed into `small.sqlite`.
///
/// One process at a time; a second one is refused with [ArchiveInUse]. What a killed process left unfinished is removed
/// when the directory is opened. `small.sqlite` must not be copied while it is open: a backup reads through
/// [#forEach(Consumer)] and [#open(Sha256)].
public final class DirectoryArchive implements Archive {

    /// Objects of this many bytes and more are plain files; documents are if they still have as many when they are packed.
    public static final int LARGE = 64 * 1024;

    /// Documents of this many bytes and more are not packed: unpacking holds all of them in memory.
    static final int LONG = 16 << 20;

    private final DirectoryLock lock;
    private final LargeObjects large;
    private final SmallObjects small;

    private DirectoryArchive(DirectoryLock lock, LargeObjects large, SmallObjects small) {
        this.lock = lock;
        this.large = large;
        this.small = small;
    }

    /// Opens the archive in this directory, which is made where it is missing.
    ///
    /// @throws ArchiveInUse          if another process has it open
    /// @throws IllegalStateException if a newer version wrote it
    public static DirectoryArchive open(Path directory) {
        try {
            Files.createDirectories(directory);
            var lock = DirectoryLock.take(directory);
            try {
                return new DirectoryArchive(
                        lock, new LargeObjects(directory), new SmallObjects(directory.resolve("small.sqlite")));
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the archive " + directory, e);
        }
    }

    @Override
    public Sha256 put(byte[] bytes) {
        return putAll(List.of(bytes)).getFirst();
    }

    @Override
    public List<Sha256> putAll(List<byte[]> documents) {
        var digests = documents.stream().map(Sha256::of).toList();
        var once = new LinkedHashMap<Sha256, byte[]>();
        for (int i = 0; i < digests.size(); i++) {
            once.put(digests.get(i), documents.get(i));
        }
        putAll(once);
        return digests;
    }

    @Override
    public void putAll(Map<Sha256, byte[]> documents) {
        var packed = new ArrayList<Packed>();
        try (var packer = new Packer()) {
            documents.forEach((digest, document) -> {
                var object = document.length < LONG ? Optional.of(packer.pack(digest, document)) : Optional.<Packed>empty();
                object.filter(each -> each.bytes().length < LARGE)
                        .ifPresentOrElse(packed::add, () -> putLarge(document));
            });
        }
        if (packed.size() > 1 || packed.stream().anyMatch(object -> small.size(object.digest()).isEmpty())) {
            small.putAll(packed);
        }
    }

    private Sha256 putLarge(byte[] document) {
        try (var incoming = large.begin()) {
            incoming.write(document, document.length);
            return incoming.keep();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the archive", e);
        }
    }

    @Override
    public Stored put(InputStream in, long maxBytes) {
        var head = new byte[LARGE];
        int length;
        try {
            length = in.readNBytes(head, 0, (int) Math.min(LARGE, Math.max(0, maxBytes) + 1));
        } catch (IOException e) {
            return new CutOff(0, reason(e));
        }
        if (length > maxBytes) {
            return new TooLarge(maxBytes);
        }
        if (length < LARGE) {
            var digest = put(Arrays.copyOf(head, length));
            return length == 0 ? new Empty(digest) : new Kept(digest, length);
        }
        try (var incoming = large.begin()) {
            return receive(incoming, head, in, maxBytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the archive", e);
        }
    }

    private static Stored receive(Incoming incoming, byte[] buffer, InputStream in, long maxBytes) throws IOException {
        long size = 0;
        int length = buffer.length;
        while (length > 0) {
            size += length;
            if (size > maxBytes) {
                return new TooLarge(maxBytes);
            }
            incoming.write(buffer, length);
            try {
                length = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, maxBytes - size + 1));
            } catch (IOException e) {
                return new CutOff(size, reason(e));
            }
        }
        return new Kept(incoming.keep(), size);
    }

    private static String reason(IOException failure) {
        return failure.toString();
    }

    @Override
    public Optional<InputStream> open(Sha256 digest, long offset) {
        if (offset < 0) {
            throw new IllegalArgumentException("an offset is not negative");
        }
        try {
            var file = large.open(digest, offset);
            return file.isPresent() ? file : small.find(digest).map(packed -> stream(packed, offset));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + digest, e);
        }
    }

    private static InputStream stream(Packed packed, long offset) {
        var bytes = packed.unpack()
                .orElseThrow(() ->
                        new UncheckedIOException(new IOException("%s is damaged".formatted(packed.digest()))));
        int from = (int) Math.min(offset, bytes.length);
        return new ByteArrayInputStream(bytes, from, bytes.length - from);
    }

    @Override
    public Optional<Path> file(Sha256 digest) {
        return large.file(digest);
    }

    @Override
    public OptionalLong size(Sha256 digest) {
        try {
            var size = large.size(digest);
            return size.isPresent() ? size : small.size(digest);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + digest, e);
        }
    }

    @Override
    public Integrity verify(Sha256 digest) {
        var file = large.file(digest);
        if (file.isPresent()) {
            return integrity(digest, Digests.of(file.get()));
        }
        return small.find(digest)
                .map(packed -> packed.unpack()
                        .map(bytes -> integrity(digest, Sha256.of(bytes)))
                        .orElse(Integrity.DAMAGED))
                .orElse(Integrity.MISSING);
    }

    private static Integrity integrity(Sha256 expected, Sha256 computed) {
        return expected.equals(computed) ? Integrity.INTACT : Integrity.DAMAGED;
    }

    @Override
    public void delete(Sha256 digest) {
        try {
            large.delete(digest);
            if (small.size(digest).isPresent()) {
                small.delete(digest);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + digest, e);
        }
    }

    @Override
    public void forEach(Consumer<Sha256> action) {
        try {
            large.forEach(action);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the archive", e);
        }
        small.forEach(action);
    }

    @Override
    public void close() {
        try {
            small.close();
        } finally {
            lock.close();
        }
    }
}
