package tw.touchstone.inspection.tree;

import java.util.Arrays;
import tw.touchstone.inspection.table.CellKind;
import tw.touchstone.inspection.table.Row;
import tw.touchstone.inspection.table.RowSink;

/// The fields of one record as the cells of a row. For one thread.
final class RecordRow {

    /// Between the values of a field that a record has several times.
    private static final String AND = "; ";

    private final Row row = new Row();
    private String[] values = new String[16];
    private CellKind[] kinds = new CellKind[16];

    RecordRow() {
        clear();
    }

    private void clear() {
        Arrays.fill(values, "");
        Arrays.fill(kinds, CellKind.UNSTATED);
    }

    /// Takes a value of the field with this index.
    void add(int field, CharSequence text, CellKind kind) {
        if (field >= values.length) {
            int before = values.length;
            values = Arrays.copyOf(values, Math.max(field + 1, before * 2));
            kinds = Arrays.copyOf(kinds, values.length);
            Arrays.fill(values, before, values.length, "");
            Arrays.fill(kinds, before, kinds.length, CellKind.UNSTATED);
        }
        boolean again = !values[field].isEmpty();
        values[field] = again ? values[field] + AND + text : text.toString();
        kinds[field] = again ? CellKind.TEXT : kind;
    }

    /// Gives the row away and is empty again.
    ///
    /// @param record its number, counted from 1
    /// @param fields how many there are so far
    void give(long record, int fields, RowSink sink) {
        row.begin(record);
        for (int i = 0; i < Math.min(fields, values.length); i++) {
            row.add(values[i], kinds[i]);
        }
        sink.row(row.fillTo(fields));
        clear();
    }
}
