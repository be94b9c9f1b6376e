package tw.touchstone.catalog.members;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.model.Sha256;

/// The codes people are asked for beside their password. Thread-safe.
///
/// A secret is encrypted with the key of the home. A code counts once: its step, and every step before it, is used up by
/// it. Recovery codes stand in for a lost telephone, each once; only their digests are kept.
public final class SecondFactors {

    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_LETTERS = 10;
    // 31 letters, none of which is mistaken for another: 49 bits a code.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Database database;
    private final HomeKey key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public SecondFactors(Database database, HomeKey key, Clock clock) {
        this.database = database;
        this.key = key;
        this.clock = clock;
    }

    private record Stored(String secret, long lastStep) {}

    /// The secret of an account that is about to set one up, the same one until it is confirmed; in base 32.
    public String enrol(Account account) {
        var pending = stored(account, false).flatMap(stored -> secret(account, stored));
        if (pending.isPresent()) {
            return Totp.base32(pending.get());
        }
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        database.change(sql -> sql.createUpdate("""
                        insert into second_factor (account, secret, last_step, created_at)
                        values (:account, :secret, 0, :now)
                        on conflict (account) do update set secret = :secret, last_step = 0, created_at = :now
                            where second_factor.confirmed_at is null""")
                .bind("account", account.id())
                .bind("secret", key.encrypt(HexFormat.of().formatHex(bytes), context(account)))
                .bind("now", SqlInstant.text(clock.instant()))
                .execute());
        return Totp.base32(bytes);
    }

    /// Sets the second factor up, where the code shows that the secret has arrived.
    ///
    /// @return the recovery codes, known at this moment only; empty where the code is wrong
    public Optional<List<String>> confirm(Account account, String code) {
        if (!use(account, code, false)) {
            return Optional.empty();
        }
        var codes = new ArrayList<String>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            codes.add(recoveryCode());
        }
        database.change(sql -> {
            sql.createUpdate("update second_factor set confirmed_at = :now where account = :account")
                    .bind("now", SqlInstant.text(clock.instant()))
                    .bind("account", account.id())
                    .execute();
            sql.createUpdate("delete from recovery_code where account = :account")
                    .bind("account", account.id())
                    .execute();
            var insert = sql.prepareBatch("insert into recovery_code (account, code_hash) values (:account, :hash)");
            codes.forEach(each -> insert.bind("account", account.id())
                    .bind("hash", digest(each))
                    .add());
            insert.execute();
        });
        return Optional.of(codes);
    }

    /// What a code typed at sign-in is.
    public enum Taken {
        CODE,
        RECOVERY_CODE,
        REFUSED
    }

    /// Uses a code up.
    public Taken take(Account account, String typed) {
        var code = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        if (use(account, code, true)) {
            return Taken.CODE;
        }
        int used = database.write(sql -> sql.createUpdate("""
                        update recovery_code set used_at = :now
                        where account = :account and code_hash = :hash and used_at is null""")
                .bind("now", SqlInstant.text(clock.instant()))
                .bind("account", account.id())
                .bind("hash", digest(code))
                .execute());
        return used == 1 ? Taken.RECOVERY_CODE : Taken.REFUSED;
    }

    /// How many recovery codes are left.
    public int recoveryCodesLeft(Account account) {
        return database.read(sql -> sql.createQuery(
                        "select count(*) from recovery_code where account = :account and used_at is null")
                .bind("account", account.id())
                .mapTo(Integer.class)
                .one());
    }

    /// Takes the second factor of an account away.
    public void remove(Account account) {
        database.change(sql -> {
            sql.createUpdate("delete from recovery_code where account = :account")
                    .bind("account", account.id())
                    .execute();
            sql.createUpdate("delete from second_factor where account = :account")
                    .bind("account", account.id())
                    .execute();
        });
    }

    /// Two requests with one code: the update of the last step lets only one of them through.
    private boolean use(Account account, String code, boolean confirmed) {
        var stored = stored(account, confirmed);
        var secret = stored.flatMap(each -> secret(account, each));
        if (secret.isEmpty()) {
            return false;
        }
        var step = Totp.match(secret.get(), code, clock.instant(), stored.get().lastStep());
        return step.isPresent()
                && database.write(sql -> sql.createUpdate("""
                                update second_factor set last_step = :step
                                where account = :account and last_step < :step""")
                                .bind("step", step.getAsLong())
                                .bind("account", account.id())
                                .execute())
                        == 1;
    }

    private Optional<Stored> stored(Account account, boolean confirmed) {
        return database.read(sql -> sql.createQuery("""
                        select secret, last_step from second_factor
                        where account = :account and (confirmed_at is not null) = :confirmed""")
                .bind("account", account.id())
                .bind("confirmed", confirmed ? 1 : 0)
                .map((row, context) -> new Stored(row.getString("secret"), row.getLong("last_step")))
                .findOne());
    }

    private Optional<byte[]> secret(Account account, Stored stored) {
        return key.decrypt(stored.secret(), context(account)).map(HexFormat.of()::parseHex);
    }

    private String recoveryCode() {
        var code = new StringBuilder();
        for (int i = 0; i < RECOVERY_LETTERS; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    private static String context(Account account) {
        return "second factor of " + account.id();
    }

    private static String digest(String code) {
        return Sha256.of(code.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
