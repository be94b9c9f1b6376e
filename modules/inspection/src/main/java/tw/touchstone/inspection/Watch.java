package tw.touchstone.inspection;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Wakes a thread that still waits for a library when its time is up: [TimedSource] stops only who reads.
final class Watch implements AutoCloseable {

    /// One thread for all inspections of the process; it sleeps but for the few that take too long.
    private static final ScheduledThreadPoolExecutor ALARMS = alarms();

    private final Thread watched;
    private final Future<?> alarm;
    private boolean rung;
    private boolean closed;

    private Watch(Thread watched, Duration cap) {
        this.watched = watched;
        this.alarm = ALARMS.schedule(this::ring, cap.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static ScheduledThreadPoolExecutor alarms() {
        var alarms = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("inspection-watch").daemon(true).factory());
        alarms.setRemoveOnCancelPolicy(true);
        return alarms;
    }

    /// Begins to watch over a thread.
    static Watch over(Thread thread, Duration cap) {
        return new Watch(thread, cap);
    }

    private synchronized void ring() {
        if (!closed) {
            rung = true;
            watched.interrupt();
        }
    }

    /// Whether the time was up.
    synchronized boolean hasRung() {
        return rung;
    }

    /// Ends watching; an interruption of ours goes no further. Called by the watched thread.
    @Override
    public synchronized void close() {
        closed = true;
        alarm.cancel(false);
        if (rung) {
            Thread.interrupted();
        }
    }
}
