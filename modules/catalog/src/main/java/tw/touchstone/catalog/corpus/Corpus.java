package tw.touchstone.catalog.corpus;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.quality.DatasetFacts.Twin;
import tw.touchstone.quality.Share;

/// What is known of datasets through other datasets, learnt from the change log.
///
/// Who changed is compared with its neighbours alone, and whoever of those is overtaken by it is put on the list of
/// [JudgedAgain] instead of being judged at once: what one registration costs does not grow with its agency. All of it
/// stands in SQL, written in the transaction of the scorecards that it went into, and in memory, read when it is first
/// asked for. Thread-safe.
public final class Corpus {

    private final CorpusTable table;
    private final Iris iris;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Known> loaded = Optional.empty();

    public Corpus(Database database, Iris iris, Clock clock) {
        this.table = new CorpusTable(database);
        this.iris = iris;
        this.clock = clock;
    }

    private record Known(Twins twins, Sources sources) {}

    /// The addresses that a dataset names as its sources, that which it came from among them.
    public static List<URI> sources(Dataset dataset) {
        return Sources.of(dataset);
    }

    /// The nearest description of the same agency, also of a dataset that is not published (yet, or not with this
    /// description); empty where the description is too short to be compared, or nobody answers for the dataset.
    public Optional<Twin> twin(Dataset dataset) {
        return dataset.publisher().flatMap(agency -> Sketch.of(dataset.description()).map(sketch -> locked(() -> known()
                .twins()
                .likeness(dataset.id(), agency, sketch, now())
                .map(each -> new Twin(
                        Optional.of(each.twin()), new Share(each.similarity()), Optional.of(each.since())))
                .orElse(Twin.NONE))));
    }

    /// Takes in what was published and withdrawn, in memory.
    ///
    /// @param published as they stand now
    /// @param came      those whose standing as a source changed: that were registered, or withdrawn
    /// @param gone      that are not published any more
    /// @return what to write with the scorecards
    public Consumer<Handle> learn(Collection<Dataset> published, Collection<DatasetId> came, Collection<DatasetId> gone) {
        return locked(() -> {
            var known = known();
            var now = now();
            var overtaken = new LinkedHashSet<DatasetId>();
            var described = new LinkedHashSet<DatasetId>();
            var undescribed = new HashSet<DatasetId>();
            var sourced = new HashSet<DatasetId>();
            for (var dataset : published) {
                var before = known.twins().of(dataset.id());
                overtaken.addAll(learn(known.twins(), dataset, now));
                var after = known.twins().of(dataset.id());
                if (!after.equals(before)) {
                    (after.isPresent() ? described : undescribed).add(dataset.id());
                }
                if (known.sources().learn(dataset.id(), Sources.of(dataset))) {
                    sourced.add(dataset.id());
                }
            }
            for (var dataset : gone) {
                if (known.twins().of(dataset).isPresent()) {
                    undescribed.add(dataset);
                }
                overtaken.addAll(known.twins().forget(dataset, now));
                if (known.sources().learn(dataset, List.of())) {
                    sourced.add(dataset);
                }
            }
            described.addAll(overtaken);
            came.forEach(each -> overtaken.addAll(known.sources().naming(each)));
            // These are about to be judged anyway; a neighbour among them has had its say already.
            published.forEach(each -> overtaken.remove(each.id()));
            var rows = described.stream()
                    .flatMap(each -> known.twins().of(each).stream())
                    .toList();
            return sql -> {
                CorpusTable.put(sql, rows);
                CorpusTable.remove(sql, undescribed);
                sourced.forEach(each -> known.sources().write(sql, each));
                JudgedAgain.note(sql, overtaken, now);
            };
        });
    }

    /// Takes in that addresses were asked and said something new.
    ///
    /// @return what to write with the scorecards
    public Consumer<Handle> heard(Collection<URI> addresses) {
        return locked(() -> {
            var sources = known().sources();
            var now = now();
            var overtaken = new LinkedHashSet<DatasetId>();
            addresses.forEach(each -> overtaken.addAll(sources.naming(each)));
            return sql -> JudgedAgain.note(sql, overtaken, now);
        });
    }

    /// Forgets what stands in memory only, because it could not be written down.
    public void readAgain() {
        locked(() -> loaded = Optional.empty());
    }

    private static Set<DatasetId> learn(Twins twins, Dataset dataset, Instant now) {
        var agency = dataset.publisher();
        var sketch = agency.flatMap(_ -> Sketch.of(dataset.description()));
        return sketch.isPresent()
                ? twins.learn(dataset.id(), agency.orElseThrow(), sketch.get(), now)
                : twins.forget(dataset.id(), now);
    }

    private Known known() {
        if (loaded.isEmpty()) {
            loaded = Optional.of(new Known(new Twins(table.descriptions()), new Sources(iris, table.sources())));
        }
        return loaded.orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
