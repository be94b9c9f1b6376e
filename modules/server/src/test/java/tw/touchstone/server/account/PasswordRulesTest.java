package tw.touchstone.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final List<String> NAMES = List.of("mei.chen", "陳美玲");

    @Test
    void takesTwelveCharactersOfAnyScriptAndRefusesEleven() {
        assertThat(faults("kvbnxqwtplgh")).isEmpty();
        assertThat(faults("kvbnxqwtplg")).containsExactly("password.too-short");
        assertThat(faults("山高月小水落石出曾日月之")).isEmpty();
        assertThat(faults("山高月小水落石出曾日月")).containsExactly("password.too-short");
        assertThat(faults("🦉🦊🐢🐇🐌🦔🐝🦋🐞🐙🦑🦀")).as("counted in characters, not in halves of them").isEmpty();
    }

    @Test
    void takes128CharactersAndRefuses129() {
        var long128 = "梅子黃時日日晴小溪泛盡卻山行綠陰不減來時路添得黃鸝四五聲長亭外古道邊".repeat(4).substring(0, 128);
        assertThat(faults(long128)).isEmpty();
        assertThat(faults(long128 + "x")).containsExactly("password.too-long");
    }

    @Test
    void countsWhatIsLeftAfterNormalising() {
        // One sign here is three letters after NFKC.
        assertThat(faults("㎏kvbnxqwtpl")).as("12 letters once ㎏ is kg").isEmpty();
        assertThat(faults("㎏kvbnxqwtp")).as("11").containsExactly("password.too-short");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "P@ssw0rd2026!",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "123456789012",
                "abcdefghijkl",
                "qwertyuiop12",
                "1qaz2wsx3edc",
                "ji32k7au4a83",
                "passwordpassword",
                "welcome-admin-2026",
                "touchstone2026",
                "Touchstone!!!!",
                "mei.chen2026",
                "Mei.Chen-mei.chen",
                "陳美玲陳美玲陳美玲1234",
                "試金石試金石試金石試金石",
                "我的密碼我的密碼1234567",
                "ｐａｓｓｗｏｒｄ１２３４"
            })
    void refusesWhatEverybodyGuessesFirst(String password) {
        assertThat(faults(password)).containsExactly("password.common");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a sentence that nobody guesses",
                "correct horse battery stapler and a fox",
                "每天早上六點半的公車上只有三個人",
                "my password is a walrus in Keelung",
                "8392-5716-4028-1",
                "kvbn xqwt plgh"
            })
    void takesAPhraseOfOnesOwn(String password) {
        assertThat(faults(password)).isEmpty();
    }

    private static List<String> faults(String password) {
        return PasswordRules.faults(password, NAMES);
    }
}
