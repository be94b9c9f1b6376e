package tw.touchstone.server.signin;

import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/// How passwords are hashed: Argon2id with 19 MiB, two passes and one lane, as OWASP recommends; bcrypt of earlier
/// versions still matches, and is replaced at the next sign-in.
///
/// A password is the same whichever keyboard wrote its letters: it is normalised before it is hashed. (NIST SP 800-63B,
/// section 3.1.1.2; NFKC) Only so many are hashed at once that strangers cannot fill the memory.
final class Passwords implements PasswordEncoder {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int AT_ONCE = 4;
    // Longer than any password we take; what is longer is not even normalised.
    private static final int LONGEST = 1_024;

    private final DelegatingPasswordEncoder encoder;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    Passwords() {
        var bcrypt = new BCryptPasswordEncoder();
        encoder = new DelegatingPasswordEncoder(
                "argon2id",
                Map.of(
                        "argon2id", new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES),
                        "bcrypt", bcrypt));
        // Earlier versions wrote no name before the hash.
        encoder.setDefaultPasswordEncoderForMatches(bcrypt);
    }

    @Override
    public String encode(@Nullable CharSequence password) {
        var hashed = inTurn(() -> encoder.encode(normal(password)));
        if (hashed == null) {
            throw new IllegalArgumentException("a password is needed");
        }
        return hashed;
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (password == null || password.length() > LONGEST || hash == null || hash.isEmpty()) {
            return false;
        }
        // Earlier versions did not normalise.
        return inTurn(() -> encoder.matches(normal(password), hash)
                || (upgradeEncoding(hash) && encoder.matches(password, hash)));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return encoder.upgradeEncoding(hash);
    }

    static String normal(@Nullable CharSequence password) {
        return password == null ? "" : Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T extends @Nullable Object> T inTurn(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
