package tw.touchstone.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsRulesTest {

    private static RobotsRules rules(String robots) {
        return RobotsRules.read(robots.getBytes(StandardCharsets.UTF_8), "touchstone");
    }

    private static boolean allows(String robots, String path) {
        return rules(robots).allows(URI.create("https://data.example" + path));
    }

    @Test
    void standsAtTheRootOfTheHost() {
        assertThat(RobotsRules.location(URI.create("https://data.example:8443/a/b?c")))
                .isEqualTo(URI.create("https://data.example:8443/robots.txt"));
    }

    /// RFC 9309 §2.2.1: our own group, whatever the case and the order; that for everybody only without one.
    @Test
    void obeysOurGroupBeforeThatForEverybody() {
        var robots = "User-agent: *\nDisallow: /\n\nUser-Agent: TouchStone\nDisallow: /private\n";
        assertThat(allows(robots, "/data.csv")).isTrue();
        assertThat(allows(robots, "/private/x.csv")).isFalse();
        assertThat(allows("User-agent: *\nDisallow: /\n", "/data.csv")).isFalse();
        assertThat(allows("User-agent: otherbot\nDisallow: /\n", "/data.csv")).isTrue();
    }

    @Test
    void joinsGroupsForTheSameRobot() {
        var robots = "User-agent: touchstone\nDisallow: /a\n\nUser-agent: touchstone\nDisallow: /b\n";
        assertThat(allows(robots, "/a")).isFalse();
        assertThat(allows(robots, "/b")).isFalse();
        assertThat(allows(robots, "/c")).isTrue();
    }

    /// RFC 9309 §2.2.2 and §5.2: the longest match decides, an equal one allows.
    @ParameterizedTest
    @CsvSource({
        "/example/page/x.csv,true",
        "/example/page/disallowed.gif,false",
        "/example/other.csv,false",
        "/else,true",
        "/robots.txt,true"
    })
    void theLongestMatchDecides(String path, boolean allowed) {
        var robots = """
                User-agent: *
                Disallow: /example/
                Allow: /example/page/
                Disallow: /example/page/disallowed.gif
                """;
        assertThat(allows(robots, path)).isEqualTo(allowed);
    }

    @Test
    void understandsWildcardsEndsAndEscapes() {
        assertThat(allows("User-agent: *\nDisallow: *.gif$\n", "/a/b.gif")).isFalse();
        assertThat(allows("User-agent: *\nDisallow: *.gif$\n", "/a/b.gif?x")).isTrue();
        assertThat(allows("User-agent: *\nDisallow: /%E8%B3%87\n", "/%E8%B3%87%E6%96%99.csv")).isFalse();
        assertThat(allows("User-agent: *\nDisallow: /資\n", "/%E8%B3%87%E6%96%99.csv")).isFalse();
    }

    @Test
    void allowsEverythingWhereNothingIsSaid() {
        assertThat(allows("", "/x")).isTrue();
        assertThat(allows("User-agent: *\nDisallow:\n", "/x")).isTrue();
        assertThat(allows("<html><body>Not found</body></html>", "/x")).isTrue();
        assertThat(allows("\u0000\u0001\uFFFD", "/x")).isTrue();
    }

    @Test
    void heedsACrawlDelayUpToALimit() {
        assertThat(rules("User-agent: *\nDisallow:\n").delay()).isEmpty();
        assertThat(rules("User-agent: *\nCrawl-delay: 10\nDisallow: /x\n").delay()).contains(Duration.ofSeconds(10));
        assertThat(rules("User-agent: *\nCrawl-delay: 0.5\nDisallow: /x\n").delay())
                .contains(Duration.ofMillis(500));
        assertThat(rules("User-agent: *\nCrawl-delay: 86400\nDisallow: /x\n").delay())
                .contains(RobotsRules.LONGEST_DELAY);
    }
}
