package tw.touchstone.usage;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;

/// Short ways to write events and clocks in tests.
final class Events {

    static final DatasetId AIR = new DatasetId("40448");
    static final DatasetId BUS = new DatasetId("25119");
    static final DistributionId AIR_CSV = new DistributionId(AIR, 1);
    static final DistributionId AIR_JSON = new DistributionId(AIR, 2);
    static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    static final String ANNA = "00000000000000a1";
    static final String BEN = "ffffffffffffffb2";
    static final RobotList ROBOTS = RobotList.ours();

    private Events() {}

    static UsageEvent download(Instant at, DistributionId distribution, String visitor) {
        return new UsageEvent(
                at, Kind.DOWNLOAD, distribution.dataset(), Optional.of(distribution), visitor, "Firefox", Agent.HUMAN);
    }

    static UsageEvent view(Instant at, DatasetId dataset, String visitor) {
        return new UsageEvent(at, Kind.VIEW, dataset, Optional.empty(), visitor, "Firefox", Agent.HUMAN);
    }

    static UsageEvent by(String product, UsageEvent event) {
        return new UsageEvent(
                event.at(),
                event.kind(),
                event.dataset(),
                event.distribution(),
                event.visitorKey(),
                product,
                ROBOTS.agent(product));
    }

    static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
