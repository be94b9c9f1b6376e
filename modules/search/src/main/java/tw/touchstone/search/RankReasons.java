package tw.touchstone.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;

/// Says of a hit why it stands where it stands.
final class RankReasons {

    private final IndexSearcher searcher;
    private final TextQuery text;
    private final String typed;
    private final boolean near;

    RankReasons(IndexSearcher searcher, TextQuery text, String typed, boolean near) {
        this.searcher = searcher;
        this.text = text;
        this.typed = typed;
        this.near = near;
    }

    List<RankReason> of(int document) throws IOException {
        var reasons = new ArrayList<RankReason>();
        if (near) {
            var found = searcher.explain(text.near(), document);
            reasons.add(new RankReason(
                    RankReason.Kind.NEAREST, "", List.of(), found.getValue().doubleValue()));
        }
        for (var part : near ? List.<TextQuery.Part>of() : text.parts()) {
            var found = searcher.explain(part.query(), document);
            if (found.isMatch()) {
                boolean term = part.kind() == RankReason.Kind.TERM;
                reasons.add(new RankReason(
                        part.kind(),
                        term ? written(part.variants().getFirst()) : "",
                        term ? fields(part, document) : List.of(),
                        found.getValue().doubleValue()));
            }
        }
        reasons.add(new RankReason(RankReason.Kind.MERIT, "", List.of(), merit(document)));
        return reasons;
    }

    private List<String> fields(TextQuery.Part part, int document) throws IOException {
        var points = new LinkedHashMap<String, Double>();
        for (var variant : part.variants()) {
            for (var each : FieldQueries.byField(variant, part.field())) {
                var found = searcher.explain(each.query(), document);
                if (found.isMatch()) {
                    points.merge(each.field().field(), found.getValue().doubleValue(), Math::max);
                }
            }
        }
        return points.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// A wording as it was typed; the terms of the index are folded.
    private String written(Wording wording) {
        return Texts.find(typed, wording.terms())
                .map(span -> typed.substring(span.start(), span.end()))
                .orElseGet(() -> String.join(wording.hanOnly() ? "" : " ", wording.terms()));
    }

    private double merit(int number) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(number, leaves));
        int document = number - leaf.docBase;
        var fixed = DocValues.getNumeric(leaf.reader(), Merit.FIXED);
        var downloads = DocValues.getNumeric(leaf.reader(), EntryDocument.DOWNLOADS);
        return Merit.factor(
                fixed.advanceExact(document) ? fixed.longValue() : 0,
                downloads.advanceExact(document) ? downloads.longValue() : 0);
    }
}
