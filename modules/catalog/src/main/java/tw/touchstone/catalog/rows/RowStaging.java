package tw.touchstone.catalog.rows;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import tw.touchstone.inspection.table.Row;
import tw.touchstone.inspection.table.RowSink;

/// Takes the rows of the wanted tables into the engine while their file is read, and writes each table as Parquet. For one
/// thread and one reading.
final class RowStaging implements RowSink, AutoCloseable {

    private static final long MEMORY = 512_000_000;

    /// Where in the file the reader is: how many files inside and tables have begun.
    private static final class Level {
        final String prefix;
        int members;
        int tables;

        Level(String prefix) {
            this.prefix = prefix;
        }
    }

    private final DuckDBConnection engine;
    private final Map<String, StagedTable> tables = new HashMap<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private @Nullable StagedTable current;
    private @Nullable DuckDBAppender appender;
    private Optional<SQLException> failure = Optional.empty();

    /// @param folder for the engine's own files
    /// @param asText for each table, by its key, the columns that are known to hold no values of their type
    RowStaging(Path folder, List<SeenTable> wanted, Map<String, Set<Integer>> asText) throws SQLException {
        engine = DuckDb.staging(folder, MEMORY, 1);
        for (var seen : wanted) {
            tables.put(seen.key(), new StagedTable(seen, asText.getOrDefault(seen.key(), Set.of())));
        }
        levels.push(new Level(""));
    }

    @Override
    public void enter() {
        var level = levels.element();
        levels.push(new Level(level.prefix + level.members++ + "/"));
    }

    @Override
    public void leave() {
        levels.pop();
    }

    @Override
    public void table() {
        var level = levels.element();
        var key = SeenTable.key(level.prefix, level.tables++);
        attempt(() -> {
            flush();
            current = tables.get(key);
            if (current != null && current.begin()) {
                try (var statement = engine.createStatement()) {
                    statement.execute(current.creation());
                }
                appender = engine.createAppender(current.staged());
            }
        });
    }

    @Override
    public void row(Row row) {
        var table = current;
        var into = appender;
        if (table != null && into != null && failure.isEmpty()) {
            attempt(() -> table.take(row, into));
        }
    }

    private interface Step {
        void run() throws SQLException;
    }

    /// Readers take exceptions for broken files, so what goes wrong here is told at the end.
    private void attempt(Step step) {
        if (failure.isEmpty()) {
            try {
                step.run();
            } catch (SQLException e) {
                failure = Optional.of(e);
            }
        }
    }

    private void flush() throws SQLException {
        var open = appender;
        appender = null;
        if (open != null) {
            open.close();
        }
    }

    /// Ends the reading.
    ///
    /// @throws SQLException if anything went wrong on the way
    void end() throws SQLException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        flush();
    }

    /// The columns of each table that hold other values than their type.
    Map<String, Set<Integer>> unlike() {
        var found = new HashMap<String, Set<Integer>>();
        tables.forEach((key, table) -> {
            if (!table.unlike().isEmpty()) {
                found.put(key, table.unlike());
            }
        });
        return found;
    }

    /// What came of a table.
    StagedTable staged(SeenTable seen) {
        var table = tables.get(seen.key());
        if (table == null) {
            throw new IllegalArgumentException("not a wanted table: " + seen.key());
        }
        return table;
    }

    /// Writes a table.
    void write(StagedTable table, Path to) throws SQLException {
        var columns = new ArrayList<String>();
        for (int i = 0; i < table.columns().size(); i++) {
            columns.add("c" + i + " AS " + DuckDb.name(table.columns().get(i).name()));
        }
        try (var statement = engine.createStatement()) {
            statement.execute("COPY (SELECT %s FROM %s) TO %s (FORMAT parquet, COMPRESSION zstd)"
                    .formatted(
                            String.join(", ", columns),
                            table.staged(),
                            DuckDb.text(to.toAbsolutePath().toString())));
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            flush();
        } catch (SQLException e) {
            // The rows are not wanted any more.
        } finally {
            engine.close();
        }
    }
}
