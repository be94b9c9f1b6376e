package tw.touchstone.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void hashesWithArgon2id() {
        var hash = passwords.encode("a sentence that nobody guesses");
        assertThat(hash).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("a sentence that nobody guesses", hash)).isTrue();
        assertThat(passwords.matches("a sentence that nobody guessed", hash)).isFalse();
        assertThat(passwords.upgradeEncoding(hash)).isFalse();
        assertThat(passwords.encode("a sentence that nobody guesses")).as("salted").isNotEqualTo(hash);
    }

    @Test
    void takesHashesOfEarlierVersionsAndAsksToReplaceThem() {
        var old = new BCryptPasswordEncoder(4).encode("a sentence that nobody guesses");
        assertThat(passwords.matches("a sentence that nobody guesses", old)).isTrue();
        assertThat(passwords.matches("another", old)).isFalse();
        assertThat(passwords.upgradeEncoding(old)).isTrue();
    }

    @Test
    void aPasswordIsTheSameWhicheverKeyboardWroteIt() {
        var hash = passwords.encode("ｃａｆé 咖啡 Å");
        assertThat(passwords.matches("cafe\u0301 咖啡 A\u030a", hash)).isTrue();
        assertThat(passwords.matches("cafe 咖啡 A", hash)).isFalse();
    }

    @Test
    void lettersBeyondThe72ndByteCount() {
        var hash = passwords.encode("字".repeat(30) + "一");
        assertThat(passwords.matches("字".repeat(30) + "二", hash)).isFalse();
    }

    @Test
    void nothingMatchesAnAccountWithoutAPassword() {
        assertThat(passwords.matches("", "")).isFalse();
        assertThat(passwords.matches("x".repeat(10_000_000), passwords.encode("x"))).isFalse();
    }
}
