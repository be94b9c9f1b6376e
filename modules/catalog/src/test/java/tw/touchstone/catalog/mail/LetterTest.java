package tw.touchstone.catalog.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LetterTest {

    @Test
    void saysTheSameInBothLanguagesAndBothForms() {
        var letter = Letter.of(
                "mei@example.tw",
                "標題 / Subject",
                Optional.of(URI.create("https://data.example.tw/welcome/1?a=1&b=2")),
                new Letter.Wording("zh-Hant-TW", "您好：", List.of("第一段\n第二行")),
                new Letter.Wording("en", "Hello,", List.of("A < B & C")));

        assertThat(letter.plain())
                .isEqualTo("""
                        您好：

                        第一段
                        第二行

                        https://data.example.tw/welcome/1?a=1&b=2

                        --

                        Hello,

                        A < B & C

                        https://data.example.tw/welcome/1?a=1&b=2
                        """);
        assertThat(letter.html())
                .contains("<div lang=\"zh-Hant-TW\">", "<p>第一段<br>第二行</p>", "<div lang=\"en\">", "<p>A &lt; B &amp; C</p>")
                .contains("<a href=\"https://data.example.tw/welcome/1?a=1&amp;b=2\">");
    }

    @Test
    void letsNoNameBecomeAHeaderOrMarkup() {
        var wording = new Letter.Wording("en", "Dear <script>alert(1)</script>,", List.of());
        var letter = Letter.of("a@example.tw\r\nBcc: b@example.tw", "One\r\nX: y", Optional.empty(), wording, wording);

        assertThat(letter.recipient()).isEqualTo("a@example.tw Bcc: b@example.tw");
        assertThat(letter.subject()).isEqualTo("One X: y");
        assertThat(letter.html()).doesNotContain("<script>");
    }
}
