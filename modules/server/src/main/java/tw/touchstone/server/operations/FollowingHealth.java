package tw.touchstone.server.operations;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;

/// Whether what is published is also scored and searchable.
///
/// A server that is behind still answers, so it is `DEGRADED`, with 200, and not `DOWN`: nobody should take it out of
/// service, but somebody should look at `/operations/status`.
@Component("following")
class FollowingHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final Catalog catalog;

    FollowingHealth(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Health health() {
        int parked = catalog.parked().count();
        int broken = catalog.judging().evaluations().faults().count();
        boolean good = parked == 0 && broken == 0 && !catalog.isFollowingTroubled();
        return Health.status(good ? Status.UP : DEGRADED)
                .withDetail("parked", parked)
                .withDetail("ruleFaults", broken)
                .withDetail("troubled", catalog.isFollowingTroubled())
                .build();
    }
}
