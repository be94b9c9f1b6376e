package tw.touchstone.catalog.members;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.model.Sha256;

/// Secrets by which programs act for an account. Only a digest of each is stored. Thread-safe.
public final class ApiTokens {

    /// What every secret begins with, so that scanners find leaked ones.
    public static final String PREFIX = "tst_";

    private static final int SECRET_BYTES = 32;

    private final Database database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public ApiTokens(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Issues a token for an account.
    public IssuedToken issue(Account account, String title, Duration validFor) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = PREFIX + HexFormat.of().formatHex(bytes);
        var token = new IssuedToken(
                UUID.randomUUID().toString(), title, secret, clock.instant().plus(validFor));
        database.change(sql -> sql.createUpdate("""
                        insert into api_token (id, account, title, secret_hash, created_at, expires_at)
                        values (:id, :account, :title, :hash, :now, :expires)""")
                .bind("id", token.id())
                .bind("account", account.id())
                .bind("title", title)
                .bind("hash", digest(secret))
                .bind("now", SqlInstant.text(clock.instant()))
                .bind("expires", SqlInstant.text(token.expiresAt()))
                .execute());
        return token;
    }

    /// The account a secret acts for; empty where it is unknown, expired or revoked.
    public Optional<String> accountOf(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return database.read(sql -> sql.createQuery("""
                        select account from api_token
                        where secret_hash = :hash and revoked_at is null and expires_at > :now""")
                .bind("hash", digest(secret))
                .bind("now", SqlInstant.text(clock.instant()))
                .mapTo(String.class)
                .findOne());
    }

    /// Ends a token of an account; false where there is none.
    public boolean revoke(Account account, String id) {
        return database.write(sql -> sql.createUpdate("""
                        update api_token set revoked_at = :now
                        where id = :id and account = :account and revoked_at is null""")
                .bind("now", SqlInstant.text(clock.instant()))
                .bind("id", id)
                .bind("account", account.id())
                .execute())
                == 1;
    }

    private static String digest(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
