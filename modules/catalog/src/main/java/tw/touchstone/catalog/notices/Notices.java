package tw.touchstone.catalog.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.model.LangText;

/// The notices of members. Thread-safe.
public final class Notices {

    static final String COLUMNS = "id, kind, at, title_zh, title_en, text_zh, text_en, link, read_at";

    private final Database database;
    private final Clock clock;

    public Notices(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Tells each of these accounts.
    ///
    /// @param kind what it is about
    /// @param link path of the page to go to; empty for none
    public void post(Collection<Account> accounts, String kind, LangText title, LangText text, String link) {
        if (!accounts.isEmpty()) {
            database.change(sql -> post(sql, accounts, kind, title, text, link));
        }
    }

    /// Tells each of these accounts, in the transaction of what they are told of.
    public void post(
            Handle sql, Collection<Account> accounts, String kind, LangText title, LangText text, String link) {
        if (accounts.isEmpty()) {
            return;
        }
        var insert = sql.prepareBatch("""
                insert into notice (id, account, kind, at, title_zh, title_en, text_zh, text_en, link)
                values (:id, :account, :kind, :at, :titleZh, :titleEn, :textZh, :textEn, :link)""");
        for (var account : accounts) {
            insert.bind("id", UUID.randomUUID().toString())
                    .bind("account", account.id())
                    .bind("kind", kind)
                    .bind("at", SqlInstant.text(clock.instant()))
                    .bind("titleZh", title.best(LangText.ZH))
                    .bind("titleEn", title.best(LangText.EN))
                    .bind("textZh", text.best(LangText.ZH))
                    .bind("textEn", text.best(LangText.EN))
                    .bind("link", link)
                    .add();
        }
        insert.execute();
    }

    /// The newest notices of an account.
    public List<Notice> of(Account account, int limit) {
        return database.read(sql -> sql.createQuery("select " + COLUMNS
                        + " from notice where account = :account order by at desc, id limit :limit")
                .bind("account", account.id())
                .bind("limit", limit)
                .map(Notices::notice)
                .list());
    }

    /// How many notices an account has not seen.
    public long unread(Account account) {
        return database.read(sql -> sql.createQuery(
                        "select count(*) from notice where account = :account and read_at is null")
                .bind("account", account.id())
                .mapTo(Long.class)
                .one());
    }

    /// Notes that an account has seen a notice; false where it has no such notice, or had seen it.
    public boolean markRead(Account account, String id) {
        return database.write(sql -> sql.createUpdate(
                                "update notice set read_at = :now where account = :account and id = :id and read_at is null")
                        .bind("now", SqlInstant.text(clock.instant()))
                        .bind("account", account.id())
                        .bind("id", id)
                        .execute())
                == 1;
    }

    /// Notes that an account has seen all its notices.
    public void markAllRead(Account account) {
        database.change(sql -> sql.createUpdate(
                        "update notice set read_at = :now where account = :account and read_at is null")
                .bind("now", SqlInstant.text(clock.instant()))
                .bind("account", account.id())
                .execute());
    }

    static Notice notice(ResultSet row, StatementContext context) throws SQLException {
        return new Notice(
                row.getString("id"),
                row.getString("kind"),
                Instant.parse(row.getString("at")),
                LangText.of(row.getString("title_zh"), row.getString("title_en")),
                LangText.of(row.getString("text_zh"), row.getString("text_en")),
                row.getString("link"),
                row.getString("read_at") != null);
    }
}
