package tw.touchstone.catalog.mending;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.TextEncoding;

/// A fix that writes a file anew, from one that we hold.
public sealed interface FileFix extends Fix {

    /// Whom it mends, or is copied from.
    DistributionId of();

    /// The file it was made for.
    Sha256 bytes();

    @Override
    default Optional<DistributionId> distribution() {
        return Optional.of(of());
    }

    /// Whether the new file becomes a further distribution, and the old one stays.
    default boolean isCopy() {
        return this instanceof IsoDates || this instanceof PlainTable;
    }

    /// Writes the new file in one pass and in constant memory; neither stream is closed.
    ///
    /// @param changes where lines that change are told, unless the lines of both files go side by side
    /// @throws Unwritable if the file is not what it was found to be
    void write(InputStream from, OutputStream to, LineChanges changes) throws IOException, Unwritable;

    /// Whether the new file is what it should be, by what was seen of both: nothing is offered that the inspector reads
    /// otherwise.
    boolean succeeded(ByteFacts before, ByteFacts after);

    /// The same text in UTF-8.
    ///
    /// @param from the encoding it is in
    record Utf8(DistributionId of, Sha256 bytes, TextEncoding from) implements FileFix {
        @Override
        public FixKind kind() {
            return FixKind.TRANSCODE;
        }

        @Override
        public void write(InputStream in, OutputStream out, LineChanges changes) throws IOException, Unwritable {
            Transcoding.toUtf8(in, from, out);
        }

        @Override
        public boolean succeeded(ByteFacts before, ByteFacts after) {
            return isUtf8(after) && SameTable.is(before, after);
        }
    }

    /// The same bytes without the byte order mark of UTF-8.
    record DropMark(DistributionId of, Sha256 bytes) implements FileFix {
        @Override
        public FixKind kind() {
            return FixKind.DROP_MARK;
        }

        @Override
        public void write(InputStream in, OutputStream out, LineChanges changes) throws IOException, Unwritable {
            ByteOrderMark.drop(in, out);
        }

        @Override
        public boolean succeeded(ByteFacts before, ByteFacts after) {
            return isUtf8(after) && SameTable.is(before, after);
        }
    }

    /// The same bytes behind a byte order mark of UTF-8.
    record AddMark(DistributionId of, Sha256 bytes) implements FileFix {
        @Override
        public FixKind kind() {
            return FixKind.ADD_MARK;
        }

        @Override
        public void write(InputStream in, OutputStream out, LineChanges changes) throws IOException, Unwritable {
            ByteOrderMark.add(in, out);
        }

        @Override
        public boolean succeeded(ByteFacts before, ByteFacts after) {
            return isUtf8(after) && SameTable.is(before, after);
        }
    }

    /// A copy of a table in which the dates of these columns are ISO 8601.
    ///
    /// @param columns counted from 0
    record IsoDates(DistributionId of, Sha256 bytes, TableText table, List<Integer> columns) implements FileFix {

        static final LangText TITLE = LangText.of("西元日期", "ISO dates");

        public IsoDates {
            columns = List.copyOf(columns);
        }

        @Override
        public FixKind kind() {
            return FixKind.ISO_DATES;
        }

        @Override
        public void write(InputStream in, OutputStream out, LineChanges changes) throws IOException, Unwritable {
            new DateRewriting(table, Set.copyOf(columns), changes).write(in, out);
        }

        @Override
        public boolean succeeded(ByteFacts before, ByteFacts after) {
            return isUtf8(after) && SameTable.is(before, after) && SameTable.hasSameDates(before, after, columns);
        }
    }

    /// A copy of a table that is its header and its rows.
    ///
    /// @param header  the names, as they were found
    /// @param dropped lines below the header that are no rows: second names, units
    /// @param end     the first line of the notes below the table
    record PlainTable(
            DistributionId of, Sha256 bytes, TableText table, List<String> header, Set<Long> dropped, long end)
            implements FileFix {

        static final LangText TITLE = LangText.of("純資料", "rows only");

        public PlainTable {
            header = List.copyOf(header);
            dropped = new TreeSet<>(dropped);
        }

        @Override
        public FixKind kind() {
            return FixKind.PLAIN_TABLE;
        }

        @Override
        public void write(InputStream in, OutputStream out, LineChanges changes) throws IOException, Unwritable {
            new PlainRewriting(this, changes).write(in, out);
        }

        @Override
        public boolean succeeded(ByteFacts before, ByteFacts after) {
            return isUtf8(after) && SameTable.isPlain(before, after);
        }
    }

    private static boolean isUtf8(ByteFacts after) {
        return after.text()
                .filter(text -> text.encoding() == TextEncoding.UTF_8 || text.encoding() == TextEncoding.ASCII)
                .isPresent();
    }
}
