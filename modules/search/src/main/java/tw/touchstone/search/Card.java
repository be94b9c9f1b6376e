package tw.touchstone.search;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.LangText;

/// Reads from the index what a hit shows.
final class Card {

    /// Stored fields; those of texts are followed by a language tag.
    static final String TITLE = "card.title@";

    static final String DESCRIPTION = "card.description@";

    static final String AGENCY_NAME = "card.agency@";

    static final String AGENCY = "card.agency";

    static final String FORMAT = "card.format";

    static final String LABEL = "card.label";

    static final String GRADE = "card.grade";

    private final IndexSearcher searcher;
    private final StoredFields stored;
    private final Marker marker;
    private final String language;

    Card(IndexSearcher searcher, Marker marker, String language) throws IOException {
        this.searcher = searcher;
        this.marker = marker;
        this.language = language;
        stored = searcher.storedFields();
    }

    Hit hit(int number, float score, long others, List<RankReason> reasons) throws IOException {
        var document = stored.document(number);
        var title = texts(document, TITLE);
        return new Hit(
                new DatasetId(document.get(EntryDocument.KEY)),
                score,
                title,
                marker.whole(title, language),
                marker.snippet(texts(document, DESCRIPTION), language),
                Optional.ofNullable(document.get(AGENCY)).map(AgencyId::new),
                texts(document, AGENCY_NAME),
                List.of(document.getValues(FORMAT)),
                Optional.ofNullable(document.get(LABEL)).orElse(""),
                Optional.ofNullable(document.get(GRADE)).orElse(""),
                Instant.ofEpochMilli(
                        document.getField(EntryDocument.MODIFIED).numericValue().longValue()),
                downloads(number),
                Optional.ofNullable(document.get(Series.TERM)).orElse(""),
                others,
                reasons);
    }

    private long downloads(int number) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(number, leaves));
        var counts = DocValues.getNumeric(leaf.reader(), EntryDocument.DOWNLOADS);
        return counts.advanceExact(number - leaf.docBase) ? counts.longValue() : 0;
    }

    private static LangText texts(Document document, String name) {
        var texts = new TreeMap<String, String>();
        for (var field : document.getFields()) {
            if (field.name().startsWith(name)) {
                texts.put(field.name().substring(name.length()), field.stringValue());
            }
        }
        return new LangText(texts);
    }
}
