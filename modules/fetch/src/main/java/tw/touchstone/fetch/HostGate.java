package tw.touchstone.fetch;

import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Lets one request at a time into each host, whatever its port and scheme. Thread-safe.
final class HostGate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private final Set<String> busy = new HashSet<>();

    /// Waits until nobody else is in.
    ///
    /// @return whether the caller is in; if so it must [#leave]
    boolean enter(String host, Duration patience) {
        long nanos = patience.toNanos();
        lock.lock();
        try {
            while (!busy.add(key(host))) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = left.awaitNanos(nanos);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    void leave(String host) {
        lock.lock();
        try {
            busy.remove(key(host));
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static String key(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
