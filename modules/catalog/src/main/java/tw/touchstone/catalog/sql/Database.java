package tw.touchstone.catalog.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// The SQL database of a home, migrated to the newest schema when it is opened.
///
/// SQLite has one writer: all writes go through one connection and wait for each other there, so that none of them
/// fails as "busy"; readers see the last commit and never wait. A write is on disk when it returns. Thread-safe.
public final class Database implements AutoCloseable {

    private static final int READERS = 4;
    private static final int BUSY_MILLIS = 10_000;

    private final HikariDataSource writerPool;
    private final HikariDataSource readerPool;
    private final Jdbi writer;
    private final Jdbi reader;

    private Database(HikariDataSource writerPool, HikariDataSource readerPool) {
        this.writerPool = writerPool;
        this.readerPool = readerPool;
        this.writer = Jdbi.create(writerPool);
        this.reader = Jdbi.create(readerPool);
    }

    /// Opens or creates the database in this file.
    public static Database open(Path file) {
        var writerPool = pool(source(file), "sql-writer", 1);
        Flyway.configure()
                .dataSource(writerPool)
                .locations("classpath:migrations")
                // Versions are given out beforehand, so a home may have met a later one first.
                .outOfOrder(true)
                .load()
                .migrate();
        return new Database(writerPool, pool(source(file), "sql-reader", READERS));
    }

    private static SQLiteDataSource source(Path file) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static HikariDataSource pool(SQLiteDataSource source, String name, int connections) {
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName(name);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    /// Runs a query outside any transaction of the writer.
    public <T> T read(Function<Handle, T> query) {
        return reader.withHandle(query::apply);
    }

    /// Runs statements in one transaction; an exception undoes all of them.
    public <T> T write(Function<Handle, T> statements) {
        return writer.inTransaction(statements::apply);
    }

    /// Runs statements in one transaction that yields nothing.
    public void change(Consumer<Handle> statements) {
        writer.useTransaction(statements::accept);
    }

    @Override
    public void close() {
        readerPool.close();
        writerPool.close();
    }
}
