package tw.touchstone.catalog.querying;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import org.apache.jena.query.QueryCancelledException;

/// Watches what one query has cost so far, on the thread that runs it.
///
/// Each row, each block of the answer and each step of a regular expression asks here; a watchman asks too, and calls the
/// engine off where it makes no rows.
final class Budget {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final QueryLimits limits;
    private final long thread = Thread.currentThread().threadId();
    private final long begun = System.nanoTime();
    private final long allocatedBefore = THREADS.getThreadAllocatedBytes(thread);
    private long rows;
    private volatile String broken = "";

    Budget(QueryLimits limits) {
        this.limits = limits;
    }

    /// The limit that was met; empty while none was.
    String broken() {
        return broken;
    }

    /// Whether time or memory is used up.
    boolean isUsedUp() {
        if (System.nanoTime() - begun > limits.time().toNanos()) {
            broken = "time";
        } else if (THREADS.getThreadAllocatedBytes(thread) - allocatedBefore > limits.allocated()) {
            broken = "memory";
        }
        return !broken.isEmpty();
    }

    /// One more row or triple.
    void row() {
        if (++rows > limits.rows()) {
            stop("rows");
        }
        check();
    }

    /// @throws QueryCancelledException if time or memory is used up
    void check() {
        if (isUsedUp()) {
            throw new QueryCancelledException();
        }
    }

    private void stop(String limit) {
        broken = limit;
        throw new QueryCancelledException();
    }

    /// A stream that takes no more bytes than an answer may have.
    OutputStream limited(OutputStream out) {
        return new OutputStream() {
            private long written;

            @Override
            public void write(int one) {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                written += length;
                if (written > limits.answer()) {
                    stop("answer");
                }
                try {
                    out.write(bytes, from, length);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
