package tw.touchstone.catalog.rows;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.exc.JacksonIOException;

/// Answers questions to Parquet files, each by an engine that can read that one file and do nothing else. (ADR 65)
///
/// Thread-safe; closed once.
final class RowEngine implements AutoCloseable {

    private static final long LOOK = 1_000;
    private static final Duration AGAIN = Duration.ofMillis(20);

    private final RowLimits limits;
    private final Path incoming;
    private final OpenTables tables;
    private final Semaphore turns;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rows-watch").factory());

    /// @param incoming folder for answers on their way
    RowEngine(RowLimits limits, Path incoming) {
        this.limits = limits;
        this.incoming = incoming;
        this.tables = new OpenTables(limits);
        this.turns = new Semaphore(limits.atOnce(), true);
    }

    /// Asks a table.
    ///
    /// @param rows   how many the table has
    /// @param writer makes what writes the answer
    RowOutcome ask(Path parquet, long rows, RowQuery query, Function<OutputStream, RowWriter> writer) {
        try {
            if (!turns.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return new RowOutcome.Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new RowOutcome.Busy();
        }
        try {
            return answer(parquet, rows, query, writer);
        } finally {
            turns.release();
        }
    }

    private RowOutcome answer(Path parquet, long rows, RowQuery query, Function<OutputStream, RowWriter> writer) {
        var spooled = new Spooled(incoming, limits.answer());
        var late = new AtomicBoolean();
        boolean answered = false;
        try (var table = tables.open(parquet);
                var connection = table.connect()) {
            var deadline = System.nanoTime() + limits.time().toNanos();
            long total = total(connection, rows, query, late, deadline);
            var out = writer.apply(whichStaysOpen(spooled));
            long given = write(connection, RowSql.rows(query), out, total, late, deadline);
            answered = true;
            return new RowOutcome.Answered(spooled, total, given);
        } catch (Spooled.TooLong e) {
            return tooLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonIOException e) {
            if (e.getCause() instanceof Spooled.TooLong) {
                return tooLong();
            }
            throw e;
        } catch (SQLException e) {
            return dear(e, late.get());
        } finally {
            if (!answered) {
                discard(spooled);
            }
        }
    }

    private RowOutcome tooLong() {
        return new RowOutcome.TooDear(
                "answer",
                "the answer is longer than %,d bytes; ask for less by limit, or take the Parquet".formatted(limits.answer()));
    }

    /// Writers close what they write to; the answer is still to be read.
    private static OutputStream whichStaysOpen(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    private RowOutcome dear(SQLException e, boolean late) {
        if (late) {
            return new RowOutcome.TooDear(
                    "time",
                    "the question ran longer than %d s; ask for less, or take the Parquet".formatted(limits.time().toSeconds()));
        }
        if (String.valueOf(e.getMessage()).startsWith("Out of Memory")) {
            return new RowOutcome.TooDear(
                    "memory",
                    "the question needs more memory than %,d bytes; ask for less, or take the Parquet".formatted(limits.memory()));
        }
        throw new IllegalStateException("the engine failed", e);
    }

    private static void discard(Spooled spooled) {
        try {
            spooled.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long total(Connection connection, long rows, RowQuery query, AtomicBoolean late, long deadline)
            throws SQLException, IOException {
        if (!query.counted()) {
            return -1;
        }
        if (!query.isAggregated() && query.filters().isEmpty()) {
            return rows;
        }
        var sql = RowSql.total(query);
        try (var statement = prepared(connection, sql)) {
            return watched(statement, late, deadline, () -> {
                try (var result = statement.executeQuery()) {
                    result.next();
                    return result.getLong(1);
                }
            });
        }
    }

    private long write(
            Connection connection, RowSql sql, RowWriter out, long total, AtomicBoolean late, long deadline)
            throws SQLException, IOException {
        try (var statement = prepared(connection, sql)) {
            return watched(statement, late, deadline, () -> {
                try (var result = statement.executeQuery()) {
                    return write(result, out, total, late);
                }
            });
        }
    }

    private static long write(ResultSet result, RowWriter out, long total, AtomicBoolean late)
            throws SQLException, IOException {
        var meta = result.getMetaData();
        var names = new ArrayList<String>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            names.add(meta.getColumnLabel(i));
        }
        out.begin(names, total);
        var values = new ArrayList<@Nullable Object>();
        long rows = 0;
        while (result.next()) {
            if (++rows % LOOK == 0 && late.get()) {
                throw new SQLException("too late");
            }
            values.clear();
            for (int i = 1; i <= names.size(); i++) {
                values.add(value(result, i));
            }
            out.row(values);
        }
        out.end(rows);
        return rows;
    }

    private static @Nullable Object value(ResultSet result, int column) throws SQLException {
        var value = result.getObject(column);
        return switch (value) {
            case java.sql.Timestamp _ -> result.getObject(column, LocalDateTime.class);
            case Double number when !Double.isFinite(number) -> null;
            case null, default -> value;
        };
    }

    @FunctionalInterface
    private interface Running {
        long run() throws SQLException, IOException;
    }

    private long watched(PreparedStatement statement, AtomicBoolean late, long deadline, Running running)
            throws SQLException, IOException {
        // Again and again: a statement that has not begun yet takes no notice.
        var bell = watch.scheduleWithFixedDelay(
                () -> {
                    late.set(true);
                    try {
                        statement.cancel();
                    } catch (SQLException e) {
                        // It has ended by itself.
                    }
                },
                Math.max(0, deadline - System.nanoTime()),
                AGAIN.toNanos(),
                TimeUnit.NANOSECONDS);
        try {
            long result = running.run();
            if (late.get()) {
                throw new SQLException("too late");
            }
            return result;
        } finally {
            bell.cancel(false);
        }
    }

    private static PreparedStatement prepared(Connection connection, RowSql sql) throws SQLException {
        var statement = connection.prepareStatement(sql.text());
        List<Object> values = sql.values();
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    @Override
    public void close() {
        watch.shutdownNow();
        tables.close();
    }
}
