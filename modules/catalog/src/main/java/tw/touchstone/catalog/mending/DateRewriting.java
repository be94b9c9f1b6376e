package tw.touchstone.catalog.mending;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Set;

/// Copies a table with the dates of some columns in ISO 8601; all other cells stay as they are.
///
/// @param columns counted from 0
/// @param changes where the rows that change are told
record DateRewriting(TableText table, Set<Integer> columns, LineChanges changes) {

    void write(InputStream in, OutputStream out) throws IOException, Unwritable {
        var rows = new TableRows(in, table);
        var copy = new CsvOutput(out);
        for (var row = rows.next(); row.isPresent(); row = rows.next()) {
            copy.row(row.get().line() > table.headerLine() ? rewritten(row.get()).cells() : row.get().cells());
        }
        copy.end();
    }

    private TableRows.TableRow rewritten(TableRows.TableRow row) {
        var cells = new ArrayList<>(row.cells());
        for (int column : columns) {
            if (column < cells.size()) {
                RocDate.iso(cells.get(column)).ifPresent(date -> cells.set(column, date));
            }
        }
        var rewritten = new TableRows.TableRow(row.line(), cells);
        if (!rewritten.equals(row)) {
            changes.changed(row.line(), row.joined(), rewritten.joined());
        }
        return rewritten;
    }
}
