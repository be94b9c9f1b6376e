package tw.touchstone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.store.Change.PutDataset;

/// The embedded database keeps the contract, and its folder survives what happens to folders.
@Timeout(120)
class TdbStoreIT extends CatalogStoreContract {

    @TempDir
    private Path folder;

    @Override
    protected CatalogStore open() {
        return TdbStore.open(folder.resolve("contract"), IRIS, CLOCK);
    }

    @Test
    void remembersEverythingAfterReopening() {
        var home = folder.resolve("home");
        try (var store = TdbStore.open(home, IRIS, CLOCK)) {
            store.commit(datasets(1, 20));
        }
        try (var store = TdbStore.open(home, IRIS, CLOCK)) {
            assertThat(store.lastNumber()).isEqualTo(20);
            assertThat(store.datasets()).isEqualTo(20);
            assertThat(store.commit(datasets(21, 21)).lastNumber()).isEqualTo(21);
        }
    }

    /// More nodes than one transaction of TDB2 leaves in its caches, or the misses would not reach the files.
    @Test
    void findsWhatAReaderOfTheStateBeforeMissedAfterTheCommit() {
        try (var store = TdbStore.open(folder.resolve("home"), IRIS, CLOCK)) {
            long seen = store.query(before -> {
                CompletableFuture.runAsync(() -> store.commit(datasets(1, 500))).join();
                return LongStream.rangeClosed(1, 500)
                        .mapToObj(number -> NodeFactory.createURI("urn:touchstone:change:" + number))
                        .filter(entry -> before.contains(ChangeLog.GRAPH, entry, Node.ANY, Node.ANY))
                        .count();
            });

            assertThat(seen).isZero();
            assertThat(store.changesSince(0, 1_000)).hasSize(500);
        }
    }

    @Test
    void refusesASecondOpening() {
        var home = folder.resolve("home");
        try (var store = TdbStore.open(home, IRIS, CLOCK)) {
            assertThatExceptionOfType(StoreLocked.class)
                    .isThrownBy(() -> TdbStore.open(home, IRIS, CLOCK))
                    .satisfies(locked -> assertThat(locked.home()).isEqualTo(home));
            assertThat(store.datasets()).isZero();
        }
        TdbStore.open(home, IRIS, CLOCK).close();
    }

    @Test
    void removesWhatAKilledCompactionLeft() throws IOException {
        var home = folder.resolve("home");
        try (var store = TdbStore.open(home, IRIS, CLOCK)) {
            store.commit(datasets(1, 5));
        }
        Files.createDirectories(home.resolve("store-2/Data-0001"));
        Files.writeString(home.resolve("store-2/Data-0001/GSPO.bpt"), "half");
        Files.writeString(home.resolve("current.part"), "store-2");

        try (var store = TdbStore.open(home, IRIS, CLOCK)) {
            assertThat(store.datasets()).isEqualTo(5);
            assertThat(home.resolve("store-2")).doesNotExist();
            assertThat(home.resolve("current.part")).doesNotExist();
        }
    }

    @Test
    void doesNotStartEmptyWhereThePointerIsLost() throws IOException {
        var home = folder.resolve("home");
        TdbStore.open(home, IRIS, CLOCK).close();
        Files.delete(home.resolve("current"));

        assertThatIllegalStateException().isThrownBy(() -> TdbStore.open(home, IRIS, CLOCK));
    }

    @Test
    void isNotHarmedByInterruptedCallers() {
        try (var store = TdbStore.open(folder.resolve("home"), IRIS, CLOCK)) {
            for (int at = 1; at <= 20; at++) {
                Thread.currentThread().interrupt();
                store.commit(datasets(at, at));
                assertThat(store.dataset(SampleDatasets.numbered(at).id())).isPresent();
                assertThat(Thread.interrupted()).isTrue();
            }
            assertThat(store.datasets()).isEqualTo(20);
        }
    }

    @Test
    void refusesWorkAfterClosing() {
        var store = TdbStore.open(folder.resolve("home"), IRIS, CLOCK);
        store.close();
        store.close();

        assertThatIllegalStateException().isThrownBy(() -> store.commit(datasets(1, 1)));
        assertThatIllegalStateException().isThrownBy(() -> store.dataset(SampleDatasets.numbered(1).id()));
    }

    static List<Change> datasets(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .<Change>mapToObj(at -> new PutDataset(SampleDatasets.numbered(at)))
                .toList();
    }
}
