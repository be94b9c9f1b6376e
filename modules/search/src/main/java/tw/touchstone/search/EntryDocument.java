package tw.touchstone.search;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import tw.touchstone.model.LangText;

/// Writes an entry as a document of the index.
final class EntryDocument {

    /// The identifier as it is, for replacing, removing and breaking ties.
    static final String KEY = "key";

    static final String MODIFIED = "modified";

    static final String DOWNLOADS = "downloads";

    /// The number of the change that registered or revised the dataset last.
    static final String NUMBER = "number";

    static final String REGISTERED = "registered";

    /// Keywords to the letter, for selections and counts.
    static final String KEYWORD = "keyword";

    /// How much of a description is kept for snippets.
    private static final int MAX_SNIPPED = 2_000;

    /// How much of a name is kept; a hit is marked anew in every answer.
    private static final int MAX_NAME = 1_000;

    /// How many values of a facet one dataset may have, and how long each may be.
    private static final int MAX_VALUES = 200;

    private EntryDocument() {}

    static Document of(SearchEntry entry) {
        var document = new Document();
        var id = entry.id().value();
        document.add(new StringField(KEY, id, Store.YES));
        document.add(new SortedDocValuesField(KEY, new BytesRef(id)));
        document.add(new StringField(TextQuery.ID, id.toLowerCase(Locale.ROOT), Store.NO));
        for (var field : TextField.values()) {
            for (var text : field.textsOf(entry)) {
                document.add(new org.apache.lucene.document.TextField(field.field(), text, Store.NO));
                document.add(new org.apache.lucene.document.TextField(field.singles(), text, Store.NO));
            }
        }
        for (var title : TextField.TITLE.textsOf(entry)) {
            document.add(new StringField(TextQuery.WHOLE_TITLE, TextQuery.whole(title), Store.NO));
        }
        for (var name : TextField.COLUMNS.textsOf(entry)) {
            document.add(new StringField(FieldQueries.WHOLE_COLUMN, TextQuery.whole(name), Store.NO));
        }
        years(TextField.TITLE.textsOf(entry))
                .forEach(year -> document.add(new StringField(FieldQueries.YEAR_OF_TITLE, year, Store.NO)));
        years(Stream.concat(
                                TextField.KEYWORDS.textsOf(entry).stream(),
                                TextField.DESCRIPTION.textsOf(entry).stream())
                        .toList())
                .forEach(year -> document.add(new StringField(FieldQueries.YEAR_OF_TEXT, year, Store.NO)));
        for (var facet : Facet.values()) {
            for (var value : facetValues(facet, entry)) {
                document.add(new StringField(facet.field(), value, Store.NO));
                document.add(new SortedSetDocValuesField(facet.field(), new BytesRef(value)));
            }
        }
        for (var order : TitleOrder.values()) {
            document.add(new SortedDocValuesField(order.field(), order.key(entry.title())));
        }
        document.add(new LongField(MODIFIED, entry.modified().toEpochMilli(), Store.YES));
        document.add(new NumericDocValuesField(DOWNLOADS, entry.downloads()));
        document.add(new LongField(NUMBER, entry.number(), Store.NO));
        document.add(new LongField(REGISTERED, entry.registered().toEpochMilli(), Store.NO));
        values(entry.keywords()).forEach(keyword -> {
            document.add(new StringField(KEYWORD, keyword, Store.NO));
            document.add(new SortedSetDocValuesField(KEYWORD, new BytesRef(keyword)));
        });
        document.add(new NumericDocValuesField(Merit.FIXED, Merit.fixed(entry.modified(), entry.label())));
        long series = Series.key(id, entry.agency(), entry.title());
        document.add(new NumericDocValuesField(Series.FIELD, series));
        document.add(new StringField(Series.TERM, Series.written(series), Store.YES));
        NameList.add(document, entry);
        store(document, entry);
        return document;
    }

    private static void store(Document document, SearchEntry entry) {
        storeTexts(document, Card.TITLE, entry.title(), MAX_NAME);
        storeTexts(document, Card.DESCRIPTION, entry.description(), MAX_SNIPPED);
        storeTexts(document, Card.AGENCY_NAME, entry.agencyName(), MAX_NAME);
        entry.agency().ifPresent(agency -> document.add(new StoredField(Card.AGENCY, agency.value())));
        entry.formats().forEach(format -> document.add(new StoredField(Card.FORMAT, format)));
        document.add(new StoredField(Card.LABEL, entry.label()));
        document.add(new StoredField(Card.GRADE, entry.grade()));
    }

    private static Set<String> years(List<String> texts) {
        return texts.stream()
                .flatMap(text -> YearMention.in(text).stream())
                .map(mention -> String.valueOf(mention.year()))
                .collect(Collectors.toSet());
    }

    private static void storeTexts(Document document, String name, LangText text, int length) {
        text.byLanguage().forEach((language, value) ->
                document.add(new StoredField(name + language, Texts.cut(value, length))));
    }

    private static List<String> facetValues(Facet facet, SearchEntry entry) {
        return values(facet.valuesOf(entry));
    }

    private static List<String> values(List<String> all) {
        return all.stream()
                .filter(value -> !value.isEmpty())
                .map(value -> Texts.cut(value, MAX_VALUES))
                .distinct()
                .limit(MAX_VALUES)
                .toList();
    }
}
