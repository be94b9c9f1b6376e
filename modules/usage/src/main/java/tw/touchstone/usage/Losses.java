package tw.touchstone.usage;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Counts events that could not be written, and warns at most once a minute: a full disk fails thousands of times a
/// second.
final class Losses {

    private static final Logger logger = System.getLogger(Losses.class.getName());
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final AtomicLong events = new AtomicLong();
    private final AtomicLong lastWarning = new AtomicLong(System.nanoTime() - PAUSE);

    void lose(Exception cause) {
        long lost = events.incrementAndGet();
        warn("an event could not be counted, %d since the start".formatted(lost), cause);
    }

    void warn(String what, Exception cause) {
        long now = System.nanoTime();
        long last = lastWarning.get();
        if (now - last >= PAUSE && lastWarning.compareAndSet(last, now)) {
            logger.log(Level.ERROR, what, cause);
        }
    }

    long events() {
        return events.get();
    }
}
