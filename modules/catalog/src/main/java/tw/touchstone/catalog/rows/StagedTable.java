package tw.touchstone.catalog.rows;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import tw.touchstone.inspection.table.PersonalData;
import tw.touchstone.inspection.table.Row;

/// One table on its way into the engine. For one thread.
final class StagedTable {

    private static final int PREVIEW_ROWS = 10;
    private static final int PREVIEW_CHARS = 100;

    private final SeenTable seen;
    private final List<RowColumn> columns;
    private final List<CellReader> readers;
    private final Set<Integer> unlike = new HashSet<>();
    private final List<List<String>> preview = new ArrayList<>();
    private boolean begun;
    private long rows;

    /// @param asText columns, counted from 0, that are known to hold other values than their type
    StagedTable(SeenTable seen, Set<Integer> asText) {
        this.seen = seen;
        this.readers = IntStream.range(0, seen.columns().size())
                .mapToObj(i -> new CellReader(seen.columns().get(i).profile(), asText.contains(i)))
                .toList();
        var names = ColumnNames.of(
                seen.columns().stream().map(each -> each.profile().name()).toList());
        this.columns = IntStream.range(0, names.size())
                .mapToObj(i -> new RowColumn(
                        names.get(i), readers.get(i).type(), seen.columns().get(i).profile().type()))
                .toList();
    }

    SeenTable seen() {
        return seen;
    }

    List<RowColumn> columns() {
        return columns;
    }

    /// Its name in the engine.
    String staged() {
        return "t" + seen.number();
    }

    String creation() {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> "c" + i + " " + columns.get(i).type().sql())
                .collect(Collectors.joining(", ", "CREATE TABLE " + staged() + " (", ")"));
    }

    /// Whether it begins now; a table begins once.
    boolean begin() {
        boolean first = !begun;
        begun = true;
        return first;
    }

    boolean hasBegun() {
        return begun;
    }

    long rows() {
        return rows;
    }

    List<List<String>> preview() {
        return preview;
    }

    /// The columns in which something stood that is not of their type; their table has to be read again.
    Set<Integer> unlike() {
        return unlike;
    }

    void take(Row row, DuckDBAppender into) throws SQLException {
        rows++;
        if (preview.size() < PREVIEW_ROWS) {
            preview.add(seen.columns().stream().map(each -> shown(row, each.cell())).toList());
        }
        // Once a column is known to be unlike its type, the rest is read to know about the others.
        boolean keeps = unlike.isEmpty();
        if (keeps) {
            into.beginRow();
        }
        for (int i = 0; i < readers.size(); i++) {
            int cell = seen.columns().get(i).cell();
            var read = cell >= row.kept() || row.isBlank(cell)
                    ? new CellReader.Read.Nothing()
                    : readers.get(i).read(row.cell(cell));
            if (read instanceof CellReader.Read.Unlike) {
                unlike.add(i);
            }
            if (keeps) {
                append(read, into);
            }
        }
        if (keeps) {
            into.endRow();
        }
    }

    private static void append(CellReader.Read read, DuckDBAppender into) throws SQLException {
        if (!(read instanceof CellReader.Read.Value(Object value))) {
            into.appendNull();
            return;
        }
        switch (value) {
            case Long number -> into.append(number.longValue());
            case Double number -> into.append(number.doubleValue());
            case Boolean truth -> into.append(truth.booleanValue());
            case LocalDate day -> into.append(day);
            case LocalDateTime moment -> into.append(moment);
            default -> into.append(value.toString());
        }
    }

    private static String shown(Row row, int cell) {
        if (cell >= row.kept() || row.isBlank(cell)) {
            return "";
        }
        var text = PersonalData.masked(row.cell(cell)).strip();
        return text.codePointCount(0, text.length()) <= PREVIEW_CHARS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, PREVIEW_CHARS)) + "…";
    }
}
