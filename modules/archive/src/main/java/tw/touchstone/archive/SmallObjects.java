package tw.touchstone.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import tw.touchstone.model.Sha256;

/// Small objects, packed, in one SQLite file: a file each would cost a block and two syncs per scorecard.
///
/// One connection writes, a few read. A table with a row number and a separate index on the digest takes less than half
/// the time of one clustered by digest, whose rows have to be written all over the file.
final class SmallObjects implements AutoCloseable {

    /// Format 2 packs against a dictionary, which programs of format 1 cannot read; format 1 is read as it is.
    private static final int FORMAT = 2;
    private static final int PAGE = 10_000;
    private static final HexFormat HEX = HexFormat.of();

    private final Connection writer;
    private final ReentrantLock writing = new ReentrantLock();
    private final Readers readers;

    SmallObjects(Path file) {
        String url = "jdbc:sqlite:" + file;
        try {
            writer = DriverManager.getConnection(url);
            prepare(file);
        } catch (SQLException e) {
            throw failure("cannot open " + file, e);
        }
        readers = new Readers(url);
    }

    private void prepare(Path file) throws SQLException {
        try (var statement = writer.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            int format;
            try (var rows = statement.executeQuery("PRAGMA user_version")) {
                format = rows.getInt(1);
            }
            if (format > FORMAT) {
                writer.close();
                throw new IllegalStateException("%s was written by a newer version (format %d, this one knows %d)"
                        .formatted(file, format, FORMAT));
            }
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS object (
                        number  INTEGER PRIMARY KEY,
                        digest  BLOB NOT NULL UNIQUE,
                        size    INTEGER NOT NULL,
                        packing INTEGER NOT NULL,
                        packed  BLOB NOT NULL
                    )""");
            statement.execute("PRAGMA user_version = " + FORMAT);
        }
    }

    /// All or none, in one durable commit.
    void putAll(List<Packed> objects) {
        transact("INSERT INTO object (digest, size, packing, packed) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", insert -> {
            for (Packed object : objects) {
                insert.setBytes(1, key(object.digest()));
                insert.setInt(2, object.size());
                insert.setInt(3, object.packing());
                insert.setBytes(4, object.bytes());
                insert.executeUpdate();
            }
        });
    }

    void delete(Sha256 digest) {
        transact("DELETE FROM object WHERE digest = ?", delete -> {
            delete.setBytes(1, key(digest));
            delete.executeUpdate();
        });
    }

    Optional<Packed> find(Sha256 digest) {
        return readers.query("SELECT size, packing, packed FROM object WHERE digest = ?", select -> {
            select.setBytes(1, key(digest));
            try (var rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Packed(digest, rows.getInt(1), rows.getInt(2), rows.getBytes(3)))
                        : Optional.empty();
            }
        });
    }

    OptionalLong size(Sha256 digest) {
        return readers.query("SELECT size FROM object WHERE digest = ?", select -> {
            select.setBytes(1, key(digest));
            try (var rows = select.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        });
    }

    /// Page by page, because a read that lasts as long as the action would keep the write-ahead log from being emptied.
    void forEach(Consumer<Sha256> action) {
        var page = page(0);
        while (!page.digests.isEmpty()) {
            page.digests.forEach(action);
            page = page(page.last);
        }
    }

    private record DigestPage(List<Sha256> digests, long last) {}

    private DigestPage page(long after) {
        return readers.query("SELECT number, digest FROM object WHERE number > ? ORDER BY number LIMIT " + PAGE, select -> {
            select.setLong(1, after);
            var digests = new ArrayList<Sha256>();
            long last = after;
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    last = rows.getLong(1);
                    digests.add(new Sha256(HEX.formatHex(rows.getBytes(2))));
                }
            }
            return new DigestPage(digests, last);
        });
    }

    private interface Work {
        void run(PreparedStatement statement) throws SQLException;
    }

    private void transact(String sql, Work work) {
        writing.lock();
        try (var transaction = writer.createStatement();
                var statement = writer.prepareStatement(sql)) {
            transaction.execute("BEGIN IMMEDIATE");
            try {
                work.run(statement);
                transaction.execute("COMMIT");
            } catch (SQLException e) {
                rollBack(e);
                throw e;
            }
        } catch (SQLException e) {
            throw failure("cannot write to the archive", e);
        } finally {
            writing.unlock();
        }
    }

    private void rollBack(SQLException cause) {
        try (var transaction = writer.createStatement()) {
            transaction.execute("ROLLBACK");
        } catch (SQLException e) {
            // On a full disk SQLite has rolled back by itself, and says so here.
            cause.addSuppressed(e);
        }
    }

    static UncheckedIOException failure(String what, SQLException cause) {
        return new UncheckedIOException(new IOException(what + ": " + cause.getMessage(), cause));
    }

    private static byte[] key(Sha256 digest) {
        return HEX.parseHex(digest.hex());
    }

    @Override
    public void close() {
        readers.close();
        writing.lock();
        try {
            writer.close();
        } catch (SQLException e) {
            throw failure("cannot close the archive", e);
        } finally {
            writing.unlock();
        }
    }
}
