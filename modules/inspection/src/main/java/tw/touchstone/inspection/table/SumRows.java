package tw.touchstone.inspection.table;

import java.util.ArrayList;
import java.util.List;
import tw.touchstone.model.fact.AnomalyCode;

/// Keeps rows that are sums of others apart from the rows they sum up: counted with them, every figure would be in the
/// statistics twice, and the greatest would be a sum. Where sums are more than the other rows, as in statements of
/// account, they are the table.
final class SumRows {

    /// A sum is named in one of so many leading columns.
    private static final int COLUMNS = 3;

    /// So many rows, and characters of them, wait for the end of the table, which decides what they are.
    private static final int ROWS = 4_096;

    private static final int CHARS = 1 << 20;

    private final List<Row> apart = new ArrayList<>();
    private long count;
    private int chars;
    /// Decided early, since too many wait.
    private boolean areRows;
    private boolean areSums;

    /// Whether a row is named like a sum, which is an anomaly at its name.
    boolean isSum(Row row, AnomalyCounter anomalies) {
        for (int i = 0; i < Math.min(COLUMNS, row.kept()); i++) {
            if (TotalRows.mayBe(row.text(), row.start(i), row.end(i)) && TotalRows.is(row.cell(i))) {
                anomalies.add(AnomalyCode.TOTAL_ROW, row.line(), i + 1, row.place(i), row.cell(i));
                return true;
            }
        }
        return false;
    }

    /// Whether a sum is no row, as far as is known.
    ///
    /// @param rows counted so far
    boolean keepsApart(Row row, long rows) {
        if (areRows) {
            return false;
        }
        count++;
        if (areSums) {
            return true;
        }
        chars += row.kept() > 0 ? row.end(row.kept() - 1) - row.start(0) : 0;
        if (apart.size() < ROWS && chars <= CHARS) {
            apart.add(row.copy());
            return true;
        }
        areRows = count > rows;
        areSums = !areRows;
        if (areSums) {
            apart.clear();
        }
        return areSums;
    }

    /// The sums that turned out to be rows.
    List<Row> release() {
        var waiting = List.copyOf(apart);
        apart.clear();
        return waiting;
    }

    /// The sums that are rows after all, at the end of the table.
    ///
    /// @param rows all others
    List<Row> end(long rows) {
        return count > rows ? release() : List.of();
    }
}
