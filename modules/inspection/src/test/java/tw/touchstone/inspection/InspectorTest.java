package tw.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tw.touchstone.inspection.Inspection.NotInspected;

/// What is our trouble never becomes a fact about the bytes.
@Timeout(60)
class InspectorTest {

    @Test
    void wakesWhoWaitsForBytesThatNeverCome() {
        ByteSource silent = () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
            throw new IllegalStateException("nobody counts down");
        };

        assertThat(new Inspector(Duration.ofMillis(50)).inspect(silent)).isEqualTo(new NotInspected("time-cap"));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void givesNoFactsWhereTheThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThat(new Inspector().inspect(ByteSource.of(ParquetFiles.table(3)))).isEqualTo(new NotInspected("unreadable"));
        assertThat(Thread.interrupted()).as("still").isTrue();
    }

    /// A reader of archives takes every failure for a broken archive; the source knows better.
    @Test
    void tellsADiskThatFailsFromBytesThatAreBroken() {
        var zip = Archives.zip(StandardCharsets.UTF_8, "a.csv", "a,b\n1,2\n");
        var reads = new AtomicInteger();
        assertThat(new Inspector().inspect(failing(zip, reads, Integer.MAX_VALUE))).isInstanceOf(Inspection.Inspected.class);
        assertThat(reads).hasValueGreaterThan(3);
        for (int last = 1; last <= reads.get(); last++) {
            assertThat(new Inspector().inspect(failing(zip, new AtomicInteger(), last)))
                    .as("failing at read %d", last)
                    .isEqualTo(new NotInspected("unreadable"));
        }
    }

    private static ByteSource failing(byte[] bytes, AtomicInteger reads, int last) {
        return () -> new FailingChannel(new SeekableInMemoryByteChannel(bytes), reads, last);
    }

    private record FailingChannel(SeekableByteChannel channel, AtomicInteger reads, int last)
            implements SeekableByteChannel {

        @Override
        public int read(ByteBuffer target) throws IOException {
            if (reads.incrementAndGet() >= last) {
                throw new IOException("the disk does not answer");
            }
            return channel.read(target);
        }

        @Override
        public int write(ByteBuffer source) {
            throw new UnsupportedOperationException();
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
            throw new UnsupportedOperationException();
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
