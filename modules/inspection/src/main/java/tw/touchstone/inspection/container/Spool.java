package tw.touchstone.inspection.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.touchstone.inspection.ByteSource;

/// Unpacked bytes that can be read again: in memory while they are few, in a temporary file above.
public final class Spool implements ByteSource, AutoCloseable {

    private static final int IN_MEMORY = 1 << 20;

    private final byte[] memory;
    private final long size;
    private final @Nullable Path file;
    private final boolean whole;
    private final Optional<IOException> failure;

    private Spool(byte[] memory, @Nullable Path file, long size, boolean whole, Optional<IOException> failure) {
        this.memory = memory;
        this.file = file;
        this.size = size;
        this.whole = whole;
        this.failure = failure;
    }

    /// Takes in a stream up to a cap; a stream that fails is kept up to there.
    public static Spool of(InputStream in, long cap) throws IOException {
        var buffer = new byte[1 << 16];
        var memory = new byte[0];
        int kept = 0;
        long size = 0;
        Path file = null;
        OutputStream out = null;
        Optional<IOException> failure = Optional.empty();
        try {
            while (size <= cap) {
                int count;
                try {
                    count = in.read(buffer);
                } catch (IOException e) {
                    failure = Optional.of(e);
                    break;
                } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
                    failure = Optional.of(new IOException("broken packing", e));
                    break;
                }
                if (count < 0) {
                    break;
                }
                size += count;
                if (out == null && size > IN_MEMORY) {
                    file = Files.createTempFile("touchstone-", ".unpacked");
                    out = Files.newOutputStream(file);
                    out.write(memory, 0, kept);
                    memory = Arrays.copyOf(memory, Math.min(kept, MemberInspector.HEAD));
                }
                if (out != null) {
                    out.write(buffer, 0, count);
                } else {
                    if (memory.length < kept + count) {
                        memory = Arrays.copyOf(memory, Math.max(kept + count, memory.length * 2));
                    }
                    System.arraycopy(buffer, 0, memory, kept, count);
                    kept += count;
                }
            }
        } catch (IOException | RuntimeException e) {
            close(out);
            delete(file);
            throw e;
        }
        close(out);
        return new Spool(file == null ? Arrays.copyOf(memory, kept) : memory, file, size, size <= cap, failure);
    }

    private static void close(@Nullable OutputStream out) throws IOException {
        if (out != null) {
            out.close();
        }
    }

    private static void delete(@Nullable Path file) throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    /// The first bytes.
    byte[] head() {
        return memory.length <= MemberInspector.HEAD ? memory : Arrays.copyOf(memory, MemberInspector.HEAD);
    }

    public long size() {
        return size;
    }

    /// Whether the stream ended before the cap.
    public boolean isWhole() {
        return whole;
    }

    /// Why the stream could not be read to its end.
    public Optional<IOException> failure() {
        return failure;
    }

    /// All bytes, where they are in memory: to be asked where there is no file.
    public byte[] bytes() {
        return memory;
    }

    /// The temporary file; empty where the bytes are in memory.
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    @Override
    public SeekableByteChannel open() throws IOException {
        return file == null ? ByteSource.of(memory).open() : ByteSource.of(file).open();
    }

    @Override
    public void close() throws IOException {
        delete(file);
    }
}
