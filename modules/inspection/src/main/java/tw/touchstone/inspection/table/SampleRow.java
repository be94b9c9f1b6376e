package tw.touchstone.inspection.table;

import java.util.ArrayList;
import java.util.List;

/// A row of the beginning of a table.
///
/// @param line  on which it starts
/// @param cells trimmed
record SampleRow(long line, List<String> cells) {

    SampleRow {
        cells = List.copyOf(cells);
    }

    static SampleRow of(Row row) {
        var cells = new ArrayList<String>(row.kept());
        for (int i = 0; i < row.kept(); i++) {
            cells.add(Blanks.trimmed(row.cell(i)));
        }
        return new SampleRow(row.line(), cells);
    }

    long filled() {
        return cells.stream().filter(cell -> !cell.isEmpty()).count();
    }

    String joined() {
        return String.join(" ", cells).strip();
    }

    boolean isBlank() {
        return filled() == 0;
    }

    String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }
}
