package tw.touchstone.catalog.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class TokenSecretTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void hasAFormThatScannersKnow() {
        for (int i = 0; i < 100; i++) {
            var secret = TokenSecret.create(random);
            assertThat(secret).matches("tst_[0-9A-Za-z]{49}");
            assertThat(TokenSecret.isWellFormed(secret)).as(secret).isTrue();
        }
    }

    @Test
    void noticesEveryMistypedLetter() {
        var secret = TokenSecret.create(random);
        for (int at = "tst_".length(); at < secret.length(); at++) {
            var letter = secret.charAt(at) == 'a' ? 'b' : 'a';
            var wrong = secret.substring(0, at) + letter + secret.substring(at + 1);
            assertThat(TokenSecret.isWellFormed(wrong)).as(wrong).isFalse();
        }
        assertThat(TokenSecret.isWellFormed(secret.substring(1))).isFalse();
        assertThat(TokenSecret.isWellFormed(secret + "0")).isFalse();
        assertThat(TokenSecret.isWellFormed("")).isFalse();
    }

    @Test
    void takesTokensFromBeforeThereWasAChecksum() {
        assertThat(TokenSecret.isWellFormed("tst_" + "0f".repeat(32))).isTrue();
        assertThat(TokenSecret.isWellFormed("tst_" + "0f".repeat(31))).isFalse();
    }

    /// The checksum is CRC-32 of everything before it, in base 62: what a scanner of another party would compute.
    @Test
    void checksByTheSumThatIsDocumented() {
        // CRC-32 of "tst_" and 43 zeros.
        var sum = new CRC32();
        var text = "tst_" + "0".repeat(43);
        sum.update(text.getBytes(StandardCharsets.US_ASCII));
        long value = sum.getValue();
        var digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        var check = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            check.insert(0, digits.charAt((int) (value % 62)));
            value /= 62;
        }
        assertThat(TokenSecret.isWellFormed(text + check)).isTrue();
    }
}
