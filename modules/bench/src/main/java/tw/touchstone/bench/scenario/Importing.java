package tw.touchstone.bench.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.bench.disk.Folder;
import tw.touchstone.bench.report.Row;
import tw.touchstone.bench.report.Table;
import tw.touchstone.bench.server.Client;
import tw.touchstone.bench.server.RunningServer;

/// The import of a national export into an empty home, the same import again, and the disk they need.
final class Importing {

    private static final String PART = Part.IMPORT.code();
    private static final Set<String> OPEN = Set.of("waiting", "running");
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Path home;
    private final Path export;
    private final Table table;

    Importing(Path home, Path export, Table table) {
        this.home = home;
        this.export = export;
        this.table = table;
    }

    /// Imports once and measures; the number of datasets in the catalogue then.
    long once(RunningServer server, Client operator) {
        long begin = System.nanoTime();
        var report = run(operator);
        double seconds = seconds(begin);
        long registered = report.path("registered").asLong();
        long found = Listed.count(operator, "");
        if (found != registered) {
            throw new IllegalStateException(registered + " datasets were imported, but " + found + " are found");
        }
        table.add(Row.of(PART, "%,d datasets stored, searchable and scored".formatted(registered), registered / seconds, "datasets/s")
                .floor("≥ 600")
                .aim("1,000"));
        table.add(Row.of(PART, "whole import", seconds, "s"));
        heap(server);
        return registered;
    }

    /// The same file again, which must change nothing.
    void again(Client operator, long datasets) {
        long begin = System.nanoTime();
        var report = run(operator);
        double seconds = seconds(begin);
        if (report.path("unchanged").asLong() != datasets) {
            throw new IllegalStateException("the second import changed something: " + report.path("text"));
        }
        table.add(Row.of(PART, "same file again, nothing changed", datasets / seconds, "datasets/s"));
    }

    /// The disk of the home before and after the store is compacted; the size of the compacted store.
    long compact(Client operator) {
        disk("before compaction");
        var done = operator.post("operations/compact", "").expect(200).json();
        disk("after compaction");
        table.add(Row.of(PART, "compaction while serving", done.path("tookMillis").asLong() / 1e3, "s"));
        table.add(Row.of(PART, "writers held by it", done.path("heldMillis").asLong(), "ms"));
        return done.path("bytesAfter").asLong();
    }

    private void disk(String when) {
        var parts = Folder.parts(home);
        var named = parts.entrySet().stream()
                .filter(part -> part.getValue() >= 100_000)
                .map(part -> part.getKey() + " " + megabytes(part.getValue()))
                .collect(Collectors.joining(", "));
        long all = parts.values().stream().mapToLong(Long::longValue).sum();
        table.add(Row.of(PART, "disk " + when + " (MB: " + named + ")", all / 1e6, "MB"));
    }

    private void heap(RunningServer server) {
        var collected = server.collections().summary();
        table.add(Row.of(PART, "heap in use at most, garbage included (GC log)", collected.peakUsed(), "MB")
                .floor("≤ 1,024"));
        table.add(Row.of(PART, "heap kept after a collection at most (GC log)", collected.peakKept(), "MB"));
        table.add(Row.of(PART, "longest of %,d pauses".formatted(collected.count()), collected.longestPause(), "ms"));
        if (server.peakResident() >= 0) {
            table.add(Row.of(PART, "resident memory at most (VmHWM, mapped files included)", server.peakResident() / 1e6, "MB"));
        }
    }

    /// Waits for the end of the job, whose report it is.
    private JsonNode run(Client operator) {
        JsonNode report;
        try (var lines = operator.upload("api/v1/imports?name=catalogue.csv&again=true", export)) {
            report = JsonMapper.shared().readTree(lines.collect(Collectors.joining("\n")));
        }
        while (OPEN.contains(report.path("state").asString(""))) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            report = operator.get("api/v1/imports/" + report.path("id").asLong()).expect(200).json();
        }
        if (!report.path("state").asString("").equals("done")) {
            throw new IllegalStateException("the import failed: " + report);
        }
        return report;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static String megabytes(long bytes) {
        return "%,.1f".formatted(bytes / 1e6);
    }
}
