package tw.touchstone.server.account;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a password must be: long, and nothing else. (NIST SP 800-63B, section 3.1.1.2: no rules of composition)
///
/// Answers are message keys.
final class PasswordRules {

    private static final int SHORTEST = 12;
    // What bcrypt reads; more would be cut off in silence.
    private static final int LONGEST_BYTES = 72;

    private PasswordRules() {}

    static List<String> faults(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return List.of("password.too-short");
        }
        return password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES
                ? List.of("password.too-long")
                : List.of();
    }
}
