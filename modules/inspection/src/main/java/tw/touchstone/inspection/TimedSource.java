package tw.touchstone.inspection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;

/// Bytes that can be read until a time is up. Every reader gets its bytes here, so none has to know of time, nor to tell
/// a disk that fails from bytes that are broken.
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

    /// What several sources of one inspection share.
    private static final class Clock {
        final long until;
        boolean up;
        boolean failed;

        Clock(Duration cap) {
            until = System.nanoTime() + cap.toNanos();
        }

        void check() {
            if (up || System.nanoTime() - until >= 0) {
                up = true;
                throw new TimeUp();
            }
        }
    }

    private final ByteSource source;
    private final Clock clock;

    TimedSource(ByteSource source, Duration cap) {
        this(source, new Clock(cap));
    }

    private TimedSource(ByteSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /// Other bytes that belong to the same inspection, for example those of a member of an archive.
    TimedSource within(ByteSource member) {
        return new TimedSource(member, clock);
    }

    /// Whether a reader was ever stopped, even one that made something else of it.
    boolean isUp() {
        return clock.up;
    }

    /// Whether the bytes could not be had, even where a reader made something else of it.
    boolean hasFailed() {
        return clock.failed;
    }

    @Override
    public SeekableByteChannel open() throws IOException {
        try {
            return new TimedChannel(source.open());
        } catch (IOException e) {
            clock.failed = true;
            throw e;
        }
    }

    private final class TimedChannel implements SeekableByteChannel {

        private final SeekableByteChannel channel;

        TimedChannel(SeekableByteChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            clock.check();
            try {
                return channel.read(target);
            } catch (IOException e) {
                clock.failed = true;
                throw e;
            }
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
