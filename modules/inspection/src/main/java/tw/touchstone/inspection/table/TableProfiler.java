package tw.touchstone.inspection.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.Dialect;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.TableProfile;

/// Builds a table's profile from its rows as they come.
final class TableProfiler {

    private final Header header;
    private final AnomalyCounter anomalies;
    private final RowSink sink;
    private final List<ColumnStatistics> columns = new ArrayList<>();
    /// Rows with one value only, which are notes if no full row follows.
    private final ArrayDeque<Row> undecided = new ArrayDeque<>();
    private final SumRows sums = new SumRows();
    private final MergeTraces merges = new MergeTraces();
    private final ShiftedRows shifts;
    private final Optional<CoordinatePair> pair;
    private final String firstName;
    private long rows;

    /// @param sample the first rows, for columns that are positions together
    /// @param sink   takes every row that is counted
    TableProfiler(Header header, List<Row> sample, AnomalyCounter anomalies, RowSink sink) {
        this.header = header;
        this.anomalies = anomalies;
        this.sink = sink;
        this.pair = CoordinatePair.find(header, sample);
        this.firstName = header.name(0);
        this.shifts = ShiftedRows.among(header, sample);
        int width = Math.min(header.columns(), TableCaps.COLUMNS);
        int values = Math.max(16, Math.min(TableCaps.VALUES, TableCaps.VALUES_IN_ALL / Math.max(1, width)));
        var allowance = new UniqueHashes.Allowance(TableCaps.UNIQUE_IN_ALL);
        for (int i = 0; i < width; i++) {
            columns.add(new ColumnStatistics(i + 1, values, allowance));
        }
        describeHeader(sample);
        sink.table();
    }

    Header header() {
        return header;
    }

    long rows() {
        return rows;
    }

    ColumnStatistics column(int index) {
        return columns.get(index);
    }

    int width() {
        return columns.size();
    }

    void row(Row row) {
        int filled = filled(row);
        if (filled == 0) {
            anomalies.add(AnomalyCode.BLANK_ROW, row.line(), 0, "");
        } else if (row.line() < header.firstRow()) {
            return;
        } else if (filled == 1
                && columns.size() > 2
                && row.kept() > 0
                && row.end(row.kept() - 1) - row.start(0) <= TableCaps.NOTE_CHARS) {
            undecided.add(row.copy());
            if (undecided.size() > TableCaps.FOOTER_ROWS) {
                data(undecided.remove());
            }
        } else {
            settle();
            data(row);
        }
    }

    /// 0 where no cell is filled, 1 where one is, 2 where more are.
    static int filled(Row row) {
        int filled = 0;
        var text = row.text();
        for (int field = 0; field < row.kept(); field++) {
            for (int i = row.start(field); i < row.end(field); i++) {
                if (!Blanks.isBlank(text[i])) {
                    if (++filled == 2) {
                        return 2;
                    }
                    break;
                }
            }
        }
        return filled;
    }

    /// A full row follows, so the rows before it were data.
    private void settle() {
        while (!undecided.isEmpty()) {
            data(undecided.remove());
        }
    }

    private void data(Row row) {
        if (isHeaderAgain(row)) {
            anomalies.add(AnomalyCode.REPEATED_HEADER, row.line(), 0, row.cell(0));
            return;
        }
        if (row.fields() != header.columns()) {
            anomalies.add(AnomalyCode.RAGGED_ROW, row.line(), 0, Integer.toString(row.fields()));
        }
        if (columns.size() > 1 && sums.isSum(row, anomalies)) {
            formulas(row);
            if (sums.keepsApart(row, rows)) {
                return;
            }
            sums.release().forEach(this::record);
        }
        shifts.row(row, anomalies);
        record(row);
    }

    private void formulas(Row row) {
        for (int i = 0; i < Math.min(row.kept(), columns.size()); i++) {
            formula(row, i);
        }
    }

    private void formula(Row row, int column) {
        if (Formulas.is(row.text(), row.start(column), row.end(column), row.kind(column))) {
            anomalies.add(AnomalyCode.FORMULA_LIKE_VALUE, row.line(), column + 1, row.place(column), row.cell(column));
        }
    }

