package tw.touchstone.server.start;

import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.members.Accounts;
import tw.touchstone.catalog.members.Role;
import tw.touchstone.server.signin.OneTimePasswords;

/// Creates the one administrator of a new home, with a password that is good for one sign-in.
@Component
class FirstStart {

    static final String NAME = "admin";

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final OneTimePasswords oneTime;

    FirstStart(Accounts accounts, PasswordEncoder passwords, OneTimePasswords oneTime) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.oneTime = oneTime;
    }

    /// The new administrator's password, to be shown once; empty where the home has accounts already.
    Optional<String> createAdministrator() {
        if (!accounts.isEmpty()) {
            return Optional.empty();
        }
        var password = oneTime.create();
        accounts.create(NAME, "Administrator", Role.ADMINISTRATOR, Optional.empty(), passwords.encode(password));
        return Optional.of(password);
    }
}
