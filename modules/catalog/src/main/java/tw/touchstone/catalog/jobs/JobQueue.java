package tw.touchstone.catalog.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;

/// The durable queue of jobs. A job that is already waiting is not queued twice. Thread-safe.
///
/// One process owns the queue; jobs it was running when it died are put back by [#recover()].
public final class JobQueue {

    private final Database database;
    private final Clock clock;

    public JobQueue(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Queues one job for each subject.
    public void enqueue(String kind, Collection<String> subjects) {
        if (subjects.isEmpty()) {
            return;
        }
        var now = SqlInstant.text(clock.instant());
        database.change(sql -> {
            var batch = sql.prepareBatch("""
                    insert into job (kind, subject, state, attempts, due_at, created_at)
                    values (:kind, :subject, 'waiting', 0, :now, :now)
                    on conflict (kind, subject) where state = 'waiting' do nothing""");
            for (var subject : subjects) {
                batch.bind("kind", kind)
                        .bind("subject", subject)
                        .bind("now", now)
                        .add();
            }
            batch.execute();
        });
    }

    /// Queues one job for a given moment; if it waits already it is brought forward, never put off.
    public void enqueueAt(String kind, String subject, Instant due) {
        enqueueAt(kind, Map.of(subject, due));
    }

    /// Queues jobs for given moments; one that waits already is brought forward, never put off.
    ///
    /// @param due when the job of each subject is due
    public void enqueueAt(String kind, Map<String, Instant> due) {
        if (due.isEmpty()) {
            return;
        }
        var now = SqlInstant.text(clock.instant());
        database.change(sql -> {
            var batch = sql.prepareBatch("""
                    insert into job (kind, subject, state, attempts, due_at, created_at)
                    values (:kind, :subject, 'waiting', 0, :due, :now)
                    on conflict (kind, subject) where state = 'waiting' do update set
                        due_at = case when excluded.due_at < job.due_at then excluded.due_at else job.due_at end""");
            due.forEach((subject, at) -> batch.bind("kind", kind)
                    .bind("subject", subject)
                    .bind("due", SqlInstant.text(at))
                    .bind("now", now)
                    .add());
            batch.execute();
        });
    }

    /// Takes the job that has waited longest and is due; empty where none is. Jobs of one subject never overlap: while
    /// one runs, its twin waits.
    ///
    /// @param kinds only of these
    public Optional<Job> claim(Collection<String> kinds) {
        return database.write(sql -> sql.createQuery("""
                        update job set state = 'running', attempts = attempts + 1
                        where id = (select id from job where state = 'waiting' and due_at <= :now and kind in (<kinds>)
                                    and not exists (select 1 from job as twin where twin.state = 'running'
                                                    and twin.kind = job.kind and twin.subject = job.subject)
                                    order by due_at, id limit 1)
                        returning id, kind, subject, attempts""")
                .bindList("kinds", List.copyOf(kinds))
                .bind("now", SqlInstant.text(clock.instant()))
                .map((row, context) -> new Job(
                        row.getLong("id"), row.getString("kind"), row.getString("subject"), row.getInt("attempts")))
                .findOne());
    }

    /// Notes that a job is done; its row goes.
    public void done(Job job) {
        database.change(sql -> sql.createUpdate("delete from job where id = :id")
                .bind("id", job.id())
                .execute());
    }

    /// Notes that a job failed: it waits for another try, or ends where there shall be none.
    public void failed(Job job, String message, Optional<Duration> tryAgainAfter) {
        database.change(sql -> {
            // A twin may have been queued meanwhile; then that one is the next try.
            int twins = sql.createQuery(
                            "select count(*) from job where kind = :kind and subject = :subject and state = 'waiting'")
                    .bind("kind", job.kind())
                    .bind("subject", job.subject())
                    .mapTo(Integer.class)
                    .one();
            boolean again = tryAgainAfter.isPresent() && twins == 0;
            sql.createUpdate("""
                            update job set state = :state, message = :message, due_at = :due, ended_at = :now
                            where id = :id""")
                    .bind("state", again ? "waiting" : "failed")
                    .bind("message", message)
                    .bind("due", SqlInstant.text(clock.instant().plus(tryAgainAfter.orElse(Duration.ZERO))))
                    .bind("now", SqlInstant.text(clock.instant()))
                    .bind("id", job.id())
                    .execute();
        });
    }

    /// Puts back what was running when the process ended; called once, before any runner starts.
    public void recover() {
        database.change(sql -> {
            sql.execute("""
                    delete from job where state = 'running' and exists
                        (select 1 from job as twin where twin.kind = job.kind and twin.subject = job.subject
                         and twin.state = 'waiting')""");
            sql.execute("update job set state = 'waiting' where state = 'running'");
        });
    }

    /// How many jobs of each state there are, as `waiting`, `running` and `failed`.
    public long count(String state) {
        return database.read(sql -> sql.createQuery("select count(*) from job where state = :state")
                .bind("state", state)
                .mapTo(Long.class)
                .one());
    }

    /// Whether a job of this kind waits or runs for the subject.
    public boolean isOpen(String kind, String subject) {
        return database.read(sql -> sql.createQuery("""
                        select count(*) from job
                        where kind = :kind and subject = :subject and state in ('waiting', 'running')""")
                .bind("kind", kind)
                .bind("subject", subject)
                .mapTo(Long.class)
                .one())
                > 0;
    }
}
