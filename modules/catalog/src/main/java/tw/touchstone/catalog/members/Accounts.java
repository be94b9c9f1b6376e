package tw.touchstone.catalog.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.model.AgencyId;

/// The accounts of a home. Passwords are hashed by the caller; nothing here ever sees one. Thread-safe.
public final class Accounts {

    /// What stands for the password of an account that has none: no encoder writes this, so nothing matches it.
    public static final String NO_PASSWORD = "";

    private static final String SELECT = """
            select id, name, display_name, email, state, must_change_password,
                   exists (select 1 from second_factor
                           where second_factor.account = account.id and confirmed_at is not null) as factor
            from account\s""";

    private final Database database;
    private final AgencyTree agencies;
    private final Clock clock;

    public Accounts(Database database, AgencyTree agencies, Clock clock) {
        this.database = database;
        this.agencies = agencies;
        this.clock = clock;
    }

    /// Whether nobody has an account yet, which is so only at a home's first start.
    public boolean isEmpty() {
        return database.read(sql -> sql.createQuery("select count(*) from account")
                        .mapTo(Long.class)
                        .one())
                == 0;
    }

    /// Creates an account that must change its password at the first sign-in; empty where the name is taken.
    public Optional<Account> create(
            String name, String displayName, Role role, Optional<AgencyId> agency, String passwordHash) {
        var account = account(name, displayName, Optional.empty(), Account.State.ACTIVE, List.of(grant(role, agency)));
        return insert(account, passwordHash) ? Optional.of(account) : Optional.empty();
    }

    /// Creates an account for somebody who will choose a password by following a link; empty where the name or the
    /// address is taken.
    public Optional<Account> invite(String name, String displayName, String email, List<Grant> grants) {
        var account = account(name, displayName, Optional.of(folded(email)), Account.State.INVITED, grants);
        return insert(account, NO_PASSWORD) ? Optional.of(account) : Optional.empty();
    }

    /// Creates an account for somebody who signs in with a provider alone; empty where the name or the address is taken.
    public Optional<Account> admit(String name, String displayName, Optional<String> email) {
        var invited = account(name, displayName, email.map(Accounts::folded), Account.State.INVITED, List.of());
        if (!insert(invited, NO_PASSWORD)) {
            return Optional.empty();
        }
        activate(invited);
        return byId(invited.id());
    }

    /// Notes that somebody who was invited has come.
    public void activate(Account account) {
        update("update account set state = 'ACTIVE' where id = :key and state = :value", account.id(), "INVITED");
    }

    /// Makes these the roles an account has from its provider; those given here stay.
    public void setProvided(Account account, List<Grant> grants) {
        database.change(sql -> {
            sql.createUpdate("delete from account_role where account = :id and source = 'oidc'")
                    .bind("id", account.id())
                    .execute();
            grants.forEach(grant -> grant(sql, account.id(), grant, "oidc"));
        });
    }

    private static Account account(
            String name, String displayName, Optional<String> email, Account.State state, List<Grant> grants) {
        boolean issued = state == Account.State.ACTIVE;
        return new Account(UUID.randomUUID().toString(), name, displayName, email, grants, state, issued, false);
    }

    private boolean insert(Account account, String passwordHash) {
        return database.write(sql -> {
            int created = sql.createUpdate("""
                            insert into account (id, name, display_name, email, state, password_hash,
                                                 must_change_password, created_at)
                            values (:id, :name, :displayName, :email, :state, :hash, :must, :now)
                            on conflict do nothing""")
                    .bind("id", account.id())
                    .bind("name", account.name())
                    .bind("displayName", account.displayName())
                    .bind("email", account.email().orElse(null))
                    .bind("state", account.state().name())
                    .bind("hash", passwordHash)
                    .bind("must", account.mustChangePassword() ? 1 : 0)
                    .bind("now", SqlInstant.text(clock.instant()))
                    .execute();
            if (created == 1) {
                account.grants().forEach(grant -> grant(sql, account.id(), grant, "local"));
            }
            return created == 1;
        });
    }

    /// A role for an agency with those below it, or for the whole catalogue.
    public Grant grant(Role role, Optional<AgencyId> agency) {
        return agency.filter(each -> role.isOfAgency())
                .map(each -> new Grant(role, Optional.of(each), agencies.reach(each)))
                .orElseGet(() -> Grant.everywhere(role));
    }

