package tw.touchstone.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.store.Change.PutDataset;
import tw.touchstone.store.Change.PutQuality;

@Timeout(120)
class GroupCommitIT {

    private static final int CLIENTS = 16;
    private static final int EACH = 40;

    @TempDir
    private Path folder;

    @Test
    void commitsWhatManyThreadsSubmitEachOnce() throws Exception {
        try (var store = TdbStore.open(folder, CatalogStoreContract.IRIS, CatalogStoreContract.CLOCK);
                var commits = new GroupCommit(store);
                var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var clients = new ArrayList<Future<List<Outcome>>>();
            for (int client = 0; client < CLIENTS; client++) {
                clients.add(threads.submit(client(commits, client)));
            }
            var numbers = new HashSet<Long>();
            for (var client : clients) {
                for (var outcome : client.get()) {
                    assertThat(outcome).isInstanceOfSatisfying(
                            Outcome.Written.class, written -> numbers.add(written.entry().number()));
                }
            }
            assertThat(numbers).hasSize(CLIENTS * EACH);
            assertThat(store.lastNumber()).isEqualTo(CLIENTS * EACH);
            assertThat(numbers.stream().max(Comparator.naturalOrder())).contains((long) CLIENTS * EACH);
        }
    }

    @Test
    void doesNotLetOneBadChangeTakeItsGroupWithIt() {
        var blank = GraphFactory.createDefaultGraph();
        blank.add(NodeFactory.createBlankNode(), NodeFactory.createURI("urn:ex:p"), NodeFactory.createLiteralString("x"));
        try (var store = TdbStore.open(folder, CatalogStoreContract.IRIS, CatalogStoreContract.CLOCK);
                var commits = new GroupCommit(store)) {
            commits.submit(new PutDataset(SampleDatasets.numbered(1))).join();
            var good = IntStream.rangeClosed(2, 30)
                    .mapToObj(at -> commits.submit(new PutDataset(SampleDatasets.numbered(at))))
                    .toList();
            var bad = commits.submit(new PutQuality(SampleDatasets.numbered(1).id(), blank));

            good.forEach(each -> assertThat(each.join()).isInstanceOf(Outcome.Written.class));
            assertThat(bad).failsWithin(Duration.ofSeconds(60)).withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(IllegalArgumentException.class);
            assertThat(store.datasets()).isEqualTo(30);
        }
    }

    @Test
    void commitsWhatWaitsWhenClosedAndTakesNothingAfterwards() {
        try (var store = TdbStore.open(folder, CatalogStoreContract.IRIS, CatalogStoreContract.CLOCK)) {
            var commits = new GroupCommit(store);
            var waiting = IntStream.rangeClosed(1, 50)
                    .mapToObj(at -> commits.submit(new PutDataset(SampleDatasets.numbered(at))))
                    .toList();

            commits.close();

            assertThat(waiting).allMatch(each -> each.join() instanceof Outcome.Written);
            assertThat(commits.submit(new PutDataset(SampleDatasets.numbered(51)))).isCompletedExceptionally();
            assertThat(store.datasets()).isEqualTo(50);
        }
    }

    private static Callable<List<Outcome>> client(GroupCommit commits, int client) {
        return () -> {
            var outcomes = new ArrayList<Outcome>();
            for (int at = 0; at < EACH; at++) {
                var dataset = SampleDatasets.numbered(1 + client * EACH + at);
                outcomes.add(commits.submit(new PutDataset(dataset)).join());
            }
            return outcomes;
        };
    }
}
