package tw.touchstone.catalog.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;

/// The append-only record of sign-ins, roles, tokens and publications. Thread-safe.
///
/// Triggers refuse every change of an entry, and each entry holds the digest of the one before it: whoever changes the
/// file itself has to write every later entry anew, and the last digest, kept elsewhere, gives that away. An entry is on
/// disk when [#record] returns; entries that arrive together share a transaction.
public final class AuditLog {

    private static final String COLUMNS = "number, at, actor, action, subject, detail, address, previous, digest";
    private static final int LONGEST = 500;
    private static final int PAGE = 1_000;

    private final Database database;
    private final Clock clock;
    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    private record Waiting(
            Instant at,
            String actor,
            AuditAction action,
            String subject,
            String detail,
            String address,
            CompletableFuture<Boolean> written) {}

    public AuditLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Appends an entry; texts are cut at 500 characters.
    public void record(String actor, AuditAction action, String subject, String detail, String address) {
        var waiting = new Waiting(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                cut(actor),
                action,
                cut(subject),
                cut(detail),
                cut(address),
                new CompletableFuture<>());
        queue.add(waiting);
        writing.lock();
        try {
            if (!waiting.written().isDone()) {
                writeAll();
            }
        } finally {
            writing.unlock();
        }
        waiting.written().join();
    }

    private void writeAll() {
        var batch = new ArrayList<Waiting>();
        for (var next = queue.poll(); next != null; next = queue.poll()) {
            batch.add(next);
        }
        try {
            database.change(sql -> append(sql, batch));
            batch.forEach(each -> each.written().complete(true));
        } catch (RuntimeException e) {
            batch.forEach(each -> each.written().completeExceptionally(e));
        }
    }

    private static void append(Handle sql, List<Waiting> batch) {
        var last = last(sql);
        long number = last.map(AuditEntry::number).orElse(0L);
        var previous = last.map(AuditEntry::digest).orElse("");
        var insert = sql.prepareBatch("""
                insert into audit_entry (number, at, actor, action, subject, detail, address, previous, digest)
                values (:number, :at, :actor, :action, :subject, :detail, :address, :previous, :digest)""");
        for (var each : batch) {
            var entry = new AuditEntry(
                            ++number,
                            each.at(),
                            each.actor(),
                            each.action().code(),
                            each.subject(),
                            each.detail(),
                            each.address(),
                            previous,
                            "")
                    .sealed();
            previous = entry.digest();
            insert.bind("number", entry.number())
                    .bind("at", SqlInstant.text(entry.at()))
                    .bind("actor", entry.actor())
                    .bind("action", entry.action())
                    .bind("subject", entry.subject())
                    .bind("detail", entry.detail())
                    .bind("address", entry.address())
                    .bind("previous", entry.previous())
                    .bind("digest", entry.digest())
                    .add();
        }
        insert.execute();
    }

    private static Optional<AuditEntry> last(Handle sql) {
        return sql.createQuery("select " + COLUMNS + " from audit_entry order by number desc limit 1")
                .map(AuditLog::entry)
                .findOne();
    }

    /// Entries before a number, newest first.
    ///
    /// @param before 0 for the newest of all
    /// @param text   what actor, action or subject has to be; empty for all
    public List<AuditEntry> entries(long before, int limit, String text) {
        return database.read(sql -> sql.createQuery("select " + COLUMNS + """
                         from audit_entry
                        where (:before = 0 or number < :before)
                          and (:text = '' or actor = :text or action = :text or subject = :text)
                        order by number desc limit :limit""")
                .bind("before", before)
                .bind("text", text)
                .bind("limit", limit)
                .map(AuditLog::entry)
                .list());
    }

    /// Every entry, oldest first; only a page of them is held at a time.
    public void forEach(Consumer<AuditEntry> action) {
        long after = 0;
        List<AuditEntry> page;
        do {
            page = after(after);
            page.forEach(action);
            after = page.isEmpty() ? after : page.getLast().number();
        } while (!page.isEmpty());
    }

    private List<AuditEntry> after(long number) {
        return database.read(
                sql -> sql.createQuery("select " + COLUMNS + " from audit_entry where number > :after order by number limit :page")
                        .bind("after", number)
                        .bind("page", PAGE)
                        .map(AuditLog::entry)
                        .list());
    }

    /// The number of the first entry that is not as it was written, or does not follow the one before it; empty where all
    /// is well.
    public Optional<Long> firstBroken() {
        long expected = 1;
        var previous = "";
        long after = 0;
        List<AuditEntry> page;
        do {
            page = after(after);
            for (var entry : page) {
                if (entry.number() != expected
                        || !entry.previous().equals(previous)
                        || !entry.digest().equals(entry.expectedDigest())) {
                    return Optional.of(entry.number());
                }
                expected++;
                previous = entry.digest();
                after = entry.number();
            }
        } while (!page.isEmpty());
        return Optional.empty();
    }

    private static AuditEntry entry(ResultSet row, StatementContext context) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                Instant.parse(row.getString("at")),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("address"),
                row.getString("previous"),
                row.getString("digest"));
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }
}
