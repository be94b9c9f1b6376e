package tw.touchstone.quality;

import java.time.Instant;
import java.util.Optional;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.LinkProbe;

/// What is known of one distribution.
///
/// @param bytes   of the last snapshot
/// @param link    the observation that decides; empty where the network was not asked
/// @param changed when the snapshot's digest was first observed, if a history of observations is kept
public record DistributionFacts(Optional<ByteFacts> bytes, Optional<LinkProbe> link, Optional<Instant> changed) {

    /// Nothing is known.
    public static final DistributionFacts NONE = new DistributionFacts(Optional.empty(), Optional.empty());

    public DistributionFacts(Optional<ByteFacts> bytes, Optional<LinkProbe> link) {
        this(bytes, link, Optional.empty());
    }
}
