package tw.touchstone.catalog.following;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.store.ChangeEntry;

/// Remembers which changes were left behind, over restarts, until their subject has been taken in again. Thread-safe.
public final class ParkedChanges {

    private static final int LONGEST_REASON = 500;

    private final Database database;
    private final Clock clock;

    /// Spares a question to the database with every change, while nothing is parked.
    private volatile boolean any;

    public ParkedChanges(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.any = !all().isEmpty();
    }

    /// All of them, in the order of the log.
    public List<ParkedChange> all() {
        return database.read(sql -> sql.createQuery(
                        "select follower, subject, number, reason, parked_at from parked_change order by number, follower")
                .map((row, context) -> new ParkedChange(
                        row.getString("follower"),
                        row.getString("subject"),
                        row.getLong("number"),
                        row.getString("reason"),
                        Instant.parse(row.getString("parked_at"))))
                .list());
    }

    /// How many there are.
    public int count() {
        return any ? all().size() : 0;
    }

    void park(String follower, ChangeEntry entry, Throwable cause) {
        var reason = cause.toString();
        database.change(sql -> sql.createUpdate("""
                        insert into parked_change (follower, subject, number, reason, parked_at)
                        values (:follower, :subject, :number, :reason, :at)
                        on conflict (follower, subject)
                        do update set number = :number, reason = :reason, parked_at = :at""")
                .bind("follower", follower)
                .bind("subject", entry.subject())
                .bind("number", entry.number())
                .bind("reason", reason.substring(0, Math.min(LONGEST_REASON, reason.length())))
                .bind("at", SqlInstant.text(clock.instant()))
                .execute());
        any = true;
    }

    /// Forgets what these changes, now taken in, put right.
    void takenIn(String follower, List<ChangeEntry> entries) {
        if (!any) {
            return;
        }
        database.change(sql -> {
            var batch = sql.prepareBatch("delete from parked_change where follower = :follower and subject = :subject");
            entries.forEach(entry -> batch.bind("follower", follower)
                    .bind("subject", entry.subject())
                    .add());
            batch.execute();
        });
        any = !all().isEmpty();
    }
}
