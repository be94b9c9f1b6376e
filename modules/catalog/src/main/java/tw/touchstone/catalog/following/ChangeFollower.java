package tw.touchstone.catalog.following;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.ChangeEntry;

/// Carries every committed change to the steps that derive from it, in order, on one thread.
///
/// There are no dual writes: the commit of the store is the only truth, and each step follows at its own number. A
/// step that was behind when the process ended is brought up to date by the next start. A later step sees what the
/// earlier ones made of the same changes.
///
/// Trouble of the machine, a full disk for example, is waited out: changes must not be lost to those who search. A change
/// that a step cannot take in is tried [#ATTEMPTS] times and then parked, alone, so that those behind it go on.
public final class ChangeFollower implements AutoCloseable {

    private static final Logger LOG = System.getLogger(ChangeFollower.class.getName());
    private static final int BATCH = 1_000;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /// How often a change is tried before it is parked.
    static final int ATTEMPTS = 3;

    private final CatalogStore store;
    private final List<ChangeStep> steps;
    private final ParkedChanges parked;
    private final Duration firstPause;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Condition committed = lock.newCondition();
    private final Condition closing = lock.newCondition();

    /// Up to where each step has taken in changes or parked them, which its own number need not tell.
    private final Map<ChangeStep, Long> passed = new HashMap<>();

    /// How often in a row following has failed, and how often of these no machine was at fault. Only the follower's
    /// thread uses them, as it alone uses what each step has passed.
    private int failures;

    private int refusals;

    private volatile boolean troubled;

    /// All steps have taken in every change up to here. Guarded by the lock.
    private long followed;

    private long announced;
    private boolean closed;

    /// A follower that is not started yet.
    ///
    /// @param steps in the order in which each batch of changes passes through them
    public ChangeFollower(CatalogStore store, List<ChangeStep> steps, ParkedChanges parked) {
        this(store, steps, parked, Duration.ofSeconds(1));
    }

    /// @param firstPause after the first failure; each further one doubles it
    ChangeFollower(CatalogStore store, List<ChangeStep> steps, ParkedChanges parked, Duration firstPause) {
        this.store = store;
        this.steps = List.copyOf(steps);
        this.parked = parked;
        this.firstPause = firstPause;
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

    /// Whether following fails at present and is being tried again.
    public boolean isTroubled() {
        return troubled;
    }

    private void loop() {
        try {
            while (!closed()) {
                long known = announced();
                if (!advance()) {
                    awaitCommit(known);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Takes one batch through all steps; false where there was nothing to do.
    private boolean advance() throws InterruptedException {
        try {
            long behind = steps.stream().mapToLong(this::position).min().orElse(store.lastNumber());
            var entries = store.changesSince(behind, BATCH);
            for (var step : steps) {
                var missed = entries.stream()
                        .filter(entry -> entry.number() > position(step))
                        .toList();
                if (!missed.isEmpty()) {
                    take(step, missed);
                }
            }
            recovered();
            reached(entries.isEmpty() ? behind : entries.getLast().number());
            return !entries.isEmpty();
        } catch (RuntimeException | StackOverflowError e) {
            if (closed()) {
                return false;
            }
            failed(e);
            return true;
        }
    }

    private long position(ChangeStep step) {
        return Math.max(step.lastApplied(), passed.getOrDefault(step, 0L));
    }

    /// Lets a step take in these changes; where it cannot, halves them until the one is alone that is at fault.
    private void take(ChangeStep step, List<ChangeEntry> entries) {
        try {
            step.apply(entries);
            parked.takenIn(step.name(), entries);
        } catch (RuntimeException | StackOverflowError e) {
            if (refusals < ATTEMPTS - 1 || MachineTrouble.isBehind(e) || closed()) {
                throw e;
            }
            if (entries.size() == 1) {
                park(step, entries.getFirst(), e);
            } else {
                int half = entries.size() / 2;
                take(step, entries.subList(0, half));
                take(step, entries.subList(half, entries.size()));
            }
        }
        passed.put(step, entries.getLast().number());
    }

    private void park(ChangeStep step, ChangeEntry entry, Throwable cause) {
        parked.park(step.name(), entry, cause);
        LOG.log(
                Level.ERROR,
                "change %d of %s is left behind by %s; those after it go on"
                        .formatted(entry.number(), entry.subject(), step.name()),
                cause);
    }

    private void recovered() {
        if (failures > 0) {
            LOG.log(Level.INFO, "following the change log goes on");
        }
        failures = 0;
        refusals = 0;
        troubled = false;
    }

    private void failed(Throwable failure) throws InterruptedException {
        if (failures == 0) {
            LOG.log(Level.ERROR, "following the change log failed; it is tried again", failure);
        }
        if (!MachineTrouble.isBehind(failure)) {
            refusals++;
        }
        troubled = true;
        pause(firstPause.multipliedBy(1L << Math.min(failures++, 10)));
    }

    private void pause(Duration wanted) throws InterruptedException {
        long left = Math.min(wanted.toNanos(), LONGEST_PAUSE.toNanos());
        lock.lockInterruptibly();
        try {
            while (left > 0 && !closed) {
                left = closing.awaitNanos(left);
            }
        } finally {
            lock.unlock();
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

    /// Waits for a commit that was not announced yet when the log was found to have nothing more. One that was, and is not
    /// in the log, is looked for again after a while, not at once and for ever.
    private void awaitCommit(long known) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while ((announced <= followed || announced == known) && !closed) {
                if (!committed.await(1, TimeUnit.SECONDS)) {
                    return;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private long announced() {
        lock.lock();
        try {
            return announced;
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
            closing.signalAll();
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
