package tw.touchstone.inspection.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/// Counts the entries of a ZIP's central directory before anybody makes objects of them. (APPNOTE 4.3.12 to 4.3.16)
final class ZipDirectory {

    private static final int END = 22;
    private static final int COMMENT = 0xFFFF;
    private static final int ENTRY = 46;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;

    private ZipDirectory() {}

    /// Whether the directory has more entries than a limit. A directory that cannot be found has none.
    static boolean isLongerThan(int limit, SeekableByteChannel channel) throws IOException {
        long size = channel.size();
        if (size < (long) ENTRY * limit) {
            return false;
        }
        var tail = read(channel, Math.max(0, size - END - COMMENT), (int) Math.min(size, END + COMMENT));
        for (int at = tail.limit() - END; at >= 0; at--) {
            if (tail.getInt(at) == END_SIGNATURE) {
                return hasMore(limit, channel, start(channel, tail, at));
            }
        }
        return false;
    }

    private static long start(SeekableByteChannel channel, ByteBuffer tail, int at) throws IOException {
        long start = Integer.toUnsignedLong(tail.getInt(at + 16));
        if (start == 0xFFFFFFFFL && at >= 20 && tail.getInt(at - 20) == LOCATOR_SIGNATURE) {
            return read(channel, tail.getLong(at - 12), 56).getLong(48);
        }
        return start;
    }

    private static boolean hasMore(int limit, SeekableByteChannel channel, long start) throws IOException {
        var buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        buffer.limit(0);
        long position = start;
        int count = 0;
        while (count <= limit) {
            if (buffer.remaining() < ENTRY) {
                if (position < 0 || position >= channel.size()) {
                    return false;
                }
                channel.position(position);
                buffer.clear();
                fill(channel, buffer);
                buffer.flip();
                if (buffer.remaining() < ENTRY) {
                    return false;
                }
            }
            int at = buffer.position();
            if (buffer.getInt(at) != ENTRY_SIGNATURE) {
                return false;
            }
            count++;
            int length = ENTRY + unsigned(buffer, at + 28) + unsigned(buffer, at + 30) + unsigned(buffer, at + 32);
            position += length;
            buffer.position(Math.min(buffer.limit(), at + length));
        }
        return true;
    }

    private static int unsigned(ByteBuffer buffer, int at) {
        return Short.toUnsignedInt(buffer.getShort(at));
    }

    private static ByteBuffer read(SeekableByteChannel channel, long from, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        if (from < 0) {
            throw new IOException("a ZIP directory before the beginning");
        }
        channel.position(from);
        fill(channel, buffer);
        if (buffer.hasRemaining()) {
            throw new IOException("a ZIP directory behind the end");
        }
        return buffer.flip();
    }

    private static void fill(SeekableByteChannel channel, ByteBuffer buffer) throws IOException {
        int count = 1;
        while (buffer.hasRemaining() && count > 0) {
            count = channel.read(buffer);
        }
    }
}
