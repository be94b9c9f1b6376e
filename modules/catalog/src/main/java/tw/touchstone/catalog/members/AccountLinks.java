package tw.touchstone.catalog.members;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.model.Sha256;

/// Links by which somebody without a password chooses one. Each works once and not for long; only its digest is stored,
/// and a new one makes the earlier ones of the account void. Thread-safe.
public final class AccountLinks {

    private static final int SECRET_BYTES = 32;

    private final Database database;
    private final Accounts accounts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /// What a link is for.
    public enum Kind {
        INVITATION(Duration.ofDays(7)),
        RESET(Duration.ofHours(1));

        private final Duration validity;

        Kind(Duration validity) {
            this.validity = validity;
        }

        /// How long the link works.
        public Duration validity() {
            return validity;
        }

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public AccountLinks(Database database, Accounts accounts, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// Issues a link.
    ///
    /// @return its secret, known at this moment only
    public String issue(Account account, Kind kind) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = HexFormat.of().formatHex(bytes);
        database.change(sql -> {
            sql.createUpdate("delete from account_link where account = :account or expires_at <= :now")
                    .bind("account", account.id())
                    .bind("now", SqlInstant.text(clock.instant()))
                    .execute();
            sql.createUpdate("""
                            insert into account_link (secret_hash, account, kind, created_at, expires_at)
                            values (:hash, :account, :kind, :now, :expires)""")
                    .bind("hash", digest(secret))
                    .bind("account", account.id())
                    .bind("kind", kind.code())
                    .bind("now", SqlInstant.text(clock.instant()))
                    .bind("expires", SqlInstant.text(clock.instant().plus(kind.validity())))
                    .execute();
        });
        return secret;
    }

    /// The account a link still works for.
    public Optional<Account> open(String secret) {
        return database.read(sql -> sql.createQuery(
                        "select account from account_link where secret_hash = :hash and used_at is null and expires_at > :now")
                .bind("hash", digest(secret))
                .bind("now", SqlInstant.text(clock.instant()))
                .mapTo(String.class)
                .findOne())
                .flatMap(accounts::byId)
                .filter(account -> account.state() != Account.State.DISABLED);
    }

    /// Uses a link up; empty where it does not work any more. Of many at once, one gets it.
    public Optional<Account> use(String secret) {
        var account = open(secret);
        boolean mine = account.isPresent()
                && database.write(sql -> sql.createUpdate("""
                                update account_link set used_at = :now where secret_hash = :hash and used_at is null""")
                                .bind("now", SqlInstant.text(clock.instant()))
                                .bind("hash", digest(secret))
                                .execute())
                        == 1;
        return mine ? account : Optional.empty();
    }

    private static String digest(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
