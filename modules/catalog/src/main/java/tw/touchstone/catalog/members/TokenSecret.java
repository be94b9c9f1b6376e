package tw.touchstone.catalog.members;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/// The form of a token's secret: `tst_`, 43 random characters, and 6 that check them.
///
/// Prefix and checksum let a scanner tell a leaked token from any other text without asking us, and let us refuse a
/// mistyped one without asking the database. 43 of 62 characters are 256 bits.
final class TokenSecret {

    private static final char[] DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".toCharArray();
    private static final int RANDOM = 43;
    private static final int CHECK = 6;
    // Tokens issued before there was a checksum: 64 hexadecimal digits.
    private static final String OLD_FORM = ApiTokens.PREFIX + "[0-9a-f]{64}";

    private TokenSecret() {}

    static String create(SecureRandom random) {
        var secret = new StringBuilder(ApiTokens.PREFIX);
        for (int i = 0; i < RANDOM; i++) {
            secret.append(DIGITS[random.nextInt(DIGITS.length)]);
        }
        return secret.append(check(secret.toString())).toString();
    }

    /// Whether a text can be a secret of ours at all.
    static boolean isWellFormed(String text) {
        if (!text.startsWith(ApiTokens.PREFIX)) {
            return false;
        }
        int end = ApiTokens.PREFIX.length() + RANDOM;
        return text.length() == end + CHECK
                ? text.substring(end).equals(check(text.substring(0, end)))
                : text.matches(OLD_FORM);
    }

    private static String check(String text) {
        var sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        long rest = sum.getValue();
        var digits = new char[CHECK];
        for (int i = CHECK - 1; i >= 0; i--) {
            digits[i] = DIGITS[(int) (rest % DIGITS.length)];
            rest /= DIGITS.length;
        }
        return new String(digits);
    }
}
