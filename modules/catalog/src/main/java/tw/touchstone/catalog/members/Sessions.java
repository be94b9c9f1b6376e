package tw.touchstone.catalog.members;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.model.Sha256;

/// Who is signed in where. Only a digest of what the browser keeps is stored, so that a copy of the database lets nobody
/// in. A session survives a restart of the server, and ends when it is idle, old or ended. Thread-safe.
public final class Sessions {

    /// How long a browser may be silent.
    public static final Duration IDLE = Duration.ofHours(12);

    /// How long a session lasts at most. (NIST SP 800-63B: reauthentication at least every 30 days, here stricter)
    public static final Duration LONGEST = Duration.ofDays(7);

    private static final Duration COARSE = Duration.ofMinutes(5);
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST_AGENT = 200;
    private static final String COLUMNS = "id, account, begun_at, last_seen_at, address, agent, means";

    private final Database database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Sessions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Begins a session.
    ///
    /// @param idToken what the provider wants back at the end, encrypted; empty where there is no provider
    /// @return what the browser keeps, known at this moment only
    public String begin(Account account, String address, String agent, String means, Optional<String> idToken) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = HexFormat.of().formatHex(bytes);
        var now = SqlInstant.text(clock.instant());
        database.change(sql -> {
            sql.createUpdate("delete from session where last_seen_at <= :idle or begun_at <= :old")
                    .bind("idle", SqlInstant.text(clock.instant().minus(IDLE)))
                    .bind("old", SqlInstant.text(clock.instant().minus(LONGEST)))
                    .execute();
            sql.createUpdate("""
                            insert into session (id, account, secret_hash, begun_at, last_seen_at, address, agent, means,
                                                 id_token)
                            values (:id, :account, :hash, :now, :now, :address, :agent, :means, :idToken)""")
                    .bind("id", UUID.randomUUID().toString())
                    .bind("account", account.id())
                    .bind("hash", digest(secret))
                    .bind("now", now)
                    .bind("address", address)
                    .bind("agent", agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)))
                    .bind("means", means)
                    .bind("idToken", idToken.orElse(null))
                    .execute();
        });
        return secret;
    }

    /// The session a browser is in; empty where it has ended.
    public Optional<Session> bySecret(String secret) {
        var now = clock.instant();
        var found = database.read(sql -> sql.createQuery("select " + COLUMNS + """
                         from session
                        where secret_hash = :hash and last_seen_at > :idle and begun_at > :old""")
                .bind("hash", digest(secret))
                .bind("idle", SqlInstant.text(now.minus(IDLE)))
                .bind("old", SqlInstant.text(now.minus(LONGEST)))
                .map(Sessions::session)
                .findOne());
        if (found.isPresent() && found.get().lastSeen().plus(COARSE).isBefore(now)) {
            database.change(sql -> sql.createUpdate("update session set last_seen_at = :now where id = :id")
                    .bind("now", SqlInstant.text(now))
                    .bind("id", found.get().id())
                    .execute());
        }
        return found;
    }

    /// The sessions of an account, the latest seen first.
    public List<Session> of(Account account) {
        return database.read(sql -> sql.createQuery("select " + COLUMNS + """
                         from session
                        where account = :account and last_seen_at > :idle and begun_at > :old
                        order by last_seen_at desc, id""")
                .bind("account", account.id())
                .bind("idle", SqlInstant.text(clock.instant().minus(IDLE)))
                .bind("old", SqlInstant.text(clock.instant().minus(LONGEST)))
                .map(Sessions::session)
                .list());
    }

    /// What the provider wants back when this session ends, encrypted.
    public Optional<String> idToken(Session session) {
        return database.read(sql -> sql.createQuery("select id_token from session where id = :id and id_token is not null")
                .bind("id", session.id())
                .mapTo(String.class)
                .findOne());
    }

    /// Ends a session of an account; false where there is none.
    public boolean end(Account account, String id) {
        return database.write(sql -> sql.createUpdate("delete from session where account = :account and id = :id")
                        .bind("account", account.id())
                        .bind("id", id)
                        .execute())
                == 1;
    }

    /// Ends all sessions of an account but one.
    ///
    /// @param kept identifier of the session that goes on; empty for none
    public void endOthers(Account account, Optional<String> kept) {
        database.change(sql -> sql.createUpdate("delete from session where account = :account and id <> :kept")
                .bind("account", account.id())
                .bind("kept", kept.orElse(""))
                .execute());
    }

    private static Session session(ResultSet row, StatementContext context) throws SQLException {
        return new Session(
                row.getString("id"),
                row.getString("account"),
                Instant.parse(row.getString("begun_at")),
                Instant.parse(row.getString("last_seen_at")),
                row.getString("address"),
                row.getString("agent"),
                row.getString("means"));
    }

    private static String digest(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
