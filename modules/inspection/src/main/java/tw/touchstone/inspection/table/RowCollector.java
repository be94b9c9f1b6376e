package tw.touchstone.inspection.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;

/// Receives fields from the parser without making strings of them, and hands on whole rows.
///
/// The row is copied because the parser's buffer may move while a row is read.
final class RowCollector extends AbstractBaseCsvCallbackHandler<Boolean> {

    /// Uses rows; a row is only valid during the call.
    interface RowConsumer {
        /// Takes a row and says whether to go on.
        boolean row(RowCollector row);
    }

    private final RowConsumer consumer;
    private final boolean stripQuotes;
    private final LineEnds lineEnds;

    private char[] text = new char[4_096];
    private int[] ends = new int[64];
    private int fields;
    private int kept;
    private int used;
    private long line;
    private boolean anyQuoted;
    private boolean capped;
    private long rowsSeen;

    /// @param stripQuotes whether quotes are read as text, because they are not balanced, and cut off here
    RowCollector(RowConsumer consumer, LineEnds lineEnds, boolean stripQuotes) {
        this.consumer = consumer;
        this.lineEnds = lineEnds;
        this.stripQuotes = stripQuotes;
    }

    @Override
    protected void handleBegin(long startingLine) {
        line = startingLine;
        fields = 0;
        kept = 0;
        used = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        fields++;
        if (quoted) {
            anyQuoted = true;
            lineEnds.removeQuoted(buffer, offset, offset + length);
        }
        if (kept == TableCaps.COLUMNS || used + length > TableCaps.ROW_CHARS) {
            capped = true;
            return;
        }
        int from = offset;
        int size = length;
        if (stripQuotes && size > 1 && buffer[from] == '"' && buffer[from + size - 1] == '"') {
            anyQuoted = true;
            from++;
            size -= 2;
        }
        if (used + size > text.length) {
            text = Arrays.copyOf(text, Math.max(used + size, text.length * 2));
        }
        System.arraycopy(buffer, from, text, used, size);
        used += size;
        if (kept == ends.length) {
            ends = Arrays.copyOf(ends, kept * 2);
        }
        ends[kept++] = used;
    }

    @Override
    protected Boolean buildRecord() {
        rowsSeen++;
        return consumer.row(this);
    }

    long line() {
        return line;
    }

    /// Fields of the row, those beyond the cap included.
    int fields() {
        return fields;
    }

    /// Fields that can be read.
    int kept() {
        return kept;
    }

    char[] text() {
        return text;
    }

    int start(int field) {
        return field == 0 ? 0 : ends[field - 1];
    }

    int end(int field) {
        return ends[field];
    }

    String cell(int field) {
        return new String(text, start(field), end(field) - start(field));
    }

    boolean anyQuoted() {
        return anyQuoted;
    }

    boolean capped() {
        return capped;
    }

    long rowsSeen() {
        return rowsSeen;
    }
}
