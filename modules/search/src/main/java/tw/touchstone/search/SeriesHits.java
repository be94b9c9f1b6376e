package tw.touchstone.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;

/// Collects by relevance, of each [Series] the best dataset, and counts the others.
///
/// Every match is looked at, also on later pages: which dataset stands for its series does not depend on the page.
final class SeriesHits implements CollectorManager<SeriesHits.Heads, TopFieldDocs> {

    private final int size;
    private final Optional<FieldDoc> after;

    /// @param size  how many series are wanted
    /// @param after the place behind which they begin
    SeriesHits(int size, Optional<FieldDoc> after) {
        this.size = size;
        this.after = after;
    }

    /// The best of each series, and how many more each has among the matches.
    static final class Page extends TopFieldDocs {
        private final int[] others;

        Page(TotalHits total, ScoreDoc[] heads, int[] others) {
            super(total, heads, new SortField[] {SortField.FIELD_SCORE});
            this.others = others;
        }

        int others(int place) {
            return others[place];
        }
    }

    @Override
    public Heads newCollector() {
        return new Heads();
    }

    @Override
    public TopFieldDocs reduce(Collection<Heads> slices) {
        var all = new Heads();
        for (var slice : slices) {
            for (int slot = 0; slot < slice.keys.length; slot++) {
                if (slice.counts[slot] > 0) {
                    all.add(slice.keys[slot], slice.scores[slot], slice.documents[slot], slice.counts[slot]);
                }
            }
        }
        Comparator<Integer> bestFirst = all::compare;
        var worstFirst = new PriorityQueue<Integer>(bestFirst.reversed());
        long total = 0;
        for (int slot = 0; slot < all.keys.length; slot++) {
            if (all.counts[slot] > 0) {
                total += all.counts[slot];
                if (isAfter(all, slot)) {
                    worstFirst.add(slot);
                    if (worstFirst.size() > size) {
                        worstFirst.remove();
                    }
                }
            }
        }
        var heads = new ScoreDoc[worstFirst.size()];
        var others = new int[heads.length];
        for (int place = heads.length - 1; place >= 0; place--) {
            int slot = worstFirst.remove();
            float score = all.scores[slot];
            heads[place] = new FieldDoc(
                    all.documents[slot], score, new Object[] {score, new BytesRef(Series.written(all.keys[slot]))});
            others[place] = all.counts[slot] - 1;
        }
        return new Page(new TotalHits(total, TotalHits.Relation.EQUAL_TO), heads, others);
    }

    private boolean isAfter(Heads heads, int slot) {
        if (after.isEmpty()) {
            return true;
        }
        int byScore = Float.compare((Float) after.get().fields[0], heads.scores[slot]);
        return byScore != 0
                ? byScore > 0
                : Series.written(heads.keys[slot]).compareTo(((BytesRef) after.get().fields[1]).utf8ToString()) > 0;
    }

    /// A map from series to its best dataset, in arrays because every match passes through it.
    static final class Heads implements Collector {
        private long[] keys = new long[1 << 8];
        private float[] scores = new float[keys.length];
        private int[] documents = new int[keys.length];
        private int[] counts = new int[keys.length];
        private int used;

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
            var series = DocValues.getNumeric(leaf.reader(), Series.FIELD);
            return new LeafCollector() {
                private Scorable scorer = new Scorable() {
                    @Override
                    public float score() {
                        return 0;
                    }
                };

                @Override
                public void setScorer(Scorable given) {
                    scorer = given;
                }

                @Override
                public void collect(int document) throws IOException {
                    int number = leaf.docBase + document;
                    add(series.advanceExact(document) ? series.longValue() : number, scorer.score(), number, 1);
                }
            };
        }

        private void add(long key, float score, int document, int count) {
            if (used * 2 >= keys.length) {
                grow();
            }
            int slot = slot(key);
            if (counts[slot] == 0) {
                used++;
                keys[slot] = key;
            }
            if (counts[slot] == 0
                    || score > scores[slot]
                    || (score == scores[slot] && document < documents[slot])) {
                scores[slot] = score;
                documents[slot] = document;
            }
            counts[slot] += count;
        }

        private int slot(long key) {
            long mixed = key * 0x9E3779B97F4A7C15L;
            int slot = (int) (mixed >>> 32) & (keys.length - 1);
            while (counts[slot] > 0 && keys[slot] != key) {
                slot = (slot + 1) & (keys.length - 1);
            }
            return slot;
        }

        private void grow() {
            long[] oldKeys = keys;
            float[] oldScores = scores;
            int[] oldDocuments = documents;
            int[] oldCounts = counts;
            keys = new long[oldKeys.length * 2];
            scores = new float[keys.length];
            documents = new int[keys.length];
            counts = new int[keys.length];
            used = 0;
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldCounts[i] > 0) {
                    add(oldKeys[i], oldScores[i], oldDocuments[i], oldCounts[i]);
                }
            }
        }

        private int compare(int one, int other) {
            int byScore = Float.compare(scores[other], scores[one]);
            return byScore != 0 ? byScore : Long.compareUnsigned(keys[one], keys[other]);
        }
    }
}
