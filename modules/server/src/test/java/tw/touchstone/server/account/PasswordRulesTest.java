package tw.touchstone.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordRulesTest {

    @Test
    void asksForTwelveCharactersOfAnyScript() {
        assertThat(PasswordRules.faults("abcdefghijk")).containsExactly("password.too-short");
        assertThat(PasswordRules.faults("abcdefghijkl")).isEmpty();
        assertThat(PasswordRules.faults("一二三四五六七八九十一")).containsExactly("password.too-short");
        assertThat(PasswordRules.faults("一二三四五六七八九十一二")).isEmpty();
        assertThat(PasswordRules.faults("😀".repeat(11))).containsExactly("password.too-short");
    }

    @Test
    void refusesWhatTheHashWouldCutOff() {
        assertThat(PasswordRules.faults("a".repeat(72))).isEmpty();
        assertThat(PasswordRules.faults("a".repeat(73))).containsExactly("password.too-long");
        assertThat(PasswordRules.faults("字".repeat(24))).isEmpty();
        assertThat(PasswordRules.faults("字".repeat(25))).containsExactly("password.too-long");
    }
}
