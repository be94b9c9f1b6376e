package tw.touchstone.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductTokenTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "curl | curl/8.14.1",
                "python-requests | python-requests/2.32.3",
                "Go-http-client | Go-http-client/2.0",
                "Firefox | Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
                "Chrome | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
                "Edg | Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0",
                "Safari | Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
                "Googlebot | Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "bingbot | Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/116.0 Safari/537.36",
                "Slurp | Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)",
                "Mozilla | Mozilla/5.0",
                "unknown | ''",
                "unknown | anna@example.org",
                "unknown | 203.0.113.77",
                "unknown | 王小明的程式",
            })
    void keepsTheWordThatSaysWhatItIs(String token, String userAgent) {
        assertThat(ProductToken.of(userAgent)).isEqualTo(token);
    }

    @Test
    void isAlwaysAValidToken() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        String letters = "ab/;() .@-_bot9\u0000\uD800試+:";
        for (int n = 0; n < 5000; n++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(ProductToken.isValid(ProductToken.of(text.toString()))).as("seed %d", seed).isTrue();
        }
        assertThat(ProductToken.of("x".repeat(1_000_000))).isEqualTo("unknown");
    }
}