    public Optional<Account> byName(String name) {
        return one("where name = :key", name);
    }

    public Optional<Account> byId(String id) {
        return one("where id = :key", id);
    }

    /// The account messages to this address are for.
    public Optional<Account> byEmail(String email) {
        return one("where email = :key", folded(email));
    }

    private Optional<Account> one(String where, String key) {
        return database.read(sql -> sql.createQuery(SELECT + where)
                .bind("key", key)
                .map((row, context) -> account(row, grants(sql, row.getString("id"))))
                .findOne());
    }

    /// All accounts in name order.
    public List<Account> all() {
        return database.read(sql -> sql.createQuery(SELECT + "order by name")
                .map((row, context) -> account(row, grants(sql, row.getString("id"))))
                .list());
    }

    /// The stored hash of an account's password.
    public Optional<String> passwordHash(String name) {
        return database.read(sql -> sql.createQuery("select password_hash from account where name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
    }

    /// Replaces a password by one its owner chose; who was invited has come.
    public void changePassword(String name, String passwordHash) {
        update("""
                update account set password_hash = :value, must_change_password = 0,
                       state = case when state = 'INVITED' then 'ACTIVE' else state end
                where name = :key""", name, passwordHash);
    }

    /// Replaces the hash of a password by another one of the same password.
    public void rehash(String name, String passwordHash) {
        update("update account set password_hash = :value where name = :key", name, passwordHash);
    }

    /// Gives an account a password that its owner has to change at the next sign-in.
    public void issuePassword(Account account, String passwordHash) {
        update("""
                update account set password_hash = :value, must_change_password = 1,
                       state = case when state = 'INVITED' then 'ACTIVE' else state end
                where id = :key""", account.id(), passwordHash);
    }

    /// Shuts an account or opens it again; all its sessions end.
    public void setDisabled(Account account, boolean disabled) {
        database.change(sql -> {
            sql.createUpdate("update account set state = :state where id = :id")
                    .bind("state", (disabled ? Account.State.DISABLED : Account.State.ACTIVE).name())
                    .bind("id", account.id())
                    .execute();
            sql.createUpdate("delete from session where account = :id")
                    .bind("id", account.id())
                    .execute();
        });
    }

    /// Gives a role; nothing changes where the account has it.
    public void give(Account account, Grant grant) {
        database.change(sql -> grant(sql, account.id(), grant, "local"));
    }

    /// Takes a role away; false where the account does not have it.
    public boolean take(Account account, Grant grant) {
        return database.write(sql -> sql.createUpdate(
                                "delete from account_role where account = :id and role = :role and agency = :agency")
                        .bind("id", account.id())
                        .bind("role", grant.role().name())
                        .bind("agency", grant.agency().map(AgencyId::value).orElse(""))
                        .execute())
                == 1;
    }

    private void update(String statement, String key, String value) {
        database.change(sql -> sql.createUpdate(statement)
                .bind("key", key)
                .bind("value", value)
                .execute());
    }

    private static void grant(Handle sql, String account, Grant grant, String source) {
        sql.createUpdate("""
                        insert into account_role (account, role, agency, source)
                        values (:account, :role, :agency, :source) on conflict do nothing""")
                .bind("account", account)
                .bind("role", grant.role().name())
                .bind("agency", grant.agency().map(AgencyId::value).orElse(""))
                .bind("source", source)
                .execute();
    }

    private List<Grant> grants(Handle sql, String account) {
        var grants = new ArrayList<Grant>();
        sql.createQuery("select role, agency from account_role where account = :account order by rowid")
                .bind("account", account)
                .map((row, context) -> List.of(row.getString("role"), row.getString("agency")))
                .forEach(pair -> grants.add(grant(
                        Role.valueOf(pair.getFirst()),
                        Optional.of(pair.getLast()).filter(text -> !text.isEmpty()).map(AgencyId::new))));
        return grants;
    }

    private static Account account(ResultSet row, List<Grant> grants) throws SQLException {
        return new Account(
                row.getString("id"),
                row.getString("name"),
                row.getString("display_name"),
                Optional.ofNullable(row.getString("email")),
                grants,
                Account.State.valueOf(row.getString("state")),
                row.getLong("must_change_password") == 1,
                row.getLong("factor") == 1);
    }

    /// Addresses are the same whatever their case, which is so wherever mail is really read.
    private static String folded(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
