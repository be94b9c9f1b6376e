package tw.touchstone.inspection.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;

/// Receives fields from the parser without making strings of them, and hands on whole rows.
///
/// The row is copied because the parser's buffer may move while a row is read.
final class RowCollector extends AbstractBaseCsvCallbackHandler<Boolean> {

    /// Uses rows; a row is only valid during the call.
    interface RowConsumer {
        /// Takes a row and says whether to go on.
        boolean row(Row row);
    }

    private final RowConsumer consumer;
    private final boolean stripQuotes;
    private final LineEnds lineEnds;
    private final Row row = new Row();
    private boolean anyQuoted;

    /// @param stripQuotes whether quotes are read as text, because they are not balanced, and cut off here
    RowCollector(RowConsumer consumer, LineEnds lineEnds, boolean stripQuotes) {
        this.consumer = consumer;
        this.lineEnds = lineEnds;
        this.stripQuotes = stripQuotes;
    }

    @Override
    protected void handleBegin(long startingLine) {
        row.begin(startingLine);
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (quoted) {
            anyQuoted = true;
            lineEnds.removeQuoted(buffer, offset, offset + length);
        }
        if (stripQuotes && length > 1 && buffer[offset] == '"' && buffer[offset + length - 1] == '"') {
            anyQuoted = true;
            row.add(buffer, offset + 1, offset + length - 1, CellKind.UNSTATED);
        } else {
            row.add(buffer, offset, offset + length, CellKind.UNSTATED);
        }
    }

    @Override
    protected Boolean buildRecord() {
        return consumer.row(row);
    }

    long line() {
        return row.line();
    }

    boolean anyQuoted() {
        return anyQuoted;
    }

    boolean capped() {
        return row.capped();
    }
}
