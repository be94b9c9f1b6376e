package tw.touchstone.catalog.notices;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import tw.touchstone.catalog.mail.Letter;
import tw.touchstone.catalog.mail.Outbox;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Accounts;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.model.LangText;

/// One message a day to each account, with the notices it has not read yet and was not told of by mail before.
///
/// A message and the mark that its notices were told are one transaction, so none is told twice or not at all.
public final class DailyDigest implements AutoCloseable {

    private static final Logger LOG = System.getLogger(DailyDigest.class.getName());
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final LocalTime TIME = LocalTime.of(7, 0);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final int MOST = 50;

    private final Database database;
    private final Accounts accounts;
    private final Outbox outbox;
    private final URI base;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /// A digest that is not started yet.
    ///
    /// @param base address of the catalogue
    public DailyDigest(Database database, Accounts accounts, Outbox outbox, URI base, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.outbox = outbox;
        this.base = base;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("daily-digest").daemon(true).unstarted(this::loop);
    }

    /// Begins to look at the clock.
    public void start() {
        thread.start();
    }

    private void loop() {
        try {
            while (!closed.await(LOOK_AGAIN.toSeconds(), TimeUnit.SECONDS)) {
                try {
                    sendIfDue();
                } catch (RuntimeException e) {
                    LOG.log(Level.WARNING, "the daily digest failed; it is tried again", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Sends today's messages, where it is time and they were not sent yet.
    ///
    /// @return how many
    public int sendIfDue() {
        var now = clock.instant().atZone(TAIPEI);
        if (!outbox.isOpen() || now.toLocalTime().isBefore(TIME) || isDone(now.toLocalDate().toString())) {
            return 0;
        }
        int sent = 0;
        for (var account : accounts.all()) {
            if (account.state() == Account.State.ACTIVE && account.email().isPresent()) {
                sent += database.write(sql -> tell(sql, account, account.email().get())) ? 1 : 0;
            }
        }
        database.change(sql -> sql.createUpdate("insert into digest_day (day) values (:day) on conflict do nothing")
                .bind("day", now.toLocalDate().toString())
                .execute());
        outbox.deliverSoon();
        return sent;
    }

    private boolean isDone(String day) {
        return database.read(sql -> sql.createQuery("select count(*) from digest_day where day = :day")
                        .bind("day", day)
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    private boolean tell(Handle sql, Account account, String email) {
        var untold = sql.createQuery("select " + Notices.COLUMNS + """
                         from notice where account = :account and read_at is null and digested_at is null
                        order by at, id""")
                .bind("account", account.id())
                .map(Notices::notice)
                .list();
        if (untold.isEmpty()) {
            return false;
        }
        outbox.put(sql, letter(account, email, untold));
        sql.createUpdate("""
                        update notice set digested_at = :now
                        where account = :account and read_at is null and digested_at is null""")
                .bind("now", SqlInstant.text(clock.instant()))
                .bind("account", account.id())
                .execute();
        return true;
    }

    private Letter letter(Account account, String email, List<Notice> notices) {
        int count = notices.size();
        return Letter.of(
                email,
                "試金石：" + count + " 則通知 / Touchstone: " + count + (count == 1 ? " notice" : " notices"),
                Optional.of(base.resolve("account/notices")),
                new Letter.Wording(
                        LangText.ZH, account.displayName() + "，您好：", paragraphs(notices, LangText.ZH, "還有 %d 則。")),
                new Letter.Wording(
                        LangText.EN,
                        "Dear " + account.displayName() + ",",
                        paragraphs(notices, LangText.EN, "There are %d more.")));
    }

    private static List<String> paragraphs(List<Notice> notices, String language, String more) {
        var shown = notices.stream().limit(MOST).map(notice -> {
            var text = notice.text().best(language);
            return notice.title().best(language) + (text.isEmpty() ? "" : "\n" + text);
        });
        return Stream.concat(
                        shown,
                        notices.size() > MOST
                                ? Stream.of(more.formatted(notices.size() - MOST))
                                : Stream.empty())
                .toList();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
