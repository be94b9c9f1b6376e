package tw.touchstone.store;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.store.Change.PutDataset;

/// Prints how fast the store imports, registers, revises, reads and compacts on this machine. Not a test: run it by hand
/// with a folder and a number of datasets.
final class StoreFigures {

    private static final int BATCH = 2_000;

    private final TdbStore store;
    private final PrintStream out;
    private final int datasets;

    private StoreFigures(TdbStore store, PrintStream out, int datasets) {
        this.store = store;
        this.out = out;
        this.datasets = datasets;
    }

    public static void main(String[] arguments) throws Exception {
        var home = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("store-figures");
        int datasets = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        try (var store = TdbStore.open(home, Iris.LOCAL, Clock.systemUTC())) {
            new StoreFigures(store, System.out, datasets).print();
        }
    }

    private void print() throws Exception {
        long start = System.nanoTime();
        for (int at = 0; at < datasets; at += BATCH) {
            store.commit(TdbStoreIT.datasets(at + 1, Math.min(datasets, at + BATCH)));
        }
        rate("import in batches of " + BATCH, datasets, start);
        out.printf("triples of one: %d%n", store.graph(SampleDatasets.numbered(1).id()).orElseThrow().size());
        disk("after import");
        start = System.nanoTime();
        for (int at = 0; at < datasets; at += BATCH) {
            store.commit(TdbStoreIT.datasets(at + 1, Math.min(datasets, at + BATCH)));
        }
        rate("unchanged re-import", datasets, start);
        try (var commits = new GroupCommit(store)) {
            clients(commits, 1, 200);
            clients(commits, 16, 100);
        }
        disk("after 1,800 small writes");
        reads();
        out.printf("%s%n", store.compact());
        disk("after compaction");
        start = System.nanoTime();
        var seen = new AtomicInteger();
        store.forEachDataset(dataset -> seen.incrementAndGet());
        rate("walk", seen.get(), start);
    }

    private void clients(GroupCommit commits, int clients, int each) throws Exception {
        var latencies = new double[clients * each];
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (int client = 0; client < clients; client++) {
                int first = client * each;
                threads.execute(() -> {
                    for (int at = first; at < first + each; at++) {
                        long before = System.nanoTime();
                        commits.submit(new PutDataset(SampleDatasets.numbered(10_000_000 + clients * 100_000 + at)))
                                .join();
                        latencies[at] = (System.nanoTime() - before) / 1e6;
                    }
                });
            }
        }
        rate(clients + " clients register", latencies.length, start);
        percentiles(latencies);
        start = System.nanoTime();
        for (int at = 0; at < each; at++) {
            var revised = SampleDatasets.numbered(at + 1).with().title(LangText.zh("修訂 " + clients)).build();
            store.commit(List.of(new PutDataset(revised)));
        }
        rate("revise one by one", each, start);
    }

    private void reads() {
        var latencies = new double[5_000];
        for (int at = 0; at < latencies.length; at++) {
            var id = SampleDatasets.numbered(1 + (at * 7919) % datasets).id();
            long before = System.nanoTime();
            store.graph(id);
            latencies[at] = (System.nanoTime() - before) / 1e6;
        }
        out.print("graph of a dataset: ");
        percentiles(latencies);
    }

    private void percentiles(double[] latencies) {
        Arrays.sort(latencies);
        out.printf(
                "p50 %.2f ms, p99 %.2f ms%n",
                latencies[latencies.length / 2], latencies[latencies.length * 99 / 100]);
    }

    private void rate(String what, int count, long start) {
        out.printf("%s: %.0f/s%n", what, count / ((System.nanoTime() - start) / 1e9));
    }

    private void disk(String when) {
        out.printf("%s: %.1f MB%n", when, store.diskBytes() / 1e6);
    }
}
