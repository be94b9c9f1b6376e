package tw.touchstone.catalog.following;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import tw.touchstone.store.CatalogStore;

/// Carries every committed change to the steps that derive from it, in order, on one thread.
///
/// There are no dual writes: the commit of the store is the only truth, and each step follows at its own number. A
/// step that was behind when the process ended is brought up to date by the next start. A later step sees what the
/// earlier ones made of the same changes.
public final class ChangeFollower implements AutoCloseable {

    private static final Logger LOG = System.getLogger(ChangeFollower.class.getName());
    private static final int BATCH = 1_000;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final CatalogStore store;
    private final List<ChangeStep> steps;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Condition committed = lock.newCondition();

    /// All steps have taken in every change up to here. Guarded by the lock.
    private long followed;

    private long announced;
    private boolean closed;

    /// A follower that is not started yet.
    ///
    /// @param steps in the order in which each batch of changes passes through them
    public ChangeFollower(CatalogStore store, List<ChangeStep> steps) {
        this.store = store;
        this.steps = List.copyOf(steps);
        this.thread = Thread.ofPlatform().name("change-follower").daemon(true).unstarted(this::loop);
    }

    /// Begins to follow, first what was missed while the process was down.
    public void start() {
        thread.start();
    }

    /// Says that the log has reached this number.
    public void announce(long number) {
        lock.lock();
        try {
            if (number > announced) {
                announced = number;
                committed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits until every step has taken in the change with this number; false where that took too long.
    public boolean await(long number, Duration atMost) throws InterruptedException {
        announce(number);
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (followed < number && !closed) {
                if (left <= 0) {
                    return false;
                }
                left = moved.awaitNanos(left);
            }
            return followed >= number;
        } finally {
            lock.unlock();
        }
    }

    /// The number up to which every step has followed.
    public long followed() {
        lock.lock();
        try {
            return followed;
        } finally {
            lock.unlock();
        }
    }

    private void loop() {
        try {
            while (!closed()) {
                if (!advance()) {
                    awaitCommit();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Takes one batch through all steps; false where there was nothing to do.
    private boolean advance() throws InterruptedException {
        try {
            long behind = steps.stream().mapToLong(ChangeStep::lastApplied).min().orElse(store.lastNumber());
            var entries = store.changesSince(behind, BATCH);
            for (var step : steps) {
                var missed = entries.stream()
                        .filter(entry -> entry.number() > step.lastApplied())
                        .toList();
                if (!missed.isEmpty()) {
                    step.apply(missed);
                }
            }
            reached(entries.isEmpty() ? behind : entries.getLast().number());
            return !entries.isEmpty();
        } catch (RuntimeException e) {
            if (closed()) {
                return false;
            }
            // Whatever failed (a full disk, say) is tried again: changes must not be lost to those who search.
            LOG.log(Level.ERROR, "following the change log failed; trying again", e);
            Thread.sleep(PAUSE_AFTER_FAILURE);
            return true;
        }
    }

    private void reached(long number) {
        lock.lock();
        try {
            followed = Math.max(followed, number);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitCommit() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (announced <= followed && !closed) {
                if (!committed.await(1, TimeUnit.SECONDS)) {
                    return;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /// Ends after the batch under way.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            committed.signalAll();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (!thread.join(Duration.ofSeconds(30))) {
                LOG.log(Level.WARNING, "the change follower did not end in time; the next start catches up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
