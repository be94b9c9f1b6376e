package tw.touchstone.catalog.members;

import java.time.Clock;
import java.util.Optional;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;

/// Which account a provider means by a subject. A subject is one account's for ever, and an account has at most one
/// subject at a provider. Thread-safe.
public final class OidcIdentities {

    private final Database database;
    private final Accounts accounts;
    private final Clock clock;

    public OidcIdentities(Database database, Accounts accounts, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// The account of a subject.
    public Optional<Account> account(String issuer, String subject) {
        return database.read(sql -> sql.createQuery(
                        "select account from oidc_identity where issuer = :issuer and subject = :subject")
                .bind("issuer", issuer)
                .bind("subject", subject)
                .mapTo(String.class)
                .findOne())
                .flatMap(accounts::byId);
    }

    /// Makes a subject that of an account; false where either of them is somebody else's already.
    public boolean link(Account account, String issuer, String subject) {
        return database.write(sql -> sql.createUpdate("""
                        insert into oidc_identity (issuer, subject, account, linked_at)
                        values (:issuer, :subject, :account, :now) on conflict do nothing""")
                        .bind("issuer", issuer)
                        .bind("subject", subject)
                        .bind("account", account.id())
                        .bind("now", SqlInstant.text(clock.instant()))
                        .execute())
                == 1;
    }
}
