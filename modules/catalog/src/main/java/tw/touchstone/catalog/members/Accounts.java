package tw.touchstone.catalog.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.model.AgencyId;

/// The accounts of a home. Passwords are hashed by the caller; nothing here ever sees one. Thread-safe.
public final class Accounts {

    private static final String COLUMNS = "id, name, display_name, role, agency, must_change_password";

    private final Database database;
    private final Clock clock;

    public Accounts(Database database, Clock clock) {
        this.database = database;
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
        var account = new Account(UUID.randomUUID().toString(), name, displayName, role, agency, true);
        int created = database.write(sql -> sql.createUpdate("""
                        insert into account (id, name, display_name, password_hash, role, agency,
                                             must_change_password, created_at)
                        values (:id, :name, :displayName, :hash, :role, :agency, 1, :now)
                        on conflict (name) do nothing""")
                .bind("id", account.id())
                .bind("name", name)
                .bind("displayName", displayName)
                .bind("hash", passwordHash)
                .bind("role", role.name())
                .bind("agency", agency.map(AgencyId::value).orElse(null))
                .bind("now", SqlInstant.text(clock.instant()))
                .execute());
        return created == 1 ? Optional.of(account) : Optional.empty();
    }

    public Optional<Account> byName(String name) {
        return database.read(sql -> sql.createQuery("select " + COLUMNS + " from account where name = :name")
                .bind("name", name)
                .map(Accounts::account)
                .findOne());
    }

    public Optional<Account> byId(String id) {
        return database.read(sql -> sql.createQuery("select " + COLUMNS + " from account where id = :id")
                .bind("id", id)
                .map(Accounts::account)
                .findOne());
    }

    /// All accounts in name order.
    public List<Account> all() {
        return database.read(sql -> sql.createQuery("select " + COLUMNS + " from account order by name")
                .map(Accounts::account)
                .list());
    }

    /// The stored hash of an account's password.
    public Optional<String> passwordHash(String name) {
        return database.read(sql -> sql.createQuery("select password_hash from account where name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
    }

    /// Replaces a password by one its owner chose.
    public void changePassword(String name, String passwordHash) {
        database.change(sql -> sql.createUpdate(
                        "update account set password_hash = :hash, must_change_password = 0 where name = :name")
                .bind("hash", passwordHash)
                .bind("name", name)
                .execute());
    }

    private static Account account(ResultSet row, StatementContext context) throws SQLException {
        return new Account(
                row.getString("id"),
                row.getString("name"),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                Optional.ofNullable(row.getString("agency")).map(AgencyId::new),
                row.getLong("must_change_password") == 1);
    }
}
