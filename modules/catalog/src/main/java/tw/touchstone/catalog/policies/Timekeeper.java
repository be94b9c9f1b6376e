package tw.touchstone.catalog.policies;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import tw.touchstone.catalog.corpus.JudgedAgain;
import tw.touchstone.catalog.corpus.JudgedAgain.Waiting;
import tw.touchstone.catalog.evaluating.Evaluations;
import tw.touchstone.model.DatasetId;

/// Does on time what only time brings about: judges anew what the clock has overtaken, puts adopted policies in force,
/// and judges anew, some time later and in batches, whom changes of other datasets have overtaken.
///
/// When something is due stands with the thing itself, in SQL: a restart forgets nothing, and what fell due meanwhile is
/// done first. One thread.
public final class Timekeeper implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Timekeeper.class.getName());
    private static final int BATCH = 500;

    /// So long whoever is overtaken by others waits for more of them.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// So that what others put into SQL meanwhile, and leaps of the machine's clock, are seen in time.
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

    private final Evaluations evaluations;
    private final Policies policies;
    private final AdoptionSweep sweep;
    private final JudgedAgain again;
    private final Runnable judged;
    private final Clock clock;
    private final Thread thread;
    private final Semaphore woken = new Semaphore(0);
    private final ReentrantLock doing = new ReentrantLock();

    private volatile boolean closed;

    /// A timekeeper that is not started yet.
    ///
    /// @param judged told when labels may have changed
    public Timekeeper(
            Evaluations evaluations,
            Policies policies,
            AdoptionSweep sweep,
            JudgedAgain again,
            Runnable judged,
            Clock clock) {
        this.evaluations = evaluations;
        this.policies = policies;
        this.sweep = sweep;
        this.again = again;
        this.judged = judged;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("timekeeper").daemon(true).unstarted(this::loop);
    }

    /// Begins to keep time.
    public void start() {
        thread.start();
    }

    /// Looks at once whether something is due.
    public void wake() {
        woken.release();
    }

    /// Does all that is due now; whoever else asks meanwhile waits for it.
    public void doDue() {
        doing.lock();
        try {
            if (sweep.run(_ -> {}) > 0) {
                judged.run();
            }
            for (var due = due(); !due.isEmpty() && !closed; due = due()) {
                evaluations.reevaluate(due);
                // Whatever is still due then, above all what was withdrawn, has no other moment to wait for.
                evaluations.history().settle(due, clock.instant());
                judged.run();
            }
            for (var waiting = waiting(); !waiting.isEmpty() && !closed; waiting = waiting()) {
                evaluations.reevaluate(waiting.stream().map(Waiting::dataset).toList());
                again.done(waiting);
                judged.run();
            }
        } finally {
            doing.unlock();
        }
    }

    /// Those that others have overtaken, some time ago: an import that brings a hundred neighbours is one reason.
    private List<Waiting> waiting() {
        return again.since(clock.instant().minus(PATIENCE), BATCH);
    }

    private List<DatasetId> due() {
        return evaluations.history().due(clock.instant(), BATCH);
    }

    private void loop() {
        while (!closed) {
            try {
                doDue();
            } catch (RuntimeException e) {
                if (closed) {
                    return;
                }
                LOG.log(Level.WARNING, "what is due could not be done, and is tried again in a minute", e);
            }
            if (!sleep()) {
                return;
            }
        }
    }

    /// False where the thread is to end.
    private boolean sleep() {
        try {
            if (woken.tryAcquire(pause().toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
            return !closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Duration pause() {
        Instant now = clock.instant();
        return Stream.of(evaluations.history().nextDue(), policies.next(), again.first().map(since -> since.plus(PATIENCE)))
                .flatMap(Optional::stream)
                .map(due -> Duration.between(now, due))
                .map(left -> left.isPositive() ? left : LONGEST_SLEEP)
                .filter(left -> left.compareTo(LONGEST_SLEEP) < 0)
                .min(Duration::compareTo)
                .orElse(LONGEST_SLEEP);
    }

    /// Lets what is under way end, for at most ten seconds.
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            if (thread.isAlive() && !thread.join(Duration.ofSeconds(10))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
