package tw.touchstone.server.signin;

import java.time.Duration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.audit.AuditAction;
import tw.touchstone.catalog.audit.AuditLog;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Accounts;
import tw.touchstone.catalog.members.SignInThrottle;

/// Judges a name with a password. A wrong name, a wrong password and a shut account look the same and take the same time.
@Component
public class PasswordSignIn {

    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final AuditLog audit;
    private final PasswordEncoder encoder;
    /// What the password of a name that nobody has is compared with.
    private final String nobodys;

    public PasswordSignIn(Catalog catalog, PasswordEncoder encoder) {
        this.accounts = catalog.members().accounts();
        this.throttle = catalog.members().signInThrottle();
        this.audit = catalog.members().audit();
        this.encoder = encoder;
        this.nobodys = encoder.encode("nobody has this password");
    }

    /// What a try comes to.
    public sealed interface Attempt {
        /// The password is right. A second factor may still be missing.
        record Accepted(Account account) implements Attempt {}

        record Refused() implements Attempt {}

        /// It was not looked at.
        ///
        /// @param pause until the next one is
        record TooOften(Duration pause) implements Attempt {}
    }

    /// Judges one try.
    ///
    /// @param address network address it comes from
    public Attempt attempt(String name, String password, String address) {
        var pause = throttle.attempt(name, address);
        if (pause.isPresent()) {
            return new Attempt.TooOften(pause.get());
        }
        var account = accounts.byName(name).filter(each -> each.state() == Account.State.ACTIVE);
        var hash = accounts.passwordHash(name).filter(each -> !each.isEmpty()).orElse(nobodys);
        boolean fits = encoder.matches(password, hash);
        if (!fits || account.isEmpty()) {
            audit.record("", AuditAction.SIGN_IN_REFUSED, name, "password", address);
            return new Attempt.Refused();
        }
        throttle.succeeded(name, address);
        if (encoder.upgradeEncoding(hash)) {
            accounts.rehash(name, encoder.encode(password));
        }
        return new Attempt.Accepted(account.get());
    }
}
