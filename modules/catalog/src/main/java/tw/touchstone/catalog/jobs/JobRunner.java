package tw.touchstone.catalog.jobs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Runs queued jobs of the kinds it knows on a few threads until it is closed.
///
/// A job that throws is tried again with growing pauses, [#ATTEMPTS] times in all; the runner itself goes on.
public final class JobRunner implements AutoCloseable {

    /// How often a job is tried before it is given up.
    public static final int ATTEMPTS = 4;

    private static final Logger LOG = System.getLogger(JobRunner.class.getName());
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    private final JobQueue queue;
    private final Map<String, Work> works;
    private final Semaphore signals = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    /// Does one job.
    @FunctionalInterface
    public interface Work {
        /// Does it; an exception means that it failed.
        ///
        /// @param subject as it was queued
        void run(String subject);
    }

    /// A runner that is not started yet.
    ///
    /// @param works what to do for each kind of job; of others it takes none
    public JobRunner(JobQueue queue, Map<String, Work> works, int threadCount) {
        this.queue = queue;
        this.works = Map.copyOf(works);
        for (int i = 0; i < threadCount; i++) {
            threads.add(Thread.ofPlatform().name("jobs-" + i).daemon(true).unstarted(this::loop));
        }
    }

    /// Begins to run jobs.
    public void start() {
        threads.forEach(Thread::start);
    }

    /// Says that there may be new work, so that it begins at once.
    public void wake() {
        signals.release();
    }

    private void loop() {
        while (!closed) {
            try {
                if (!runNext()) {
                    signals.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                    signals.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    // What the queue throws (a busy or unreachable database) must not end the thread: no job would run again until the
    // next start, and nobody would be told.
    private boolean runNext() {
        try {
            var job = queue.claim(works.keySet());
            job.ifPresent(this::run);
            return job.isPresent();
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.log(Level.ERROR, "the queue of jobs failed; it is asked again in " + LOOK_AGAIN.toSeconds() + " s", e);
            }
            return false;
        }
    }

    // An error, such as one subject too large for the memory, is that job's failure and no other's.
    private void run(Job job) {
        try {
            work(job).run(job.subject());
            queue.done(job);
        } catch (RuntimeException | Error e) {
            if (closed) {
                return;
            }
            LOG.log(Level.WARNING, "job " + job.kind() + " of " + job.subject() + " failed", e);
            boolean again = job.attempts() < ATTEMPTS;
            var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(job.attempts(), 8));
            queue.failed(job, reason(e), again ? Optional.of(pause) : Optional.empty());
        }
    }

    private static String reason(Throwable thrown) {
        var message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : message;
    }

    private Work work(Job job) {
        var work = works.get(job.kind());
        if (work == null) {
            throw new IllegalStateException("claimed a job of a kind that was not asked for");
        }
        return work;
    }

    /// Lets running jobs end, for at most ten seconds, and stops.
    @Override
    public void close() {
        closed = true;
        signals.release(threads.size());
        for (var thread : threads) {
            try {
                if (thread.isAlive() && !thread.join(Duration.ofSeconds(10))) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