    /// Counts a row and takes its values.
    private void record(Row row) {
        rows++;
        sink.row(row);
        int width = Math.min(row.kept(), columns.size());
        var text = row.text();
        long line = row.line();
        for (int i = 0; i < width; i++) {
            int start = row.start(i);
            int end = row.end(i);
            if (start == end) {
                columns.get(i).addMissing();
                continue;
            }
            columns.get(i).add(text, start, end, row.kind(i), line);
            char first = text[start];
            if (first <= '@' && first >= '+') {
                formula(row, i);
            }
        }
        for (int i = width; i < columns.size(); i++) {
            columns.get(i).addMissing();
        }
        merges.row(row);
        pair.ifPresent(coordinates -> coordinates.row(row));
    }

    /// Whether the header stands among the rows once more, as pages of a report leave it.
    private boolean isHeaderAgain(Row row) {
        if (header.line() == 0 || columns.size() < 2 || !matches(row, 0, firstName)) {
            return false;
        }
        for (int i = 1; i < columns.size(); i++) {
            if (!matches(row, i, header.name(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(Row row, int field, String name) {
        if (field >= row.kept()) {
            return name.isEmpty();
        }
        int from = row.start(field);
        int to = row.end(field);
        var text = row.text();
        while (from < to && Blanks.isBlank(text[from])) {
            from++;
        }
        while (to > from && Blanks.isBlank(text[to - 1])) {
            to--;
        }
        if (to - from != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (text[from + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void describeHeader(List<Row> sample) {
        header.titles().forEach(row -> anomalies.add(AnomalyCode.TITLE_LINE, row.line(), 0, row.joined()));
        header.groupRows().forEach(row -> anomalies.add(AnomalyCode.HEADER_GROUP_ROW, row.line(), 0, row.joined()));
        header.subtitles().forEach(row -> anomalies.add(AnomalyCode.SECOND_HEADER_ROW, row.line(), 0, row.joined()));
        header.unitRows().forEach(row -> anomalies.add(AnomalyCode.UNIT_ROW, row.line(), 0, row.joined()));
        var row = sample.stream().filter(each -> each.line() == header.line()).findFirst();
        var positions = new HashMap<String, Integer>();
        for (int i = 0; i < header.names().size(); i++) {
            var name = header.names().get(i);
            int column = i;
            long place = row.map(each -> each.place(column)).orElse(Row.UNKNOWN);
            if (name.isEmpty()) {
                anomalies.add(AnomalyCode.BLANK_COLUMN_NAME, header.line(), i + 1, place, "");
            } else if (positions.putIfAbsent(name, i) != null) {
                anomalies.add(AnomalyCode.DUPLICATE_COLUMN_NAME, header.line(), i + 1, place, name);
            }
        }
    }

    /// Where the positions of the table lie; empty where it has none.
    Optional<GeoProfile> geo() {
        return pair.filter(coordinates -> !coordinates.positions().isEmpty())
                .map(coordinates -> coordinates.positions().profile());
    }

    TableProfile profile(String name, Dialect dialect) {
        if (header.line() == 0 && !header.stated() && rows + undecided.size() > 0) {
            anomalies.add(AnomalyCode.NO_HEADER, header.firstRow(), 0, "");
        }
        if (rows > 0) {
            for (var note : undecided) {
                anomalies.add(AnomalyCode.FOOTER_LINE, note.line(), 0, SampleRow.of(note).joined());
            }
            undecided.clear();
        } else {
            settle();
        }
        sums.end(rows).forEach(this::record);
        merges.describe(anomalies);
        var verdicts = new ArrayList<ColumnVerdict>();
        for (int i = 0; i < columns.size(); i++) {
            verdicts.add(columns.get(i).verdict(header.name(i)));
        }
        pair.filter(coordinates -> !coordinates.positions().isEmpty()).ifPresent(coordinates -> {
            verdicts.get(coordinates.x()).accept(coordinates.xForm());
            verdicts.get(coordinates.y()).accept(coordinates.yForm());
        });
        ShiftedNames.describe(header, verdicts, anomalies);
        var profiles = new ArrayList<ColumnProfile>();
        for (int i = 0; i < verdicts.size(); i++) {
            verdicts.get(i).describe(anomalies);
            var stated = Units.stripped(header.unit(i));
            profiles.add(verdicts.get(i)
                    .profile(
                            Optional.of(header.group(i)).filter(group -> !group.isEmpty()),
                            Units.isUnit(stated) ? Optional.of(stated) : Units.inName(header.name(i))));
        }
        return new TableProfile(name, dialect, header.line(), header.names(), rows, anomalies.anomalies(), profiles);
    }
}
