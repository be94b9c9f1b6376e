package tw.touchstone.archive;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// A few reading connections, opened when first needed; a reader waits while all are busy.
final class Readers implements AutoCloseable {

    private static final int MOST = 4;

    private final String url;
    private final Semaphore free = new Semaphore(MOST);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    Readers(String url) {
        this.url = url;
    }

    interface Query<T> {
        T read(PreparedStatement statement) throws SQLException;
    }

    <T> T query(String sql, Query<T> query) {
        free.acquireUninterruptibly();
        try {
            var connection = connection();
            try (var statement = connection.prepareStatement(sql)) {
                return query.read(statement);
            } finally {
                giveBack(connection);
            }
        } catch (SQLException e) {
            throw SmallObjects.failure("cannot read the archive", e);
        } finally {
            free.release();
        }
    }

    private Connection connection() throws SQLException {
        var waiting = takeIdle();
        if (waiting.isPresent()) {
            return waiting.get();
        }
        var fresh = DriverManager.getConnection(url);
        try (var statement = fresh.createStatement()) {
            statement.execute("PRAGMA query_only = 1");
        }
        return fresh;
    }

    private synchronized Optional<Connection> takeIdle() {
        if (closed) {
            throw new IllegalStateException("the archive is closed");
        }
        return Optional.ofNullable(idle.poll());
    }

    private synchronized void giveBack(Connection connection) throws SQLException {
        if (closed) {
            connection.close();
        } else {
            idle.push(connection);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (var connection : idle) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw SmallObjects.failure("cannot close the archive", e);
            }
        }
        idle.clear();
    }
}
