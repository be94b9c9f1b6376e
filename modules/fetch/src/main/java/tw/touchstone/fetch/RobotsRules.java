package tw.touchstone.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a host's robots.txt says to us. (RFC 9309)
///
/// Groups, longest match and wildcards are those of the standard; `Crawl-delay`, which it does not know, is heeded.
public final class RobotsRules {

    /// How much of a robots.txt is read, as the standard asks: 500 KiB.
    public static final int LONGEST = 500 * 1024;

    /// A delay beyond this would mean that we are not wanted; it is cut to this.
    public static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

    private final SimpleRobotRules rules;

    private RobotsRules(SimpleRobotRules rules) {
        this.rules = rules;
    }

    /// Where an address's robots.txt is.
    public static URI location(URI url) {
        return URI.create(url.getScheme() + "://" + url.getRawAuthority() + "/robots.txt");
    }

    /// Reads a robots.txt.
    ///
    /// @param product our name in it, lower case, for example `touchstone`
    public static RobotsRules read(byte[] robots, String product) {
        var parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
        parser.setExactUserAgentMatching(true);
        return new RobotsRules(parser.parseContent("", robots, "text/plain", List.of(product)));
    }

    /// Whether an address may be fetched.
    public boolean allows(URI url) {
        return rules.isAllowed(url.toString());
    }

    /// The pause that is asked for between two requests.
    public Optional<Duration> delay() {
        long millis = rules.getCrawlDelay();
        return millis <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.min(millis, LONGEST_DELAY.toMillis())));
    }
}
