package tw.touchstone.bench.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tw.touchstone.bench.disk.Folder;
import tw.touchstone.bench.report.Row;
import tw.touchstone.bench.report.Table;
import tw.touchstone.bench.server.Client;
import tw.touchstone.bench.server.RunningServer;

/// How long a server takes from its process's start to its first answer, and to a search that finds everything.
final class Starting {

    private static final int RUNS = 3;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String PART = Part.START.code();

    private final Settings settings;
    private final Table table;

    Starting(Settings settings, Table table) {
        this.settings = settings;
        this.table = table;
    }

    /// A new home for each start.
    void ofEmptyHomes() {
        run("new home", "", cached -> {
            var home = temporary();
            try {
                return start(home, cached, 0);
            } finally {
                Folder.delete(home);
            }
        });
    }

    /// @param datasets that a search must find
    void ofFullHome(Path home, long datasets) {
        run("home with %,d datasets".formatted(datasets), "≤ 5", cached -> start(home, cached, datasets));
    }

    private record Started(Duration answered, Duration searched) {}

    private void run(String what, String floor, Function<Boolean, Started> start) {
        var caches = settings.installation().hasCache() ? List.of(true, false) : List.of(false);
        for (boolean cached : caches) {
            var runs = new ArrayList<Started>();
            for (int i = 0; i < RUNS; i++) {
                runs.add(start.apply(cached));
            }
            var asked = cached ? floor : "";
            var name = what + (cached ? ", with AOT cache" : ", without AOT cache") + ", median of " + RUNS;
            table.add(Row.of(PART, name + ": first answer", median(runs, Started::answered), "s")
                    .floor(asked));
            table.add(Row.of(PART, name + ": a search finds every dataset", median(runs, Started::searched), "s"));
        }
    }

    private Started start(Path home, boolean cached, long datasets) {
        long begin = System.nanoTime();
        try (var server = RunningServer.start(settings.installation(), home, settings.port(), cached);
                var client = new Client(server.address())) {
            long found = Listed.count(client, "");
            if (found != datasets) {
                table.note("A search right after a start found %,d of %,d datasets.".formatted(found, datasets));
            }
            while (found != datasets) {
                if (System.nanoTime() - begin > LIMIT.toNanos()) {
                    throw new IllegalStateException("%d s after the start a search finds %d datasets, not %d"
                            .formatted(LIMIT.toSeconds(), found, datasets));
                }
                found = Listed.count(client, "");
            }
            return new Started(server.started(), Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private static double median(List<Started> runs, Function<Started, Duration> part) {
        return runs.stream().map(part).sorted().toList().get(runs.size() / 2).toMillis() / 1e3;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("touchstone-bench-home");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
