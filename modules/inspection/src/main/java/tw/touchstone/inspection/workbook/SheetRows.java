package tw.touchstone.inspection.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.touchstone.inspection.table.CellKind;
import tw.touchstone.inspection.table.Row;
import tw.touchstone.inspection.table.RowSink;
import tw.touchstone.inspection.table.TableAssembler;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.Dialect;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.FormCount;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TableProfile;

/// The rows of one sheet on their way to the assembler. Sheets leave out blank cells and rows; here they come back, as
/// far as they matter.
final class SheetRows {

    /// Rows that the largest sheet of any program has.
    static final long ROWS = 1 << 20;

    /// Blank rows that are told apart from more of them.
    private static final int GAP = 10;

    private final String name;
    private final TableAssembler table;
    private final Row row = new Row();
    private final Row blank = new Row();
    private final List<int[]> hiddenColumns = new ArrayList<>();
    private long number;
    private long last;
    private long rows;
    private int next;
    private int width;
    private int widest;
    private boolean capped;

    SheetRows(String name, RowSink sink) {
        this.name = name;
        this.table = new TableAssembler(name, Dialect.NONE, sink);
    }

    /// Begins a row.
    ///
    /// @param line counted from 1
    void begin(long line) {
        number = line;
        next = 0;
        row.begin(line);
    }

    /// Adds a cell; an empty one is as good as none.
    ///
    /// @param column counted from 0
    void cell(int column, CharSequence text, CellKind kind) {
        if (text.isEmpty() || column < next) {
            return;
        }
        row.fillTo(column);
        row.add(text, kind);
        next = column + 1;
        if (kind == CellKind.ERROR) {
            note(AnomalyCode.ERROR_CELL, column, text.toString());
        } else if (kind == CellKind.TEXT && last > 0 && isQuantity(text)) {
            note(AnomalyCode.NUMBER_AS_TEXT, column, text.toString());
        }
    }

    /// Whether a text is a number as nobody would write a code: without leading zeros, and not too long.
    private static boolean isQuantity(CharSequence text) {
        int length = text.length();
        if (length > 15) {
            return false;
        }
        int at = text.charAt(0) == '-' ? 1 : 0;
        int point = -1;
        for (int i = at; i < length; i++) {
            char c = text.charAt(i);
            if (c == '.' && point < 0 && i > at) {
                point = i;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        int whole = (point < 0 ? length : point) - at;
        return whole > 0 && point != length - 1 && (whole == 1 || text.charAt(at) != '0');
    }

    /// Ends the row; false where no more rows are read.
    boolean end() {
        if (next == 0) {
            return !capped;
        }
        if (rows == ROWS) {
            capped = true;
            return false;
        }
        long gap = number - last - 1;
        if (gap > 0) {
            width = 0;
            if (last > 0) {
                for (int i = 1; i <= Math.min(gap, GAP); i++) {
                    table.add(blank.begin(last + i).fillTo(1));
                }
            }
        }
        width = Math.max(width, next);
        widest = Math.max(widest, next);
        table.add(row.fillTo(width));
        last = Math.max(number, last);
        rows++;
        return true;
    }

    /// Counts an oddity of a cell of the current row.
    ///
    /// @param column counted from 0
    void note(AnomalyCode code, int column, String seen) {
        table.note(code, number, column + 1, seen);
    }

    /// Counts an oddity of a row or of the sheet.
    void noteAt(AnomalyCode code, long line, int column, String seen) {
        table.note(code, line, column, seen);
    }

    /// Remembers hidden columns, which matter where something stands in them.
    ///
    /// @param from counted from 0
    /// @param to   included
    void hidden(int from, int to) {
        if (hiddenColumns.size() < 10_000) {
            hiddenColumns.add(new int[] {from, to});
        }
    }

    boolean isEmpty() {
        return rows == 0;
    }

    Optional<Extent> cap() {
        return capped
                ? Optional.of(new Extent.Partial("rows", ROWS))
                : table.cap().map(cap -> cap);
    }

    Optional<GeoProfile> geo() {
        return table.geo();
    }

    List<TableProfile> finish() {
        for (var columns : hiddenColumns) {
            for (int column = columns[0]; column <= columns[1] && column < widest; column++) {
                table.note(AnomalyCode.HIDDEN_COLUMN, 0, column + 1, "");
            }
        }
        return table.finish().stream().map(this::placed).toList();
    }

    /// Says in every place which sheet it is in.
    private TableProfile placed(TableProfile found) {
        return new TableProfile(
                found.name(),
                found.dialect(),
                found.headerLine(),
                found.header(),
                found.rows(),
                found.anomalies().stream()
                        .map(each -> new Anomaly(each.code(), each.count(), placed(each.samples())))
                        .toList(),
                found.columns().stream().map(this::placed).toList());
    }

    private ColumnProfile placed(ColumnProfile found) {
        return found.withForms(found.forms().stream()
                .map(each -> new FormCount(each.form(), each.count(), placed(each.samples())))
                .toList());
    }

    private List<Place> placed(List<Place> places) {
        return places.stream().map(place -> place.in(name)).toList();
    }
}
