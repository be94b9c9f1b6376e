package tw.touchstone.catalog.inspecting;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How links elsewhere are asked.
///
/// @param which    which are asked
/// @param interval how long a link that answered is left alone
/// @param threads  how many hosts are asked at once
/// @param loopback whether links to this machine may be followed; for tests only
/// @param roots    PEM file of certificate authorities that are believed besides those Java knows
public record LinkSettings(
        LinkChecking which, Duration interval, int threads, boolean loopback, Optional<Path> roots) {

    /// Links of registered datasets, every week, eight hosts at once.
    public static final LinkSettings STANDARD =
            new LinkSettings(LinkChecking.REGISTERED, Duration.ofDays(7), 8, false, Optional.empty());

    /// Nothing is asked.
    public static final LinkSettings NONE =
            new LinkSettings(LinkChecking.NONE, STANDARD.interval(), 1, false, Optional.empty());
}
