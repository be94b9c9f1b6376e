package tw.touchstone.inspection.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Dialect;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.TableProfile;

/// Makes profiles of tables from rows as they come, wherever they come from: finds the header among the first rows,
/// then gathers statistics in constant memory.
///
/// Feed every row, blank ones too, in the order of the file; then ask for [#finish()] once. For one thread.
public final class TableAssembler {

    /// So many rows are looked at before the header is decided.
    private static final int SAMPLE_ROWS = 200;

    private static final int SAMPLE_CHARS = 1 << 20;

    private final String name;
    private final Dialect dialect;
    private final AnomalyCounter noted = new AnomalyCounter();
    private final List<Row> first = new ArrayList<>();
    private int buffered;
    private boolean capped;
    private @Nullable TableProfiler profiler;

    /// A table whose header has to be found.
    ///
    /// @param name of the sheet, or the empty string
    public TableAssembler(String name, Dialect dialect) {
        this.name = name;
        this.dialect = dialect;
    }

    /// A table whose format names the columns apart from the rows, as databases do. Its header stands on no line.
    public static TableAssembler named(String name, List<String> columns) {
        var assembler = new TableAssembler(name, Dialect.NONE);
        assembler.profiler = new TableProfiler(
                new Header(0, columns, columns.size(), 0, List.of(), List.of(), List.of()), assembler.noted);
        return assembler;
    }

    /// Takes the next row.
    public void add(Row row) {
        capped |= row.capped();
        if (profiler != null) {
            profiler.row(row);
            return;
        }
        first.add(row.copy());
        buffered += row.kept() > 0 ? row.end(row.kept() - 1) : 0;
        if (first.size() == SAMPLE_ROWS || buffered > SAMPLE_CHARS) {
            decide();
        }
    }

    /// Counts an oddity that the rows do not show, for example a hidden row.
    ///
    /// @param line   counted from 1
    /// @param column counted from 1, 0 where the whole line is meant
    public void note(AnomalyCode code, long line, int column, String seen) {
        noted.add(code, line, column, seen);
    }

    /// The cap that kept some of the cells from being read.
    public Optional<Extent.Partial> cap() {
        return capped ? Optional.of(new Extent.Partial("columns", TableCaps.COLUMNS)) : Optional.empty();
    }

    /// The tables found, in the order of the file; none where there was no row with a value.
    public List<TableProfile> finish() {
        return List.of(decide().profile(name, dialect));
    }

    private TableProfiler decide() {
        var decided = profiler;
        if (decided == null) {
            var sample = first.stream().map(SampleRow::of).toList();
            decided = new TableProfiler(HeaderFinder.find(sample, 1), noted);
            profiler = decided;
            first.forEach(decided::row);
            first.clear();
        }
        return decided;
    }
}
