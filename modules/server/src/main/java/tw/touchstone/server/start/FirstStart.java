package tw.touchstone.server.start;

import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.members.Accounts;
import tw.touchstone.catalog.members.Role;

/// Creates the one administrator of a new home, with a password that is good for one sign-in.
@Component
class FirstStart {

    static final String NAME = "admin";

    /// Without the characters that are mistaken for each other.
    private static final char[] ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789".toCharArray();

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 5;

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final SecureRandom random = new SecureRandom();

    FirstStart(Accounts accounts, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /// The new administrator's password, to be shown once; empty where the home has accounts already.
    Optional<String> createAdministrator() {
        if (!accounts.isEmpty()) {
            return Optional.empty();
        }
        var password = oneTimePassword();
        accounts.create(NAME, "Administrator", Role.ADMINISTRATOR, Optional.empty(), passwords.encode(password));
        return Optional.of(password);
    }

    private String oneTimePassword() {
        var password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                password.append('-');
            }
            password.append(ALPHABET[random.nextInt(ALPHABET.length)]);
        }
        return password.toString();
    }
}
