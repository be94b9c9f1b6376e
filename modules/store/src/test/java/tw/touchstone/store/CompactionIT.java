package tw.touchstone.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.LangText;
import tw.touchstone.store.Change.PutAgency;
import tw.touchstone.store.Change.PutDataset;
import tw.touchstone.store.Change.WithdrawDataset;

/// Compaction beside readers and writers: apache/jena#3488 hung there, and custom indexes lost their rows.
@Timeout(300)
class CompactionIT {

    private static final int DATASETS = 300;

    @TempDir
    private Path folder;

    @Test
    void neverHoldsReadersAndLosesNoWrite() throws Exception {
        var home = folder.resolve("home");
        var done = new AtomicBoolean();
        var reads = new AtomicInteger();
        var revision = new AtomicInteger();
        try (var store = open(home);
                var threads = Executors.newFixedThreadPool(5)) {
            store.commit(TdbStoreIT.datasets(1, DATASETS));
            store.commit(List.of(new PutAgency(SampleDatasets.AGENCY)));
            var work = new ArrayList<Future<Void>>();
            for (int reader = 0; reader < 3; reader++) {
                work.add(threads.submit(reader(store, done, reads)));
            }
            work.add(threads.submit(writer(store, done, revision)));
            for (int round = 0; round < 4; round++) {
                int before = reads.get();
                var compaction = store.compact();
                assertThat(reads.get()).as("reads during compaction %d", round).isGreaterThan(before);
                assertThat(compaction.held()).isLessThan(compaction.took());
            }
            done.set(true);
            for (var each : work) {
                each.get();
            }
            assertThat(store.dataset(SampleDatasets.numbered(1).id()).orElseThrow().title())
                    .isEqualTo(LangText.zh("修訂 " + revision.get()));
            assertThat(store.lastNumber()).isEqualTo(DATASETS + 1 + revision.get());
        }
        try (var store = open(home)) {
            assertThat(store.lastNumber()).isEqualTo(DATASETS + 1 + revision.get());
            assertThat(store.datasets()).isEqualTo(DATASETS);
            assertThat(store.changesSince(0, 1_000_000)).hasSize(DATASETS + 1 + revision.get());
            store.query(CompactionIT::assertAccessPathsAgree);
        }
        try (var left = Files.list(home)) {
            assertThat(left.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("lock", "current", "store-5");
        }
    }

    @Test
    void carriesOverWhatHappenedMeanwhile() {
        var home = folder.resolve("home");
        var extra = SampleDatasets.numbered(DATASETS + 1);
        try (var store = open(home)) {
            store.commit(TdbStoreIT.datasets(1, 10));
            store.forEachDataset(dataset -> {
                if (dataset.id().value().equals("1")) {
                    store.compact();
                    store.commit(List.of(
                            new PutDataset(extra), new WithdrawDataset(SampleDatasets.numbered(2).id(), CatalogStoreContract.NOW, "x")));
                    store.compact();
                }
            });
            assertThat(store.dataset(extra.id())).isPresent();
            assertThat(store.state(SampleDatasets.numbered(2).id()))
                    .isEqualTo(new DatasetState.Withdrawn(12, CatalogStoreContract.NOW, "x"));
            assertThat(store.commit(TdbStoreIT.datasets(11, 11)).lastNumber()).isEqualTo(13);
            store.query(CompactionIT::assertAccessPathsAgree);
        }
    }

    @Test
    void givesDiskBack() {
        try (var store = open(folder.resolve("home"))) {
            store.commit(TdbStoreIT.datasets(1, 50));
            for (int at = 1; at <= 60; at++) {
                store.commit(List.of(new PutDataset(revised(at))));
            }

            var compaction = store.compact();

            assertThat(compaction.bytesAfter()).isLessThan(compaction.bytesBefore()).isEqualTo(store.diskBytes());
        }
    }

    private static TdbStore open(Path home) {
        return TdbStore.open(home, CatalogStoreContract.IRIS, CatalogStoreContract.CLOCK);
    }

    private static Dataset revised(int number) {
        return SampleDatasets.numbered(1).with().title(LangText.zh("修訂 " + number)).build();
    }

    private static Callable<Void> reader(TdbStore store, AtomicBoolean done, AtomicInteger reads) {
        return () -> {
            while (!done.get()) {
                int number = 2 + reads.incrementAndGet() % (DATASETS - 1);
                var expected = SampleDatasets.numbered(number);
                var found = store.dataset(expected.id()).orElseThrow();
                assertThat(found.with().registered(expected.registered()).build()).isEqualTo(expected);
                if (number % 50 == 0) {
                    var seen = new AtomicInteger();
                    store.forEachDataset(dataset -> seen.incrementAndGet());
                    assertThat(seen.get()).isEqualTo(DATASETS);
                }
            }
            return null;
        };
    }

    private static Callable<Void> writer(TdbStore store, AtomicBoolean done, AtomicInteger revision) {
        return () -> {
            while (!done.get()) {
                store.commit(List.of(new PutDataset(revised(revision.incrementAndGet()))));
            }
            return null;
        };
    }

    private static boolean assertAccessPathsAgree(DatasetGraph store) {
        var all = quads(store, Node.ANY, Node.ANY, Node.ANY, Node.ANY);
        assertThat(all).isNotEmpty();
        for (int at = 0; at < all.size(); at += Math.max(1, all.size() / 200)) {
            var quad = all.get(at);
            for (int bound = 1; bound < 16; bound++) {
                var g = (bound & 1) == 0 ? Node.ANY : quad.getGraph();
                var s = (bound & 2) == 0 ? Node.ANY : quad.getSubject();
                var p = (bound & 4) == 0 ? Node.ANY : quad.getPredicate();
                var o = (bound & 8) == 0 ? Node.ANY : quad.getObject();
                long expected = all.stream().filter(each -> matches(each, g, s, p, o)).count();
                assertThat(quads(store, g, s, p, o)).as("%s %s %s %s", g, s, p, o).hasSize((int) expected);
            }
        }
        return true;
    }

    private static boolean matches(Quad quad, Node g, Node s, Node p, Node o) {
        return (!g.isConcrete() || g.equals(quad.getGraph()))
                && (!s.isConcrete() || s.equals(quad.getSubject()))
                && (!p.isConcrete() || p.equals(quad.getPredicate()))
                && (!o.isConcrete() || o.equals(quad.getObject()));
    }

    private static List<Quad> quads(DatasetGraph store, Node g, Node s, Node p, Node o) {
        var quads = new ArrayList<Quad>();
        store.findNG(g, s, p, o).forEachRemaining(quads::add);
        return quads;
    }
}
