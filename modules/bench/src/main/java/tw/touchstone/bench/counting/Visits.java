package tw.touchstone.bench.counting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;
import tw.touchstone.usage.Kind;
import tw.touchstone.usage.ProductToken;
import tw.touchstone.usage.RobotList;
import tw.touchstone.usage.UsageEvent;
import tw.touchstone.usage.VisitorKeys;

/// Made-up visits of a catalogue: few datasets are asked for often and most seldom, by browsers, scripts and robots.
///
/// Not for use by several threads.
final class Visits {

    private static final int DATASETS = 60_000;
    private static final List<String> USER_AGENTS = List.of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15",
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "python-requests/2.32.3",
            "curl/8.5.0",
            "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)");

    private final RandomGenerator random;
    private final RobotList robots = RobotList.ours();
    private final List<String> products = USER_AGENTS.stream().map(ProductToken::of).toList();

    Visits(RandomGenerator random) {
        this.random = random;
    }

    /// A download as the server makes one of a request: user agent and address are looked at here.
    UsageEvent asked(VisitorKeys visitors, Instant at) {
        var userAgent = USER_AGENTS.get(random.nextInt(USER_AGENTS.size()));
        var product = ProductToken.of(userAgent);
        var distribution = distribution();
        return new UsageEvent(
                at,
                Kind.DOWNLOAD,
                distribution.dataset(),
                Optional.of(distribution),
                visitors.key("192.0.2." + random.nextInt(256), userAgent),
                product,
                robots.agent(product));
    }

    /// A visit of long ago, one of two a download, by one of very many visitors.
    UsageEvent past(Instant begin, Duration pause, long number) {
        var product = products.get(random.nextInt(products.size()));
        var distribution = distribution();
        boolean download = random.nextBoolean();
        return new UsageEvent(
                begin.plus(pause.multipliedBy(number)),
                download ? Kind.DOWNLOAD : Kind.VIEW,
                distribution.dataset(),
                download ? Optional.of(distribution) : Optional.empty(),
                "%016x".formatted(random.nextLong()),
                product,
                robots.agent(product));
    }

    private DistributionId distribution() {
        double chance = random.nextDouble();
        var dataset = new DatasetId(String.valueOf(100_000 + (int) (DATASETS * chance * chance * chance)));
        return new DistributionId(dataset, 1 + random.nextInt(3));
    }
}
