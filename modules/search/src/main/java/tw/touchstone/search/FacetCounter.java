package tw.touchstone.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/// Counts the values of facets among the matching documents.
///
/// Counts are kept by each segment's own numbering of values and named at the end of the segment. A numbering across
/// segments would have to be made anew for every change of the index, before the next search could answer.
final class FacetCounter implements Collector {

    private final Map<Facet, Map<String, Long>> totals = new EnumMap<>(Facet.class);

    FacetCounter(Collection<Facet> facets) {
        facets.forEach(facet -> totals.put(facet, new HashMap<>()));
    }

    /// Counts these facets in one search and puts the counts by value into a map.
    static CollectorManager<FacetCounter, Map<Facet, Map<String, Long>>> of(
            Collection<Facet> facets, Map<Facet, Map<String, Long>> counts) {
        return new CollectorManager<>() {
            @Override
            public FacetCounter newCollector() {
                return new FacetCounter(facets);
            }

            @Override
            public Map<Facet, Map<String, Long>> reduce(Collection<FacetCounter> counters) {
                for (var counter : counters) {
                    counter.totals.forEach((facet, values) -> {
                        var sum = counts.computeIfAbsent(facet, none -> new HashMap<>());
                        values.forEach((value, count) -> sum.merge(value, count, Long::sum));
                    });
                }
                return counts;
            }
        };
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
        var tallies = new ArrayList<Tally>();
        for (var facet : totals.entrySet()) {
            var values = DocValues.getSortedSet(leaf.reader(), facet.getKey().field());
            if (values.getValueCount() > 0) {
                tallies.add(Tally.of(values, facet.getValue()));
            }
        }
        var counted = tallies.toArray(Tally[]::new);
        return new LeafCollector() {
            @Override
            public void setScorer(Scorable scorer) {}

            @Override
            public void collect(int document) throws IOException {
                for (var tally : counted) {
                    tally.count(document);
                }
            }

            @Override
            public void finish() throws IOException {
                for (var tally : counted) {
                    tally.finish();
                }
            }
        };
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
