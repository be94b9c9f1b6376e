package tw.touchstone.usage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// A [Usage] whose truth is an append-only log of events in one directory, and whose numbers are in memory.
///
/// An event is handed to the operating system before [#count(UsageEvent)] returns and synced by a thread of its own
/// within 100 milliseconds. Numbers are written beside the log now and then, so that a start reads only its end.
/// One process at a time; a second one is refused with [UsageInUse].
public final class LoggedUsage extends TalliedUsage {

    private static final Logger logger = System.getLogger(LoggedUsage.class.getName());
    private static final long SEGMENT_BYTES = 64L << 20;
    private static final Duration SYNC_PAUSE = Duration.ofMillis(50);
    private static final Duration CHECKPOINT_PAUSE = Duration.ofMinutes(1);
    private static final long CHECKPOINT_EVENTS = 500_000;
    private static final Duration GROUPS_KEPT = Duration.ofMinutes(1);

    private final Path directory;
    private final DirectoryLock lock;
    private final EventLog log;
    private final LogSync logSync;
    private final Recovery recovery;
    private final Repeating syncs;
    private final Repeating checkpoints;
    private final ReentrantLock appending = new ReentrantLock();
    private final ReentrantLock deriving = new ReentrantLock();
    private final Losses losses = new Losses();
    private final Belongings belongings;
    private final GroupCounts groups;
    private final CarriedTotals carriedOver;
    private volatile Tally tally;
    private long sinceCheckpoint;
    private boolean closed;

    private LoggedUsage(Path directory, RobotList robots, Clock clock, DirectoryLock lock, EventLog log)
            throws IOException {
        super(clock);
        this.directory = directory;
        this.lock = lock;
        this.log = log;
        this.logSync = new LogSync(log, appending);
        var end = log.end();
        var checkpoint = Checkpoint.read(directory)
                .filter(found -> found.robotList().equals(robots.version()) && found.at().compareTo(end) <= 0);
        tally = checkpoint.map(found -> found.tally(robots)).orElseGet(() -> Tally.empty(robots));
        if (checkpoint.isPresent()) {
            log.read(checkpoint.get().doubleClicks(), checkpoint.get().at(), tally::warm);
        }
        var reading = log.read(checkpoint.map(Checkpoint::at).orElse(LogPosition.START), end, tally::apply);
        if (reading.torn() > 0) {
            log.cut(reading.end());
        }
        recovery = new Recovery(reading.events(), reading.torn(), reading.damaged());
        if (!recovery.isClean()) {
            logger.log(Level.WARNING, "usage log {0}: {1}", directory, recovery);
        }
        sinceCheckpoint = reading.events();
        belongings = Belongings.open(directory);
        groups = new GroupCounts(belongings, this::tally, clock, GROUPS_KEPT, losses);
        carriedOver = CarriedTotals.open(directory);
        syncs = new Repeating("usage-sync", SYNC_PAUSE, this::syncQuietly);
        checkpoints = new Repeating("usage-checkpoint", CHECKPOINT_PAUSE, this::checkpointIfDue);
    }

    /// Opens the log in this directory, which is made where it is missing. Under another robot list than that of the
    /// last time, every number is derived anew first.
    ///
    /// @throws UsageInUse            if another process has it open
    /// @throws IllegalStateException if a part of the log is missing or of another version
    public static LoggedUsage open(Path directory, RobotList robots, Clock clock) {
        return open(directory, robots, clock, SEGMENT_BYTES);
    }

    static LoggedUsage open(Path directory, RobotList robots, Clock clock, long segmentBytes) {
        try {
            Files.createDirectories(directory);
            var lock = DirectoryLock.take(directory);
            try {
                return new LoggedUsage(directory, robots, clock, lock, EventLog.open(directory, segmentBytes));
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the usage log " + directory, e);
        }
    }

    /// What opening met.
    public Recovery recovery() {
        return recovery;
    }

    @Override
    public void count(UsageEvent event) {
        byte[] frame = EventFrame.write(event);
        appending.lock();
        try {
            if (closed) {
                throw new ClosedChannelException();
            }
            tally.apply(event, log.append(frame));
            groups.counted(event.dataset());
            sinceCheckpoint++;
        } catch (IOException | RuntimeException e) {
            losses.lose(e);
        } finally {
            appending.unlock();
        }
    }

    @Override
    public void lose(RuntimeException cause) {
        losses.lose(cause);
    }

    @Override
    Tally tally() {
        return tally;
    }

    @Override
    public GroupCounts groups() {
        return groups;
    }

    @Override
    public CarriedTotals carriedOver() {
        return carriedOver;
    }

    @Override
    public long lost() {
        return losses.events();
    }

    @Override
    public void recompute(RobotList robots) {
        deriving.lock();
        try {
            var fresh = Tally.empty(robots);
            var from = LogPosition.START;
            var to = end();
            // Twice without stopping the counting: the second time there is little left for the moment it stops.
            for (int round = 0; round < 2; round++) {
                log.read(from, to, fresh::apply);
                from = to;
                to = end();
            }
            appending.lock();
            try {
                log.read(from, log.end(), fresh::apply);
                tally = fresh;
            } finally {
                appending.unlock();
            }
            writeCheckpoint();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the usage log " + directory, e);
        } finally {
            deriving.unlock();
        }
    }

    private LogPosition end() {
        appending.lock();
        try {
            return log.end();
        } finally {
            appending.unlock();
        }
    }

    /// Brings every event to the disk and names what a backup has to copy to have them all.
    public List<LogFile> logFiles() {
        try {
            var end = end();
            logSync.sync();
            var files = new ArrayList<>(EventLog.files(directory, end));
            files.add(belongings.logFile());
            files.addAll(carriedOver.logFiles());
            return List.copyOf(files);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot sync the usage log " + directory, e);
        }
    }

    private void syncQuietly() {
        try {
            logSync.sync();
        } catch (IOException e) {
            losses.warn("the usage log could not be brought to the disk", e);
        }
    }

    private void checkpointIfDue() {
        if (isCheckpointDue()) {
            checkpointQuietly();
        }
    }

    private boolean isCheckpointDue() {
        appending.lock();
        try {
            return sinceCheckpoint >= CHECKPOINT_EVENTS;
        } finally {
            appending.unlock();
        }
    }

    private void checkpointQuietly() {
        deriving.lock();
        try {
            writeCheckpoint();
        } catch (IOException e) {
            losses.warn("the usage totals could not be saved; the next start reads the log instead", e);
        } finally {
            deriving.unlock();
        }
    }

    private void writeCheckpoint() throws IOException {
        Checkpoint checkpoint;
        appending.lock();
        try {
            checkpoint = Checkpoint.of(tally, log.end());
            sinceCheckpoint = 0;
        } finally {
            appending.unlock();
        }
        logSync.sync();
        checkpoint.write(directory);
    }

    /// Counts nothing any more and saves the numbers.
    @Override
    public void close() {
        appending.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
        } finally {
            appending.unlock();
        }
        syncs.close();
        checkpoints.close();
        checkpointQuietly();
        try (lock;
                belongings) {
            log.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the usage log " + directory, e);
        }
    }
}
