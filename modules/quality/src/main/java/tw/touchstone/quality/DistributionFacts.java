package tw.touchstone.quality;

import java.time.Instant;
import java.util.Optional;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.LinkStanding;

/// What is known of one distribution.
///
/// @param bytes   of the last snapshot
/// @param link    what all observations of the link amount to; empty where it was never asked
/// @param changed when bytes came that are new: the first snapshot, later a new digest in the declared format
public record DistributionFacts(Optional<ByteFacts> bytes, Optional<LinkStanding> link, Optional<Instant> changed) {

    /// Nothing is known.
    public static final DistributionFacts NONE = new DistributionFacts(Optional.empty(), Optional.empty());

    public DistributionFacts(Optional<ByteFacts> bytes, Optional<LinkStanding> link) {
        this(bytes, link, Optional.empty());
    }
}
