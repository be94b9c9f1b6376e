package tw.touchstone.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

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

    @Test
    void asksOnlyWebAddressesWithoutCredentials() {
        assertThat(Redirects.obstacle(HERE)).isEmpty();
        assertThat(Redirects.obstacle(URI.create("file:///etc/passwd"))).contains("scheme");
        assertThat(Redirects.obstacle(URI.create("http:///path"))).contains("bad-address");
        assertThat(Redirects.obstacle(URI.create("http://me:secret@example.org/"))).contains("credentials-in-url");
    }
}
