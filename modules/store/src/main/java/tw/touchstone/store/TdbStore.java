package tw.touchstone.store;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.exec.QueryExec;
import tw.touchstone.model.Agency;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Sha256;
import tw.touchstone.store.Commit.Position;
import tw.touchstone.vocabulary.profile.Terms;

/// The catalogue in an embedded Jena TDB2 database: one named graph per dataset, agency and quality, and the log.
///
/// Readers work on snapshots and never wait. All writes happen on one thread of the store's own, because an interrupted
/// caller would close the journal's channel for everybody.
public final class TdbStore implements CatalogStore {

    private final StoreHome home;
    private final Subjects subjects;
    private final Clock clock;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("catalog-store-writer").factory());
    private final ReentrantLock compacting = new ReentrantLock();

    /// Agencies that were asked for: a few hundred, of which every registration and every indexed dataset names one.
    private final Map<AgencyId, Agency> agencies = new ConcurrentHashMap<>();

    private volatile Generation current;
    private volatile Position position;
    private volatile boolean closed;

    private TdbStore(StoreHome home, Generation current, Iris iris, Clock clock) {
        this.home = home;
        this.current = current;
        this.subjects = new Subjects(iris);
        this.clock = clock;
        this.position = current.read(store -> new Position(new ChangeLog(store, subjects).lastNumber(), published(store)));
    }

    /// Opens the store of a folder, or makes one.
    ///
    /// @param iris how datasets and agencies are named; the same as when the store was made
    /// @throws StoreLocked if the folder is in use
    public static TdbStore open(Path folder, Iris iris, Clock clock) {
        var home = StoreHome.open(folder);
        try {
            return new TdbStore(home, Generation.open(home.current()), iris, clock);
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    private static long published(DatasetGraph store) {
        long count = 0;
        for (var found = store.findNG(Node.ANY, Node.ANY, Terms.RDF_TYPE, Terms.DCAT_CATALOG_RECORD); found.hasNext(); found.next()) {
            count++;
        }
        return count;
    }

    @Override
    public Committed commit(List<Change> changes) {
        return onWriter(() -> {
            var commit = new Commit(current.store(), subjects, clock.instant(), position);
            current.write(() -> {
                changes.forEach(commit::make);
                return commit;
            });
            position = commit.position();
            changes.forEach(this::remember);
            return commit.committed();
        });
    }

    /// After the commit: whoever reads the former state of an agency meanwhile is overwritten.
    private void remember(Change change) {
        if (change instanceof Change.PutAgency(var agency)) {
            agencies.put(agency.id(), agency);
        }
    }

    @Override
    public Optional<Dataset> dataset(DatasetId id) {
        return read(reading -> reading.dataset(id));
    }

    @Override
    public Optional<Graph> graph(DatasetId id) {
        return read(reading -> reading.graph(id));
    }

    @Override
    public Optional<Graph> quality(DatasetId id) {
        return read(reading -> reading.quality(id));
    }

    @Override
    public DatasetState state(DatasetId id) {
        return read(reading -> reading.state(id));
    }

    @Override
    public Optional<Agency> agency(AgencyId id) {
        return Optional.ofNullable(agencies.computeIfAbsent(
                id, absent -> read(reading -> reading.agency(absent)).orElse(null)));
    }

    @Override
    public List<Agency> agencies() {
        return read(Reading::agencies);
    }

    @Override
    public void forEachDataset(Consumer<Dataset> action) {
        read(reading -> {
            reading.forEachDataset(action);
            return reading;
        });
    }

    @Override
    public List<DatasetId> datasetsWith(Sha256 checksum) {
        return read(reading -> reading.datasetsWith(checksum));
    }

    @Override
    public List<DatasetId> datasetsWith(Node property, URI value) {
        return read(reading -> reading.datasetsWith(property, value));
    }

    @Override
    public List<ChangeEntry> standing() {
        return read(Reading::standing);
    }

    @Override
    public List<ChangeEntry> changesSince(long number, int limit) {
        return read(reading -> reading.changesSince(number, limit));
    }

    @Override
    public <T> T query(Query query, Function<QueryExec, T> use) {
        return inside(generation -> generation.read(store -> {
            try (var prepared = PublishedGraphs.prepare(store, query)) {
                return use.apply(prepared);
            }
        }));
    }

    @Override
    public long lastNumber() {
        return position.lastNumber();
    }

    @Override
    public long datasets() {
        return position.datasets();
    }

    /// Runs a query in a read transaction on the whole store, which cannot be written through it.
    public <T> T query(Function<DatasetGraph, T> query) {
        return inside(generation -> generation.read(store -> query.apply(new DatasetGraphReadOnly(store))));
    }

    /// The size of the database in use, in bytes.
    public long diskBytes() {
        return inside(Generation::bytes);
    }

    /// Replaces the database by a fresh copy of what it says: disk that replaced versions took is given back.
    ///
    /// Reading and writing go on; writers wait only while the last changes are carried over. One compaction at a time.
    public Compaction compact() {
        compacting.lock();
        try {
            return inside(from -> new CompactionByCopy(from, home, subjects).run(this::swap));
        } finally {
            compacting.unlock();
        }
    }

    private void swap(Function<Generation, Generation> last) {
        onWriter(() -> {
            var before = current;
            current = last.apply(before);
            before.retire();
            return current;
        });
    }

    private <T> T read(Function<Reading, T> function) {
        return inside(generation -> generation.read(store -> function.apply(new Reading(store, subjects))));
    }

    private <T> T inside(Function<Generation, T> function) {
        while (!closed) {
            var generation = current;
            if (generation.enter()) {
                try {
                    return function.apply(generation);
                } finally {
                    generation.leave();
                }
            }
        }
        throw new IllegalStateException("the store is closed");
    }

    private <T> T onWriter(Callable<T> work) {
        if (closed) {
            throw new IllegalStateException("the store is closed");
        }
        return await(writer.submit(work));
    }

    // The work goes on when the caller is interrupted, so its outcome is waited for and the interrupt passed on.
    private static <T> T await(Future<T> work) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return work.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof RuntimeException failure) {
                        throw failure;
                    }
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Waits for the commit at work; readers may finish.
    @Override
    public void close() {
        compacting.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            writer.close();
            current.leave();
            home.close();
        } finally {
            compacting.unlock();
        }
    }
}
