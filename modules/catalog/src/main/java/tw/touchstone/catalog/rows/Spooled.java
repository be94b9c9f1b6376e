package tw.touchstone.catalog.rows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// An answer that is made whole before it is sent: a small one in memory, a larger one in a file that goes with it. So a
/// client that reads slowly holds up no engine. For one thread.
public final class Spooled extends OutputStream {

    private static final int IN_MEMORY = 1 << 20;

    private final Path folder;
    private final long most;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;
    private @Nullable OutputStream out;
    private long size;

    /// Says that an answer grew longer than it may.
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;

        TooLong() {
            super("the answer is too long");
        }
    }

    /// @param folder for the file
    /// @param most   bytes that it may have
    Spooled(Path folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        size += length;
        if (size > most) {
            throw new TooLong();
        }
        var spilled = out;
        if (spilled == null && size > IN_MEMORY) {
            file = Files.createTempFile(folder, "answer-", ".tmp");
            spilled = Files.newOutputStream(file);
            out = spilled;
            memory.writeTo(spilled);
            memory.reset();
        }
        if (spilled == null) {
            memory.write(bytes, from, length);
        } else {
            spilled.write(bytes, from, length);
        }
    }

    /// In bytes.
    public long size() {
        return size;
    }

    /// What was written.
    public InputStream open() throws IOException {
        var spilled = out;
        if (spilled != null) {
            spilled.flush();
        }
        var kept = file;
        return kept == null ? new ByteArrayInputStream(memory.toByteArray()) : Files.newInputStream(kept);
    }

    @Override
    public void close() throws IOException {
        var spilled = out;
        if (spilled != null) {
            spilled.close();
        }
        var kept = file;
        if (kept != null) {
            Files.deleteIfExists(kept);
        }
    }
}
