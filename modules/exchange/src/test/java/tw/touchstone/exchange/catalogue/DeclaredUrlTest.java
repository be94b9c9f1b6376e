package tw.touchstone.exchange.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "https://a.example.tw/歲入.csv→https://a.example.tw/%E6%AD%B2%E5%85%A5.csv",
                "https://a.example.tw/a b.csv→https://a.example.tw/a%20b.csv",
                " https://a.example.tw/x →https://a.example.tw/x",
                "https://a.example.tw/x?q=a|b→https://a.example.tw/x?q=a%7Cb",
                "https://a.example.tw/x?q=100%&r=%E6%AD%B2→https://a.example.tw/x?q=100%25&r=%E6%AD%B2",
                "https://a.example.tw/x?f[0]=[→https://a.example.tw/x?f%5B0%5D=%5B",
                "https://a.example.tw/a\\b→https://a.example.tw/a%5Cb",
                "https://a.example.tw/x#a#b→https://a.example.tw/x#a%23b",
                "\"https://a.example.tw/x\"→https://a.example.tw/x",
                "https://測試.example.tw/x→https://xn--g6w251d.example.tw/x",
                "https://a.example.tw/𠮷.csv→https://a.example.tw/%F0%A0%AE%B7.csv",
                "https://a.example.tw/x%2→https://a.example.tw/x%252",
            })
    void encodesWhatNoUrlMayHave(String declared, String expected) {
        assertThat(DeclaredUrl.of(declared)).isEqualTo(new DeclaredUrl.Usable(URI.create(expected), true));
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.example.tw",
        "ftp://a.example.tw:21/data/",
        "HTTPS://A.example.tw/x;jsessionid=1?a=b,c&d=%E6%AD%B2#top",
        "http://user:secret@a.example.tw/",
        "http://[2001:db8::1]:8080/x",
        "http://192.0.2.7/x.csv",
    })
    void leavesAGoodUrlAsItIs(String declared) {
        assertThat(DeclaredUrl.of(declared)).isEqualTo(new DeclaredUrl.Usable(URI.create(declared), false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "''→empty",
                "'  '→empty",
                "www.example.tw/x.csv→no scheme",
                "mailto:a@example.tw→'not http, https or ftp'",
                "javascript:alert(1)→'not http, https or ftp'",
                "file:///etc/passwd→'not http, https or ftp'",
                "http://→no host",
                "http:///x→no host",
                "https:→no host",
                "http://:80/x→no host",
                "http://http://a.example.tw/→two schemes",
                "http://a b.example.tw/→no valid host",
                "http://my_host/x→no valid host",
                "http://a.example.tw:70000/x→no valid host or port",
            })
    void refusesWhatLeadsNowhere(String declared, String reason) {
        assertThat(DeclaredUrl.of(declared)).isEqualTo(new DeclaredUrl.Unusable(reason));
    }

    @Test
    void refusesAUrlOfHostileLengthAndTakesOneJustBelow() {
        var start = "http://a.example.tw/";

        assertThat(DeclaredUrl.of(start + "x".repeat(8_192 - start.length()))).isInstanceOf(DeclaredUrl.Usable.class);
        assertThat(DeclaredUrl.of(start + "x".repeat(8_193 - start.length())))
                .isEqualTo(new DeclaredUrl.Unusable("longer than 8,192 characters"));
    }

    @Test
    void aRepairedUrlIsGoodAsItIs() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var alphabet = "ab%2F/?#[]|\"<> \\^`{}中𠮷;,&=@:\u0000\u007F\uD800";
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder("http://a.example.tw/");
            random.ints(random.nextInt(12), 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
            assertThatCode(() -> assertThat(DeclaredUrl.of(text.toString())).satisfies(first -> {
                        if (first instanceof DeclaredUrl.Usable(var uri, var repaired)) {
                            assertThat(DeclaredUrl.of(uri.toString()))
                                    .isEqualTo(new DeclaredUrl.Usable(uri, false));
                            assertThat(uri.toString()).matches("[!-~]+");
                        }
                    }))
                    .as("seed %d, text %s", seed, text)
                    .doesNotThrowAnyException();
        }
    }
}
