package tw.touchstone.catalog.rows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/// The tables that were asked last, each open in an engine of its own. Thread-safe; closed once.
final class OpenTables implements AutoCloseable {

    private final RowLimits limits;
    private final int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
    /// The one that was asked longest ago first.
    private final Map<Path, Opened> opened = new LinkedHashMap<>(16, 0.75f, true);

    OpenTables(RowLimits limits) {
        this.limits = limits;
    }

    private static final class Opened {
        final DuckDBConnection engine;
        int users;
        boolean dropped;

        Opened(DuckDBConnection engine) {
            this.engine = engine;
        }
    }

    /// The use of a table, which keeps it open.
    final class Use implements AutoCloseable {
        private final Opened table;

        private Use(Opened table) {
            this.table = table;
        }

        /// A connection for one question; the caller closes it.
        Connection connect() throws SQLException {
            return table.engine.duplicate();
        }

        @Override
        public void close() throws SQLException {
            release(table);
        }
    }

    /// Opens a table, or takes it up where it is open.
    synchronized Use open(Path parquet) throws SQLException {
        var table = opened.get(parquet);
        if (table == null) {
            table = new Opened(engine(parquet));
            opened.put(parquet, table);
            dropOthers();
        }
        table.users++;
        return new Use(table);
    }

    private DuckDBConnection engine(Path parquet) throws SQLException {
        var engine = DuckDb.reading(parquet, limits.memory(), threads);
        try (var statement = engine.createStatement()) {
            statement.execute("CREATE VIEW %s AS SELECT * FROM read_parquet(%s, file_row_number = true)"
                    .formatted(RowSql.ROWS, DuckDb.text(parquet.toAbsolutePath().toString())));
            return engine;
        } catch (SQLException e) {
            engine.close();
            throw e;
        }
    }

    private void dropOthers() throws SQLException {
        var all = opened.values().iterator();
        while (opened.size() > limits.open() && all.hasNext()) {
            var oldest = all.next();
            all.remove();
            oldest.dropped = true;
            if (oldest.users == 0) {
                oldest.engine.close();
            }
        }
    }

    private synchronized void release(Opened table) throws SQLException {
        if (--table.users == 0 && table.dropped) {
            table.engine.close();
        }
    }

    @Override
    public synchronized void close() {
        for (var table : opened.values()) {
            try {
                table.engine.close();
            } catch (SQLException e) {
                throw new IllegalStateException("a table did not close", e);
            }
        }
        opened.clear();
    }
}
