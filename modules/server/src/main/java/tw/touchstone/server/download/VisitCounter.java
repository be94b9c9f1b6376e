package tw.touchstone.server.download;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;
import tw.touchstone.usage.Kind;
import tw.touchstone.usage.ProductToken;
import tw.touchstone.usage.RobotList;
import tw.touchstone.usage.Usage;
import tw.touchstone.usage.UsageEvent;
import tw.touchstone.usage.VisitorKeys;

/// Counts visits as they are answered; called before the first byte of a successful answer is sent. Thread-safe.
///
/// Requests other than GET are passed over, so a controller that also serves HEAD need not look. Whoever sends
/// `DNT: 1` or `Sec-GPC: 1` is counted without being recognisable, not even for a day.
@Component
public class VisitCounter {

    private final Usage usage;
    private final VisitorKeys visitors;
    private final RobotList robots = RobotList.ours();
    private final Clock clock;
    private final Set<DatasetId> downloaded = ConcurrentHashMap.newKeySet();

    VisitCounter(Catalog catalog, Clock clock) {
        this.usage = catalog.usage();
        this.visitors = new VisitorKeys(catalog.settings().home().folder().resolve("visitors"), clock);
        this.clock = clock;
    }

    /// Counts a view of a dataset's page or API record.
    public void viewed(HttpServletRequest request, DatasetId dataset) {
        count(request, Kind.VIEW, dataset, Optional.empty());
    }

    /// Counts a download of a distribution: its bytes from the first one on, or the redirect to them.
    public void downloaded(HttpServletRequest request, DistributionId distribution) {
        count(request, Kind.DOWNLOAD, distribution.dataset(), Optional.of(distribution));
    }

    /// The datasets that were downloaded since the last call.
    Set<DatasetId> takeDownloaded() {
        var taken = Set.copyOf(downloaded);
        downloaded.removeAll(taken);
        return taken;
    }

    private void count(
            HttpServletRequest request, Kind kind, DatasetId dataset, Optional<DistributionId> distribution) {
        if (!request.getMethod().equals("GET")) {
            return;
        }
        try {
            usage.count(event(request, kind, dataset, distribution));
        } catch (RuntimeException e) {
            // Whatever is wrong with a header or the clock, nobody is refused a download for it.
            usage.lose(e);
        }
        if (kind == Kind.DOWNLOAD) {
            downloaded.add(dataset);
        }
    }

    private UsageEvent event(
            HttpServletRequest request, Kind kind, DatasetId dataset, Optional<DistributionId> distribution) {
        var userAgent = header(request, HttpHeaders.USER_AGENT).orElse("");
        var product = ProductToken.of(userAgent);
        return new UsageEvent(
                clock.instant(),
                kind,
                dataset,
                distribution,
                visitor(request, userAgent),
                product,
                robots.agent(product));
    }

    private String visitor(HttpServletRequest request, String userAgent) {
        boolean unfollowed = header(request, "DNT").filter("1"::equals).isPresent()
                || header(request, "Sec-GPC").filter("1"::equals).isPresent();
        return unfollowed ? VisitorKeys.NONE : visitors.key(String.valueOf(request.getRemoteAddr()), userAgent);
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).map(String::strip);
    }
}
