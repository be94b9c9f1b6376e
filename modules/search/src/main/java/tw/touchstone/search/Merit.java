package tw.touchstone.search;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import tw.touchstone.model.Label;

/// How fresh, how much downloaded and how good a dataset is, as a factor from 1 to [#MOST] on how well its text matches.
///
/// It can only lift: a dataset without a label, without downloads and without a date keeps the whole score of its text. And
/// it can lift by a tenth at most, so that of two datasets the one whose text matches better by more than that stays first.
/// Freshness is counted from a fixed day, not from today, so that the same index always answers the same.
final class Merit extends DoubleValuesSource {

    /// What a dataset without any merit is multiplied with.
    static final double LEAST = 1;

    /// What the freshest platinum dataset with the most downloads is multiplied with.
    static final double MOST = 1.1;

    /// The part of the merit that only a new entry changes, in units of [#UNIT].
    static final String FIXED = "merit";

    private static final double UNIT = 1e-4;

    private static final double FRESHNESS = 0.04;

    private static final double LABEL = 0.02;

    private static final double DOWNLOADS = 0.04;

    private static final Instant OLD = Instant.parse("2010-01-01T00:00:00Z");

    private static final double FRESH_DAYS = 30 * 365.25;

    /// Ten million downloads are as good as any more.
    private static final double MANY_DOWNLOADS = 7;

    /// The part that stands in the index, for a dataset modified then and with this label.
    static long fixed(Instant modified, String label) {
        double days = Duration.between(OLD, modified).toDays();
        double awarded = Label.ofCode(label).map(Merit::awarded).orElse(0.0);
        return Math.round((FRESHNESS * Math.clamp(days / FRESH_DAYS, 0, 1) + LABEL * awarded) / UNIT);
    }

    private static double awarded(Label label) {
        return switch (label) {
            case PLATINUM -> 1;
            case GOLD -> 0.75;
            case SILVER -> 0.5;
            case BRONZE -> 0.25;
            case NONE_FAILED, NONE_UNCHECKED, NONE_EXEMPT, SUSPENDED -> 0;
        };
    }

    /// The whole factor.
    static double factor(long fixed, long downloads) {
        // Asked for every match, and most datasets are never downloaded: a logarithm costs more than the rest.
        double counted = downloads <= 0 ? 0 : Math.min(1, Math.log10(1.0 + downloads) / MANY_DOWNLOADS);
        return Math.clamp(LEAST + fixed * UNIT + DOWNLOADS * counted, LEAST, MOST);
    }

    @Override
    public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
        var fixed = DocValues.getNumeric(leaf.reader(), FIXED);
        var downloads = DocValues.getNumeric(leaf.reader(), EntryDocument.DOWNLOADS);
        return new DoubleValues() {
            private int document = -1;

            @Override
            public double doubleValue() throws IOException {
                return factor(
                        fixed.advanceExact(document) ? fixed.longValue() : 0,
                        downloads.advanceExact(document) ? downloads.longValue() : 0);
            }

            @Override
            public boolean advanceExact(int wanted) {
                document = wanted;
                return true;
            }
        };
    }

    @Override
    public boolean needsScores() {
        return false;
    }

    @Override
    public DoubleValuesSource rewrite(IndexSearcher searcher) {
        return this;
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
        return DocValues.isCacheable(leaf, FIXED, EntryDocument.DOWNLOADS);
    }

    @Override
    public int hashCode() {
        return Merit.class.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Merit;
    }

    @Override
    public String toString() {
        return "merit";
    }
}
