package tw.touchstone.server.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/// Counts requests by whoever makes them, in windows that begin with the first one. Thread-safe; holds at most a
/// hundred thousand windows, and forgets the one asked least then.
final class Quota {

    private static final int MOST_WINDOWS = 100_000;

    private record Window(long begun, AtomicInteger count) {}

    /// How a request fared.
    ///
    /// @param remaining how many more are free in this window
    /// @param reset     whole seconds until a new one, at least 1
    record Standing(boolean allowed, int remaining, long reset) {}

    private final int limit;
    private final long window;
    private final LongSupplier nanos;
    private final Cache<String, Window> windows;

    Quota(int limit, Duration window, LongSupplier nanos) {
        this.limit = limit;
        this.window = window.toNanos();
        this.nanos = nanos;
        this.windows = Caffeine.newBuilder()
                .maximumSize(MOST_WINDOWS)
                .expireAfterWrite(window.multipliedBy(2))
                .build();
    }

    int limit() {
        return limit;
    }

    /// Counts a request.
    Standing count(String whose) {
        long now = nanos.getAsLong();
        var current = Objects.requireNonNull(windows.asMap().compute(
                whose,
                (_, known) -> known == null || now - known.begun() >= window
                        ? new Window(now, new AtomicInteger())
                        : known));
        int count = current.count().updateAndGet(before -> Math.min(before + 1, limit + 1));
        long left = current.begun() + window - now;
        return new Standing(
                count <= limit,
                Math.max(0, limit - count),
                Math.max(1, Duration.ofNanos(left + 999_999_999L).toSeconds()));
    }
}
