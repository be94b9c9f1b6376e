package tw.touchstone.server.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/// The secret by which commands of the operator, who can read the home, talk to the running server.
///
/// New at each start, never stored but in the home's run file.
@Component
public class OperatorToken {

    private static final int BYTES = 32;

    private final String secret;

    public OperatorToken() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        secret = "tso_" + HexFormat.of().formatHex(bytes);
    }

    /// What a command sends as `Authorization: Bearer …`.
    public String secret() {
        return secret;
    }

    /// Whether this is the secret, compared in a time that does not depend on how much of it fits.
    boolean matches(String sent) {
        return MessageDigest.isEqual(
                secret.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
