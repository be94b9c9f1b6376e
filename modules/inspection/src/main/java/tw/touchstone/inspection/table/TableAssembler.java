package tw.touchstone.inspection.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Dialect;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.TableProfile;

/// Makes profiles of tables from rows as they come, wherever they come from: finds the header among the first rows,
/// then gathers statistics in constant memory, and begins another table where one stands below a blank row.
///
/// Feed every row, blank ones too, in the order of the file; then ask for [#finish()] once. For one thread.
public final class TableAssembler {

    /// So many rows are looked at before the header is decided.
    private static final int SAMPLE_ROWS = 200;

    private static final int SAMPLE_CHARS = 1 << 20;

    /// So many rows below a blank one decide whether another table begins there.
    private static final int NEXT_ROWS = 6;

    private static final int TABLES = 100;

    private final String name;
    private final RowSink sink;
    private final List<TableProfile> finished = new ArrayList<>();
    private final List<Row> first = new ArrayList<>();
    private final List<Row> pending = new ArrayList<>();
    private AnomalyCounter anomalies = new AnomalyCounter();
    private Dialect dialect;
    private int buffered;
    private int fallback = 1;
    private boolean capped;
    private boolean afterBlank;
    private boolean named;
    private @Nullable TableProfiler profiler;
    private Optional<GeoProfile> geo = Optional.empty();

    /// A table whose header has to be found.
    ///
    /// @param name of the sheet, or the empty string
    public TableAssembler(String name, Dialect dialect) {
        this(name, dialect, RowSink.NONE);
    }

    /// The same, with its rows handed on.
    public TableAssembler(String name, Dialect dialect, RowSink sink) {
        this.name = name;
        this.sink = sink;
        this.dialect = dialect;
    }

    /// A table whose format names the columns apart from the rows, as databases do. Its header stands on no line.
    public static TableAssembler named(String name, List<String> columns) {
        return named(name, columns, RowSink.NONE);
    }

    /// The same, with its rows handed on.
    public static TableAssembler named(String name, List<String> columns, RowSink sink) {
        var assembler = new TableAssembler(name, Dialect.NONE, sink);
        assembler.named = true;
        assembler.profiler = new TableProfiler(Header.stated(columns), List.of(), assembler.anomalies, sink);
        return assembler;
    }

    /// Takes the next row.
    public void add(Row row) {
        capped |= row.capped();
        var current = profiler;
        if (current == null) {
            first.add(row.copy());
            buffered += row.kept() > 0 ? row.end(row.kept() - 1) - row.start(0) : 0;
            if (first.size() == SAMPLE_ROWS || buffered > SAMPLE_CHARS) {
                decide();
            }
        } else {
            assign(row, current);
        }
    }

    /// Rows below a blank one wait until it is clear which table they are of.
    private void assign(Row row, TableProfiler current) {
        if (named || (!afterBlank && pending.isEmpty() && TableProfiler.filled(row) != 0)) {
            current.row(row);
            return;
        }
        boolean blank = TableProfiler.filled(row) == 0;
        if (blank && pending.isEmpty()) {
            afterBlank = true;
            current.row(row);
            return;
        }
        pending.add(row.copy());
        if (pending.size() == NEXT_ROWS) {
            settle(current);
        }
    }

    private void settle(TableProfiler current) {
        afterBlank = false;
        var waiting = List.copyOf(pending);
        pending.clear();
        if (finished.size() < TABLES && NextTable.begins(waiting, current)) {
            close(current);
            waiting.forEach(this::add);
        } else {
            waiting.forEach(row -> {
                afterBlank = TableProfiler.filled(row) == 0;
                current.row(row);
            });
        }
    }

    private void close(TableProfiler current) {
        geo = geo.or(current::geo);
        finished.add(current.profile(name, dialect));
        profiler = null;
        anomalies = new AnomalyCounter();
        buffered = 0;
    }

    /// Counts an oddity that the rows do not show, for example a hidden row.
    ///
    /// @param line   counted from 1
    /// @param column counted from 1, 0 where the whole line is meant
    public void note(AnomalyCode code, long line, int column, String seen) {
        anomalies.add(code, line, column, seen);
    }

    /// The cap that kept some of the cells from being read.
    public Optional<Extent.Partial> cap() {
        return capped ? Optional.of(new Extent.Partial("columns", TableCaps.COLUMNS)) : Optional.empty();
    }

    /// Where the positions lie in the first table that has any; to be asked behind [#finish()].
    public Optional<GeoProfile> geo() {
        return geo;
    }

    /// The tables found, in the order of the file; a table without rows and columns where there was nothing.
    public List<TableProfile> finish() {
        var current = decided();
        while (!pending.isEmpty()) {
            settle(current);
            current = decided();
        }
        close(current);
        return finished.stream()
                .map(table -> new TableProfile(
                        table.name(),
                        dialect,
                        table.headerLine(),
                        table.header(),
                        table.rows(),
                        table.anomalies(),
                        table.columns()))
                .toList();
    }

    /// Text has its dialect only when it is read to the end, and a width that the beginning suggests.
    void width(int columns) {
        fallback = columns;
    }

    void dialect(Dialect found) {
        dialect = found;
    }

    AnomalyCounter anomalies() {
        return anomalies;
    }

    private void decide() {
        var sample = NextTable.untilNext(first);
        var header = HeaderFinder.find(sample.stream().map(SampleRow::of).toList(), fallback);
        profiler = new TableProfiler(header, sample, anomalies, sink);
        var rows = List.copyOf(first);
        first.clear();
        rows.forEach(this::add);
    }

    private TableProfiler decided() {
        var current = profiler;
        while (current == null) {
            decide();
            current = profiler;
        }
        return current;
    }
}
