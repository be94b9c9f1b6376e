package tw.touchstone.inspection.table;

import java.util.ArrayList;
import java.util.List;

/// Tells where one table ends and another begins in the same text or sheet: below a blank row, with a header of its
/// own that the columns above do not explain.
final class NextTable {

    /// Rows of one width that are a table rather than a title.
    private static final int BLOCK = 3;

    private NextTable() {}

    /// Whether the rows below a blank one are the beginning of another table.
    static boolean begins(List<Row> rows, TableProfiler current) {
        if (current.rows() == 0) {
            return false;
        }
        var sample = rows.stream().map(SampleRow::of).toList();
        var header = HeaderFinder.find(sample, 1);
        if (header.line() == 0 || header.names().size() < 2 || header.firstRow() == Long.MAX_VALUE) {
            return false;
        }
        var names = header.names().stream().filter(name -> !name.isEmpty()).toList();
        if (names.size() < 2 || names.equals(filledNames(current))) {
            return false;
        }
        long filled = current.header().names().stream().filter(name -> !name.isEmpty()).count();
        return names.size() != filled || contradicts(sample, header, current);
    }

    private static List<String> filledNames(TableProfiler current) {
        return current.header().names().stream().filter(name -> !name.isEmpty()).toList();
    }

    /// Whether names stand where the table so far has numbers, and numbers go on below them.
    private static boolean contradicts(List<SampleRow> sample, Header header, TableProfiler current) {
        int contradictions = 0;
        for (int column = 0; column < Math.min(header.names().size(), current.width()); column++) {
            boolean numbers = current.column(column).isMostlyNumbers();
            boolean name = !header.name(column).isEmpty() && !isNumber(header.name(column));
            boolean goesOn = false;
            for (var row : sample) {
                goesOn |= row.line() >= header.firstRow() && isNumber(row.cell(column));
            }
            contradictions += numbers && name && goesOn ? 1 : 0;
        }
        return contradictions > 0;
    }

    private static boolean isNumber(String cell) {
        return !cell.isEmpty() && new NumberText().read(cell.toCharArray(), 0, cell.length());
    }

    /// The rows up to a blank one below which another table seems to begin, so that its rows do not count towards the
    /// width of the first.
    static List<Row> untilNext(List<Row> rows) {
        int block = 0;
        int width = 0;
        for (int i = 0; i < rows.size(); i++) {
            int filled = lastFilled(rows.get(i));
            boolean below = i > 0 && lastFilled(rows.get(i - 1)) == 0;
            if (below && block >= BLOCK && filled > 1 && filled != width) {
                return new ArrayList<>(rows.subList(0, i));
            }
            block = filled == 0 ? block : filled == width ? block + 1 : 1;
            width = filled == 0 ? width : filled;
        }
        return rows;
    }

    private static int lastFilled(Row row) {
        int last = 0;
        for (int i = 0; i < row.kept(); i++) {
            if (!row.cell(i).isBlank()) {
                last = i + 1;
            }
        }
        return last;
    }
}
