package tw.touchstone.inspection.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Texts that cells refer to by number: in memory while they are few, above in a temporary file that is mapped, so that
/// a table of any size costs a few bytes of heap for each text. (ECMA-376 part 1, 18.4)
final class SharedStrings implements AutoCloseable {

    /// Texts that are kept; nothing more than this fits into four sheets of two columns.
    static final int TEXTS = 8_000_000;

    private static final int IN_MEMORY = 8 << 20;
    private static final long ON_DISK = 2L << 30;

    private byte[] memory = new byte[1 << 12];
    private int used;
    private long size;
    private long[] ends = new long[1 << 10];
    private int count;
    private boolean capped;
    private @Nullable Path file;
    private @Nullable OutputStream out;
    private @Nullable Arena arena;
    private @Nullable MemorySegment mapped;

    /// Adds the next text; false where no more are kept.
    boolean add(CharSequence text) throws IOException {
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (count == TEXTS || size + bytes.length > ON_DISK) {
            capped = true;
            return false;
        }
        if (used + bytes.length > IN_MEMORY || bytes.length > IN_MEMORY) {
            spill();
        }
        if (used + bytes.length > memory.length) {
            memory = Arrays.copyOf(memory, Math.max(used + bytes.length, memory.length * 2));
        }
        System.arraycopy(bytes, 0, memory, used, bytes.length);
        used += bytes.length;
        size += bytes.length;
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count + (count >> 1));
        }
        ends[count++] = size;
        return true;
    }

    private void spill() throws IOException {
        var to = out;
        if (to == null) {
            var created = Files.createTempFile("touchstone-", ".strings");
            file = created;
            to = Files.newOutputStream(created);
            out = to;
        }
        to.write(memory, 0, used);
        used = 0;
    }

    /// Ends adding.
    void ready() throws IOException {
        var to = out;
        var path = file;
        if (to != null && path != null) {
            spill();
            to.close();
            out = null;
            memory = new byte[0];
            var open = Arena.ofConfined();
            arena = open;
            try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
                mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, open);
            }
        }
    }

    /// Whether there were more texts than are kept.
    boolean isCapped() {
        return capped;
    }

    /// A text by its number, counted from 0.
    Optional<String> get(int number) {
        if (number < 0 || number >= count) {
            return Optional.empty();
        }
        long from = number == 0 ? 0 : ends[number - 1];
        int length = (int) (ends[number] - from);
        var segment = mapped;
        if (segment == null) {
            return Optional.of(new String(memory, (int) from, length, StandardCharsets.UTF_8));
        }
        var bytes = new byte[length];
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, from, bytes, 0, length);
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
        if (arena != null) {
            arena.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
