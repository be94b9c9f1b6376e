package tw.touchstone.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.touchstone.model.fact.LinkProbe.Hop;

class RedirectsTest {

    private static final URI HERE = URI.create("https://example.org/a/b?x=1");

    @Test
    void resolvesRelativeLocations() {
        assertThat(Redirects.target(HERE, "../c")).contains(URI.create("https://example.org/c"));
    }

    @Test
    void escapesRawBytesAsTheServerSentThem() {
        // 檔 in UTF-8, decoded as Latin-1 by the client
        assertThat(Redirects.target(HERE, "/\u00E6\u00AA\u0094 1.csv"))
                .contains(URI.create("https://example.org/%E6%AA%94%201.csv"));
    }

    @Test
    void dropsTheFragment() {
        assertThat(Redirects.target(HERE, "/c#top")).contains(URI.create("https://example.org/c"));
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThat(Redirects.target(HERE, "http://[nowhere")).isEmpty();
    }

    @Test
    void seesTheWayFromHttpsToHttpAsADowngradeAndNotTheWayBack() {
        assertThat(Redirects.isDowngrade(HERE, URI.create("http://example.org/"))).isTrue();
        assertThat(Redirects.isDowngrade(URI.create("http://example.org/"), HERE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/a",
                "http://example.org:8080/",
                "http://example.org:/",
                "http://example.org./",
                "http://my_host.example.org/x",
                "http://my_host.example.org:8080/x",
                "http://8.8.8.8/",
                "http://8.8.8.8:81/",
                "http://[2606:4700::1111]/",
                "http://[2606:4700::1111]:8080/",
                "http://4chan.example/",
                "http://x0.example/"
            })
    void asksWebAddresses(String url) {
        assertThat(Redirects.obstacle(URI.create(url))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "file:///etc/passwd,scheme",
        "ftp://example.org/,scheme",
        "gopher://example.org/,scheme",
        "mailto:me@example.org,scheme",
        "/relative,scheme",
        "http:///path,bad-address",
        "http://me:secret@example.org/,credentials-in-url",
        "http://me@example.org/,credentials-in-url",
        "http://@example.org/,credentials-in-url",
        "http://me@my_host.example/,credentials-in-url",
        "http://127.1/,bad-address",
        "http://0177.0.0.1/,bad-address",
        "http://0x7f.0.0.1/,bad-address",
        "http://0x7f000001/,bad-address",
        "http://2130706433/,bad-address",
        "http://127.0.0.01/,bad-address",
        "http://127.0.0.1./,bad-address",
        "http://256.0.0.1/,bad-address",
        "http://1.2.3.4.5/,bad-address",
        "http://example.0x/,bad-address",
        "http://[fe80::1%25eth0]/,bad-address",
        "http://./,bad-address",
        "http://example.org:22/,bad-port",
        "http://example.org:25/,bad-port",
        "http://example.org:6667/,bad-port",
        "http://example.org:0/,bad-port",
        "http://example.org:65536/,bad-port"
    })
    void refusesWhatIsNoPlainWebAddress(String url, String reason) {
        assertThat(Redirects.obstacle(URI.create(url))).contains(reason);
    }

    @Test
    void stopsAtADowngradeALoopAndTheLimit() {
        var secure = URI.create("https://example.org/1");
        var next = URI.create("https://example.org/2");
        var hops = List.of(Hop.unanswered(secure, 0));

        assertThat(Redirects.stop(secure, next, hops, false, 1)).isEmpty();
        assertThat(Redirects.stop(secure, next, hops, false, 0)).contains("too-many-redirects");
        assertThat(Redirects.stop(secure, secure, hops, false, 5)).contains("redirect-loop");
        assertThat(Redirects.stop(secure, secure, hops, true, 5)).contains("cookie-wall");
        assertThat(Redirects.stop(secure, URI.create("http://example.org/2"), hops, false, 5))
                .contains("https-to-http");
    }
}
