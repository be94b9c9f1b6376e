package tw.touchstone.catalog.mail;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tw.touchstone.catalog.jobs.JobQueue;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;

/// Messages on their way out. A message that was put here is delivered, or tried for three days, whatever happens to this
/// process; the mail server may see it twice when the process dies between handing it over and writing that down.
/// Thread-safe.
public final class Outbox {

    /// The kind of job that delivers one message.
    public static final String JOB = "mail";

    private static final Logger LOG = System.getLogger(Outbox.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
    /// With pauses of 1, 2, 4 … minutes up to four hours: about three days.
    static final int TRIES = 26;

    private final Database database;
    private final JobQueue jobs;
    private final Optional<Smtp> server;
    private final Clock clock;

    public Outbox(Database database, JobQueue jobs, Optional<MailSettings> settings, Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.server = settings.map(each -> new Smtp(each, clock));
        this.clock = clock;
    }

    /// Whether there is a mail server; without one nothing is put here, and links are handed over by hand.
    public boolean isOpen() {
        return server.isPresent();
    }

    /// Puts a message here and has it delivered.
    ///
    /// @throws IllegalStateException if there is no mail server
    public void send(Letter letter) {
        var id = database.write(sql -> put(sql, letter));
        jobs.enqueue(JOB, List.of(id));
    }

    /// Puts a message here within a transaction of the caller, who has it delivered afterwards by [#deliverSoon].
    ///
    /// @return the message's identifier
    public String put(Handle sql, Letter letter) {
        if (!isOpen()) {
            throw new IllegalStateException("there is no mail server");
        }
        var id = UUID.randomUUID().toString();
        sql.createUpdate("""
                        insert into mail (id, recipient, subject, plain, html, state, attempts, created_at)
                        values (:id, :recipient, :subject, :plain, :html, 'waiting', 0, :now)""")
                .bind("id", id)
                .bind("recipient", letter.recipient())
                .bind("subject", letter.subject())
                .bind("plain", letter.plain())
                .bind("html", letter.html())
                .bind("now", SqlInstant.text(clock.instant()))
                .execute();
        return id;
    }

    /// Queues what waits and is not queued: after [#put], and at start for what a killed process left.
    public void deliverSoon() {
        if (isOpen()) {
            jobs.enqueue(JOB, database.read(sql -> sql.createQuery("""
                            select id from mail where state = 'waiting' and not exists
                                (select 1 from job where kind = 'mail' and subject = mail.id
                                 and state in ('waiting', 'running'))""")
                    .mapTo(String.class)
                    .list()));
        }
    }

    private record Waiting(Letter letter, int attempts) {}

    /// Tries to deliver a message; the work of one job.
    public void deliver(String id) {
        var waiting = database.read(sql -> sql.createQuery(
                        "select recipient, subject, plain, html, attempts from mail where id = :id and state = 'waiting'")
                .bind("id", id)
                .map((row, context) -> new Waiting(
                        new Letter(
                                row.getString("recipient"),
                                row.getString("subject"),
                                row.getString("plain"),
                                row.getString("html")),
                        row.getInt("attempts")))
                .findOne());
        if (waiting.isEmpty() || server.isEmpty()) {
            return;
        }
        int attempts = waiting.get().attempts() + 1;
        switch (server.get().deliver(id, waiting.get().letter())) {
            case Delivery.Taken taken -> ended(id, attempts, "sent", "");
            case Delivery.Refused refused -> {
                LOG.log(Level.WARNING, "a message was refused for good: " + refused.reason());
                ended(id, attempts, "failed", refused.reason());
            }
            case Delivery.Later later -> {
                if (attempts >= TRIES) {
                    LOG.log(Level.WARNING, "a message was given up after " + attempts + " tries: " + later.reason());
                    ended(id, attempts, "failed", later.reason());
                } else {
                    tried(id, attempts, later.reason());
                    jobs.enqueueAt(JOB, id, clock.instant().plus(pause(attempts)));
                }
            }
        }
    }

    static Duration pause(int attempts) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 16));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /// How many messages are in this state: `waiting`, `sent` or `failed`.
    public long count(String state) {
        return database.read(sql -> sql.createQuery("select count(*) from mail where state = :state")
                .bind("state", state)
                .mapTo(Long.class)
                .one());
    }

    private void tried(String id, int attempts, String message) {
        database.change(sql -> sql.createUpdate(
                        "update mail set attempts = :attempts, message = :message where id = :id")
                .bind("attempts", attempts)
                .bind("message", message)
                .bind("id", id)
                .execute());
    }

    private void ended(String id, int attempts, String state, String message) {
        database.change(sql -> sql.createUpdate("""
                        update mail set state = :state, attempts = :attempts, message = :message, ended_at = :now,
                               plain = '', html = ''
                        where id = :id""")
                .bind("state", state)
                .bind("attempts", attempts)
                .bind("message", message)
                .bind("now", SqlInstant.text(clock.instant()))
                .bind("id", id)
                .execute());
    }
}
