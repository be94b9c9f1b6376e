package tw.touchstone.inspection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;

/// Bytes that can be read until a time is up. Every reader gets its bytes here, so none has to know of time.
///
/// For one inspection and one thread.
final class TimedSource implements ByteSource {

    /// Time was up before the bytes were read.
    ///
    /// Unchecked, so that no reader takes it for broken bytes and makes a fact of it.
    static final class TimeUp extends RuntimeException {
        private static final long serialVersionUID = 1;

        TimeUp() {
            super("the time cap was reached", null, false, false);
        }
    }

    private final ByteSource source;
    private final long until;
    private boolean up;

    TimedSource(ByteSource source, Duration cap) {
        this.source = source;
        this.until = System.nanoTime() + cap.toNanos();
    }

    /// Whether a reader was ever stopped, even one that made something else of it.
    boolean isUp() {
        return up;
    }

    @Override
    public SeekableByteChannel open() throws IOException {
        return new TimedChannel(source.open());
    }

    private void check() {
        if (up || System.nanoTime() - until >= 0) {
            up = true;
            throw new TimeUp();
        }
    }

    private final class TimedChannel implements SeekableByteChannel {

        private final SeekableByteChannel channel;

        TimedChannel(SeekableByteChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            check();
            return channel.read(target);
        }

        @Override
        public int write(ByteBuffer bytes) {
            throw new UnsupportedOperationException("inspected bytes are not written");
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new UnsupportedOperationException("inspected bytes are not written");
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
