package tw.touchstone.inspection.columnar;

import dev.hardwood.InputFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;
import tw.touchstone.inspection.ByteSource;

/// The bytes under inspection as the library wants them. Safe for use by several threads.
final class SourceFile implements InputFile {

    /// A read larger than this is no page of a column that is read.
    private static final int LARGEST = 40 << 20;

    private static final int TAIL = 8;

    private final ByteSource source;
    private final long size;
    private @Nullable SeekableByteChannel channel;

    SourceFile(ByteSource source, long size) {
        this.source = source;
        this.size = size;
    }

    /// Length of the footer; -1 where the file does not end as it should.
    long footerLength() throws IOException {
        if (size < 2L * TAIL) {
            return -1;
        }
        try (var file = source.open()) {
            var tail = ByteBuffer.allocate(TAIL).order(ByteOrder.LITTLE_ENDIAN);
            file.position(size - TAIL);
            fill(file, tail);
            long length = Integer.toUnsignedLong(tail.getInt(0));
            boolean marked = tail.get(4) == 'P' && tail.get(5) == 'A' && tail.get(6) == 'R' && tail.get(7) == '1';
            return marked && length <= size - TAIL - 4 ? length : -1;
        }
    }

    @Override
    public synchronized void open() throws IOException {
        if (channel == null) {
            channel = source.open();
        }
    }

    @Override
    public synchronized ByteBuffer readRange(long from, int length) throws IOException {
        var file = channel;
        if (file == null) {
            throw new IOException("not open");
        }
        if (from < 0 || length < 0 || length > LARGEST || from + length > size) {
            throw new IOException("bytes %d to %d of %d".formatted(from, from + length, size));
        }
        var bytes = ByteBuffer.allocate(length);
        file.position(from);
        fill(file, bytes);
        return bytes.flip();
    }

    private static void fill(SeekableByteChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (file.read(bytes) < 0) {
                throw new EOFException("the file breaks off");
            }
        }
    }

    @Override
    public long length() {
        return size;
    }

    @Override
    public String name() {
        return "bytes";
    }

    @Override
    public synchronized void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
