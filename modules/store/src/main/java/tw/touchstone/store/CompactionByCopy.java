package tw.touchstone.store;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.loader.LoaderFactory;
import tw.touchstone.model.DatasetId;

/// Builds a fresh generation from a snapshot while the store serves, carries the changes since over by the log, and hands
/// it over to the writer.
final class CompactionByCopy {

    private static final int ROUND = 1_000;
    private static final int MAX_ROUNDS = 100;

    private final Generation from;
    private final StoreHome home;
    private final Subjects subjects;

    CompactionByCopy(Generation from, StoreHome home, Subjects subjects) {
        this.from = from;
        this.home = home;
        this.subjects = subjects;
    }

    /// @param swap runs the function it is given on the writer's thread, with the generation in use, and puts the
    ///     generation it returns in its place
    Compaction run(Consumer<Function<Generation, Generation>> swap) {
        long start = System.nanoTime();
        long before = from.bytes();
        var to = Generation.open(home.next());
        var held = new Duration[] {Duration.ZERO};
        boolean swapped = false;
        try {
            long number = copy(to);
            for (int round = 0; round < MAX_ROUNDS && behind(number) > ROUND; round++) {
                number = replay(to, number);
            }
            long copied = number;
            swap.accept(current -> {
                long held0 = System.nanoTime();
                long last = copied;
                while (behind(last) > 0) {
                    last = replay(to, last);
                }
                home.point(to.folder());
                held[0] = Duration.ofNanos(System.nanoTime() - held0);
                return to;
            });
            swapped = true;
        } finally {
            if (!swapped) {
                to.retire();
            }
        }
        return new Compaction(before, to.bytes(), Duration.ofNanos(System.nanoTime() - start), held[0]);
    }

    /// Copies a snapshot; the number of its last log entry.
    private long copy(Generation to) {
        return from.read(store -> {
            var loader = LoaderFactory.phasedLoader(to.store(), (format, arguments) -> {});
            loader.startBulk();
            var stream = loader.streamRDF();
            stream.start();
            store.find().forEachRemaining(stream::quad);
            stream.finish();
            loader.finishBulk();
            return new ChangeLog(store, subjects).lastNumber();
        });
    }

    private long behind(long number) {
        return from.read(store -> new ChangeLog(store, subjects).lastNumber()) - number;
    }

    /// What one round carries over: the graphs that were touched as they are now, and the log's entries.
    private record Round(Map<ChangeEntry, List<Quad>> log, Map<Node, Set<Triple>> graphs, long last) {}

    private long replay(Generation to, long number) {
        var round = from.read(store -> {
            var log = new ChangeLog(store, subjects);
            var entries = log.since(number, ROUND);
            var quads = new HashMap<ChangeEntry, List<Quad>>();
            var graphs = new HashMap<Node, Set<Triple>>();
            for (var entry : entries) {
                quads.put(entry, log.quadsOf(entry));
                touched(entry).forEach(graph -> graphs.computeIfAbsent(graph, name -> GraphDiff.triples(store, name)));
            }
            return new Round(quads, graphs, entries.getLast().number());
        });
        to.write(() -> {
            var log = new ChangeLog(to.store(), subjects);
            round.log().forEach(log::replay);
            round.graphs().forEach((name, triples) ->
                    GraphDiff.between(to.store(), name, triples).apply(to.store()));
            return round;
        });
        return round.last();
    }

    private Set<Node> touched(ChangeEntry entry) {
        var graphs = new LinkedHashSet<Node>();
        graphs.add(subjects.ofEntry(entry));
        if (entry.kind() != ChangeEntry.Kind.AGENCY) {
            graphs.add(subjects.quality(new DatasetId(entry.subject())));
        }
        return graphs;
    }
}
