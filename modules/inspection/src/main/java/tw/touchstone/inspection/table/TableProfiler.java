package tw.touchstone.inspection.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.Dialect;
import tw.touchstone.model.fact.TableProfile;

/// Builds a table's profile from its rows as they come.
final class TableProfiler {

    private static final Set<String> TOTALS =
            Set.of("合計", "總計", "小計", "共計", "總合計", "合计", "总计", "小计", "total", "subtotal", "grandtotal");

    /// A row with one value only, which is a note if no full row follows.
    private record LoneCell(long line, int column, int fields, String text) {}

    private final Header header;
    private final AnomalyCounter anomalies;
    private final List<ColumnStatistics> columns = new ArrayList<>();
    private final ArrayDeque<LoneCell> undecided = new ArrayDeque<>();
    private long rows;

    TableProfiler(Header header, AnomalyCounter anomalies) {
        this.header = header;
        this.anomalies = anomalies;
        int width = Math.min(header.columns(), TableCaps.COLUMNS);
        int values = Math.max(16, Math.min(TableCaps.VALUES, TableCaps.VALUES_IN_ALL / Math.max(1, width)));
        for (int i = 0; i < width; i++) {
            columns.add(new ColumnStatistics(values));
        }
        describeHeader();
    }

    void row(Row row) {
        if (row.line() < header.firstRow()) {
            return;
        }
        int filled = filled(row);
        if (filled < 0) {
            anomalies.add(AnomalyCode.BLANK_ROW, row.line(), 0, "");
        } else if (filled > 0
                && columns.size() > 2
                && row.end(filled - 1) - row.start(filled - 1) <= TableCaps.NOTE_CHARS) {
            defer(row, filled - 1);
        } else {
            settle();
            data(row);
        }
    }

    /// -1 where no cell is filled, the field's number where only one is, 0 where several are.
    private static int filled(Row row) {
        int only = -1;
        var text = row.text();
        for (int field = 0; field < row.kept(); field++) {
            for (int i = row.start(field); i < row.end(field); i++) {
                if (!Blanks.isBlank(text[i])) {
                    if (only >= 0) {
                        return 0;
                    }
                    only = field + 1;
                    break;
                }
            }
        }
        return only;
    }

    private void defer(Row row, int field) {
        undecided.add(new LoneCell(row.line(), field, row.fields(), row.cell(field)));
        if (undecided.size() > TableCaps.FOOTER_ROWS) {
            lone(undecided.remove());
        }
    }

    /// A full row follows, so the rows before it were data.
    private void settle() {
        while (!undecided.isEmpty()) {
            lone(undecided.remove());
        }
    }

    private void lone(LoneCell cell) {
        rows++;
        ragged(cell.line(), cell.fields());
        total(cell.line(), cell.column(), cell.text());
        for (int i = 0; i < columns.size(); i++) {
            if (i == cell.column()) {
                columns.get(i).add(cell.text().toCharArray(), 0, cell.text().length());
            } else {
                columns.get(i).addMissing();
            }
        }
    }

    private void data(Row row) {
        rows++;
        ragged(row.line(), row.fields());
        int width = Math.min(row.kept(), columns.size());
        var text = row.text();
        for (int i = 0; i < width; i++) {
            columns.get(i).add(text, row.start(i), row.end(i));
        }
        for (int i = width; i < columns.size(); i++) {
            columns.get(i).addMissing();
        }
        for (int i = 0; i < Math.min(width, 3); i++) {
            int length = row.end(i) - row.start(i);
            if (length > 1 && length <= 12 && mayBeTotal(text, row.start(i), row.end(i))) {
                total(row.line(), i, row.cell(i));
            }
        }
    }

    private void ragged(long line, int fields) {
        if (fields != header.columns()) {
            anomalies.add(AnomalyCode.RAGGED_ROW, line, 0, Integer.toString(fields));
        }
    }

    private static boolean mayBeTotal(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c == '計' || c == '计' || c == 't' || c == 'T') {
                return true;
            }
        }
        return false;
    }

    private void total(long line, int column, String cell) {
        var folded = cell.replaceAll("[\\s\u3000\u00A0]", "").toLowerCase(Locale.ROOT);
        if (columns.size() > 1 && TOTALS.contains(folded)) {
            anomalies.add(AnomalyCode.TOTAL_ROW, line, column + 1, cell);
        }
    }

    private void describeHeader() {
        for (var title : header.titles()) {
            anomalies.add(AnomalyCode.TITLE_LINE, title.line(), 0, String.join(" ", title.cells()).strip());
        }
        for (var group : header.groups()) {
            anomalies.add(AnomalyCode.HEADER_GROUP_ROW, group.line(), 0, String.join(" ", group.cells()).strip());
        }
        for (var subtitle : header.subtitles()) {
            anomalies.add(AnomalyCode.SECOND_HEADER_ROW, subtitle.line(), 0, String.join(" ", subtitle.cells()).strip());
        }
        var positions = new HashMap<String, Integer>();
        for (int i = 0; i < header.names().size(); i++) {
            var name = header.names().get(i);
            if (name.isEmpty()) {
                anomalies.add(AnomalyCode.BLANK_COLUMN_NAME, header.line(), i + 1, "");
            } else if (positions.putIfAbsent(name, i) != null) {
                anomalies.add(AnomalyCode.DUPLICATE_COLUMN_NAME, header.line(), i + 1, name);
            }
        }
    }

    TableProfile profile(String name, Dialect dialect) {
        for (var note : undecided) {
            anomalies.add(AnomalyCode.FOOTER_LINE, note.line(), note.column() + 1, note.text().strip());
        }
        undecided.clear();
        var profiles = new ArrayList<ColumnProfile>();
        for (int i = 0; i < columns.size(); i++) {
            profiles.add(columns.get(i).profile(i < header.names().size() ? header.names().get(i) : ""));
        }
        return new TableProfile(name, dialect, header.line(), header.names(), rows, anomalies.anomalies(), profiles);
    }
}
