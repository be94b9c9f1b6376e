package tw.touchstone.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.BytesRef;

/// Hands on the documents that pass the filters, and counts the values of facets, each facet without its own filter.
///
/// A document that passes all filters is a hit and counts for every facet; one that fails a single filter counts for
/// that facet alone. So one pass over the matches of a text is enough, however many filters there are.
///
/// Counts are kept by each segment's own numbering of values and named at the end of the segment. A numbering across
/// segments would have to be made anew for every change of the index, before the next search could answer.
final class FacetCounter implements Collector {

    private final Collector hits;
    private final Map<Facet, Set<String>> filters;
    private final Map<Facet, Map<String, Long>> totals = new EnumMap<>(Facet.class);

    FacetCounter(Collector hits, Map<Facet, Set<String>> filters) {
        this.hits = hits;
        this.filters = filters;
        for (var facet : Facet.values()) {
            totals.put(facet, new HashMap<>());
        }
    }

    /// Collects hits and puts the counts by value into a map.
    static <C extends Collector, T> CollectorManager<FacetCounter, T> of(
            CollectorManager<C, T> hits, Map<Facet, Set<String>> filters, Map<Facet, Map<String, Long>> counts) {
        return new CollectorManager<>() {
            private final List<C> collectors = new ArrayList<>();

            @Override
            public FacetCounter newCollector() throws IOException {
                var collector = hits.newCollector();
                collectors.add(collector);
                return new FacetCounter(collector, filters);
            }

            @Override
            public T reduce(Collection<FacetCounter> counters) throws IOException {
                for (var counter : counters) {
                    counter.totals.forEach((facet, values) -> {
                        var sum = counts.computeIfAbsent(facet, none -> new HashMap<>());
                        values.forEach((value, count) -> sum.merge(value, count, Long::sum));
                    });
                }
                return hits.reduce(collectors);
            }
        };
    }

    @Override
    public ScoreMode scoreMode() {
        return hits.scoreMode();
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
        var inner = hits.getLeafCollector(leaf);
        var tallies = new ArrayList<Tally>();
        var gates = new ArrayList<Gate>();
        for (var facet : Facet.values()) {
            var tally = Tally.of(values(leaf, facet), totals.getOrDefault(facet, Map.of()));
            tallies.add(tally);
            var wanted = filters.get(facet);
            if (wanted != null) {
                gates.add(new Gate(values(leaf, facet), wanted, tally));
            }
        }
        return new LeafCollector() {
            @Override
            public void setScorer(Scorable scorer) throws IOException {
                inner.setScorer(scorer);
            }

            @Override
            public void collect(int document) throws IOException {
                Gate failed = null;
                for (var gate : gates) {
                    if (!gate.passes(document)) {
                        if (failed != null) {
                            return;
                        }
                        failed = gate;
                    }
                }
                if (failed != null) {
                    failed.tally.count(document);
                    return;
                }
                for (var tally : tallies) {
                    tally.count(document);
                }
                inner.collect(document);
            }

            @Override
            public void finish() throws IOException {
                for (var tally : tallies) {
                    tally.finish();
                }
                inner.finish();
            }
        };
    }

    private static SortedSetDocValues values(LeafReaderContext leaf, Facet facet) throws IOException {
        return DocValues.getSortedSet(leaf.reader(), facet.field());
    }

    /// The filter of one facet in one segment, and the counts it does not apply to.
    private static final class Gate {
        private final SortedSetDocValues values;
        private final boolean[] wanted;
        private final Tally tally;

        Gate(SortedSetDocValues values, Set<String> wanted, Tally tally) throws IOException {
            this.values = values;
            this.tally = tally;
            this.wanted = new boolean[Math.toIntExact(values.getValueCount())];
            for (var value : wanted) {
                long number = values.lookupTerm(new BytesRef(value));
                if (number >= 0) {
                    this.wanted[(int) number] = true;
                }
            }
        }

        boolean passes(int document) throws IOException {
            if (values.advanceExact(document)) {
                for (int i = values.docValueCount(); i > 0; i--) {
                    if (wanted[(int) values.nextOrd()]) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /// The counts of one facet in one segment.
    private abstract static class Tally {
        final int[] counts;
        private final SortedSetDocValues names;
        private final Map<String, Long> byName;

        Tally(SortedSetDocValues names, Map<String, Long> byName) {
            this.names = names;
            this.byName = byName;
            counts = new int[Math.toIntExact(names.getValueCount())];
        }

        abstract void count(int document) throws IOException;

        void finish() throws IOException {
            for (int value = 0; value < counts.length; value++) {
                if (counts[value] > 0) {
                    byName.merge(names.lookupOrd(value).utf8ToString(), (long) counts[value], Long::sum);
                }
            }
        }

        /// Where no document has more than one value, the values are read without a loop: twice as fast.
        static Tally of(SortedSetDocValues values, Map<String, Long> byName) {
            var single = DocValues.unwrapSingleton(values);
            return single == null ? new Several(values, byName) : new Single(single, values, byName);
        }
    }

    private static final class Single extends Tally {
        private final SortedDocValues values;

        Single(SortedDocValues values, SortedSetDocValues names, Map<String, Long> byName) {
            super(names, byName);
            this.values = values;
        }

        @Override
        void count(int document) throws IOException {
            if (values.advanceExact(document)) {
                counts[values.ordValue()]++;
            }
        }
    }

    private static final class Several extends Tally {
        private final SortedSetDocValues values;

        Several(SortedSetDocValues values, Map<String, Long> byName) {
            super(values, byName);
            this.values = values;
        }

        @Override
        void count(int document) throws IOException {
            if (values.advanceExact(document)) {
                for (int i = values.docValueCount(); i > 0; i--) {
                    counts[(int) values.nextOrd()]++;
                }
            }
        }
    }
}
