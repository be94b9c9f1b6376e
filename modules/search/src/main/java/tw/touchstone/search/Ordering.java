package tw.touchstone.search;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.util.BytesRef;

/// The order of the hits in terms of the index, and its sort keys as bytes.
///
/// Ties are broken by identifier, so that no two datasets have the same place.
sealed interface Ordering {

    /// The order a query is answered in.
    static Ordering of(SearchQuery query, boolean hasText) {
        return switch (query.sort()) {
            case RELEVANCE -> hasText ? new ByScore() : new ByNumber(NEWEST);
            case NEWEST -> new ByNumber(NEWEST);
            case DOWNLOADS -> new ByNumber(new SortField(EntryDocument.DOWNLOADS, SortField.Type.LONG, true, 0L));
            case TITLE -> new ByTitle(TitleOrder.of(query.language()));
        };
    }

    SortField NEWEST = LongField.newSortField(EntryDocument.MODIFIED, true, SortedNumericSelector.Type.MAX);

    SortField field();

    /// The sort key of a hit, as bytes.
    BytesRef write(Object key);

    /// The sort key that was written so; empty where the bytes are none.
    Optional<Object> read(BytesRef key);

    /// The order in terms of the index.
    default Sort sort() {
        return new Sort(field(), new SortField(EntryDocument.KEY, SortField.Type.STRING));
    }

    /// The place behind the hit of a cursor; empty where the cursor has no such key.
    default Optional<FieldDoc> place(Cursor cursor) {
        // The document number is the last tie-break. Nothing ties with key and identifier but the hit itself, so the
        // highest number leaves out exactly that one.
        return read(cursor.key())
                .map(key -> new FieldDoc(
                        Integer.MAX_VALUE, Float.NaN, new Object[] {key, new BytesRef(cursor.id())}));
    }

    /// Best score first.
    record ByScore() implements Ordering {
        @Override
        public SortField field() {
            return SortField.FIELD_SCORE;
        }

        @Override
        public BytesRef write(Object key) {
            return new BytesRef(ByteBuffer.allocate(Float.BYTES).putFloat((Float) key).array());
        }

        @Override
        public Optional<Object> read(BytesRef key) {
            return key.length == Float.BYTES
                    ? Optional.of(ByteBuffer.wrap(key.bytes, key.offset, key.length).getFloat())
                    : Optional.empty();
        }
    }

    /// Highest number first.
    record ByNumber(SortField field) implements Ordering {
        @Override
        public BytesRef write(Object key) {
            return new BytesRef(ByteBuffer.allocate(Long.BYTES).putLong((Long) key).array());
        }

        @Override
        public Optional<Object> read(BytesRef key) {
            return key.length == Long.BYTES ? Optional.of(ByteBuffer.wrap(key.bytes, key.offset, key.length).getLong()) : Optional.empty();
        }
    }

    /// In alphabetical order.
    record ByTitle(TitleOrder order) implements Ordering {
        @Override
        public SortField field() {
            return new SortField(order.field(), SortField.Type.STRING);
        }

        @Override
        public BytesRef write(Object key) {
            return (BytesRef) key;
        }

        @Override
        public Optional<Object> read(BytesRef key) {
            return Optional.of(key);
        }
    }
}
