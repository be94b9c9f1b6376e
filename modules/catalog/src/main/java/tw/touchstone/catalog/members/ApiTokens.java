package tw.touchstone.catalog.members;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.StatementContext;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Sha256;

/// Secrets by which programs act for an account. Only a digest of each is stored. Thread-safe.
public final class ApiTokens {

    /// What every secret begins with, so that scanners find leaked ones.
    public static final String PREFIX = "tst_";

    /// The last use is noted no finer than this, so that using a token does not mean writing.
    public static final Duration COARSE = Duration.ofHours(1);

    private static final String COLUMNS =
            "id, title, scopes, agency, created_at, expires_at, last_used_at, revoked_at";

    private final Database database;
    private final Accounts accounts;
    private final AgencyTree agencies;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public ApiTokens(Database database, Accounts accounts, AgencyTree agencies, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.agencies = agencies;
        this.clock = clock;
    }

    /// Issues a token that may do all its account may.
    public IssuedToken issue(Account account, String title, Duration validFor) {
        return issue(account, title, EnumSet.allOf(Scope.class), Optional.empty(), validFor);
    }

    /// Issues a token for an account.
    ///
    /// @param agency the only one, with those below it, that it shall act for; empty for all
    public IssuedToken issue(
            Account account, String title, Set<Scope> scopes, Optional<AgencyId> agency, Duration validFor) {
        var token = new IssuedToken(
                UUID.randomUUID().toString(),
                title,
                TokenSecret.create(random),
                clock.instant().plus(validFor));
        database.change(sql -> sql.createUpdate("""
                        insert into api_token (id, account, title, secret_hash, scopes, agency, created_at, expires_at)
                        values (:id, :account, :title, :hash, :scopes, :agency, :now, :expires)""")
                .bind("id", token.id())
                .bind("account", account.id())
                .bind("title", title)
                .bind("hash", digest(token.secret()))
                .bind("scopes", scopes.stream().map(Scope::name).sorted().collect(Collectors.joining(" ")))
                .bind("agency", agency.map(AgencyId::value).orElse(null))
                .bind("now", SqlInstant.text(clock.instant()))
                .bind("expires", SqlInstant.text(token.expiresAt()))
                .execute());
        return token;
    }

    private record Found(ApiToken token, String account) {}

    /// Whom a secret acts for; empty where it is unknown, expired or revoked, or its account is shut.
    public Optional<TokenHolder> holder(String secret) {
        if (!TokenSecret.isWellFormed(secret)) {
            return Optional.empty();
        }
        var found = database.read(sql -> sql.createQuery("select account, " + COLUMNS + """
                         from api_token
                        where secret_hash = :hash and revoked_at is null and expires_at > :now""")
                .bind("hash", digest(secret))
                .bind("now", SqlInstant.text(clock.instant()))
                .map((row, context) -> new Found(token(row, context), row.getString("account")))
                .findOne());
        var holder = found.flatMap(each -> accounts.byId(each.account())
                .filter(account -> account.state() == Account.State.ACTIVE)
                .map(account -> new TokenHolder(
                        each.token().agency()
                                .map(agency -> account.within(agency, agencies.reach(agency)))
                                .orElse(account),
                        each.token().scopes())));
        if (holder.isPresent()) {
            noteUse(found.get().token());
        }
        return holder;
    }

    private void noteUse(ApiToken token) {
        var now = clock.instant();
        if (token.lastUsed().isEmpty() || token.lastUsed().get().plus(COARSE).isBefore(now)) {
            database.change(sql -> sql.createUpdate("update api_token set last_used_at = :now where id = :id")
                    .bind("now", SqlInstant.text(now.truncatedTo(ChronoUnit.HOURS)))
                    .bind("id", token.id())
                    .execute());
        }
    }

    /// All tokens of an account, ended ones too, newest first.
    public List<ApiToken> of(Account account) {
        return database.read(sql -> sql.createQuery(
                        "select " + COLUMNS + " from api_token where account = :account order by created_at desc, id")
                .bind("account", account.id())
                .map(ApiTokens::token)
                .list());
    }

    /// Ends a token of an account; false where there is none that is open.
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

    private static ApiToken token(ResultSet row, StatementContext context) throws SQLException {
        var scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(row.getString("scopes").split(" "))
                .filter(name -> !name.isEmpty())
                .map(Scope::valueOf)
                .forEach(scopes::add);
        return new ApiToken(
                row.getString("id"),
                row.getString("title"),
                scopes,
                Optional.ofNullable(row.getString("agency")).map(AgencyId::new),
                Instant.parse(row.getString("created_at")),
                Instant.parse(row.getString("expires_at")),
                Optional.ofNullable(row.getString("last_used_at")).map(Instant::parse),
                Optional.ofNullable(row.getString("revoked_at")).map(Instant::parse));
    }

    private static String digest(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
