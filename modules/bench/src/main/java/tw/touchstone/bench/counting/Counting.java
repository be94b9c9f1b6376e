package tw.touchstone.bench.counting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import tw.touchstone.bench.report.Row;
import tw.touchstone.bench.report.Table;
import tw.touchstone.usage.LoggedUsage;
import tw.touchstone.usage.RobotList;
import tw.touchstone.usage.VisitorKeys;

/// Measures the counting alone, with the log on disk as the server has it, in the process of the bench.
public final class Counting {

    private static final String PART = "count";
    private static final long SEED = 16_5_1;
    private static final int WARM_UP = 100_000;
    private static final int MEASURED = 200_000;
    private static final int THREADS = 4;
    private static final int EACH = 100_000;
    private static final long EVENTS = 22_000_000;
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");

    private final Table table;

    public Counting(Table table) {
        this.table = table;
    }

    /// Takes all figures.
    ///
    /// @param scratch an empty folder with room for 2 GB
    public void run(Path scratch) {
        try {
            addedToADownload(scratch);
            together(scratch);
            restated(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a thread failed", e);
        }
    }

    /// Each download from the request's user agent and address until the event is in the log.
    private void addedToADownload(Path scratch) {
        var visits = new Visits(new SplittableRandom(SEED));
        var visitors = new VisitorKeys(scratch.resolve("visitors"), Clock.systemUTC());
        try (var usage = LoggedUsage.open(scratch.resolve("one"), RobotList.ours(), Clock.systemUTC())) {
            var nanos = new long[MEASURED];
            for (int n = -WARM_UP; n < MEASURED; n++) {
                long began = System.nanoTime();
                usage.count(visits.asked(visitors, Instant.now()));
                long took = System.nanoTime() - began;
                if (n >= 0) {
                    nanos[n] = took;
                }
            }
            requireNoneLost(usage);
            Arrays.sort(nanos);
            var what = "added to a download, %,d one after the other: ".formatted(MEASURED);
            table.add(Row.of(PART, what + "median", nanos[MEASURED / 2] / 1e3, "µs").floor("≤ 50"));
            table.add(Row.of(PART, what + "p99", nanos[MEASURED / 100 * 99] / 1e3, "µs"));
        }
    }

    private void together(Path scratch) throws InterruptedException, ExecutionException {
        var visitors = new VisitorKeys(scratch.resolve("visitors"), Clock.systemUTC());
        try (var usage = LoggedUsage.open(scratch.resolve("many"), RobotList.ours(), Clock.systemUTC());
                var threads = Executors.newFixedThreadPool(THREADS)) {
            var tasks = new ArrayList<Callable<Boolean>>();
            for (int thread = 0; thread < THREADS; thread++) {
                var visits = new Visits(new SplittableRandom(SEED + thread));
                tasks.add(() -> {
                    for (int n = 0; n < EACH; n++) {
                        usage.count(visits.asked(visitors, Instant.now()));
                    }
                    return true;
                });
            }
            long began = System.nanoTime();
            for (var done : threads.invokeAll(tasks)) {
                done.get();
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            requireNoneLost(usage);
            table.add(Row.of(PART, "counted downloads, %d threads".formatted(THREADS), THREADS * EACH / seconds, "downloads/s")
                    .floor("≥ 5,000"));
        }
    }

    /// A year of visits, then all numbers derived from them anew, which must come out the same.
    private void restated(Path scratch) throws IOException {
        var folder = scratch.resolve("year");
        var visits = new Visits(new SplittableRandom(SEED));
        var pause = Duration.ofDays(365).dividedBy(EVENTS);
        try (var usage = LoggedUsage.open(folder, RobotList.ours(), Clock.systemUTC())) {
            for (long n = 0; n < EVENTS; n++) {
                usage.count(visits.past(BEGIN, pause, n));
            }
            requireNoneLost(usage);
            var before = usage.catalogue();
            long began = System.nanoTime();
            usage.recompute(RobotList.ours());
            double seconds = (System.nanoTime() - began) / 1e9;
            if (!usage.catalogue().equals(before)) {
                throw new IllegalStateException("recomputing gave " + usage.catalogue() + " instead of " + before);
            }
            table.add(Row.of(PART, "recompute of %,d events".formatted(EVENTS), seconds, "s").floor("≤ 300"));
        }
        table.add(Row.of(PART, "log of %,d events".formatted(EVENTS), bytes(folder) / 1e6, "MB"));
        long began = System.nanoTime();
        try (var usage = LoggedUsage.open(folder, RobotList.ours(), Clock.systemUTC())) {
            table.add(Row.of(PART, "start with that log", (System.nanoTime() - began) / 1e9, "s"));
            requireNoneLost(usage);
        }
    }

    private static void requireNoneLost(LoggedUsage usage) {
        if (usage.lost() > 0) {
            throw new IllegalStateException(usage.lost() + " events could not be written");
        }
    }

    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        try (var files = Files.newDirectoryStream(folder, "*.log")) {
            for (var file : files) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }
}
