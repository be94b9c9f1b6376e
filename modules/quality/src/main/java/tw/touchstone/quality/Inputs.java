package tw.touchstone.quality;

import java.util.List;
import java.util.Optional;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Sha256;

/// The digests of everything a scorecard was computed from.
///
/// @param metadata      of the dataset's canonical JSON, see [Scorer#metadataDigest]
/// @param standards     of the data standard fields
/// @param distributions of the facts, in the order of distribution numbers
public record Inputs(Sha256 metadata, Sha256 standards, List<FactDigests> distributions) {

    public Inputs {
        distributions = List.copyOf(distributions);
    }

    /// What was known of one distribution.
    ///
    /// @param bytes   of the byte facts' canonical JSON
    /// @param link    of the link standing's canonical JSON
    /// @param changed of the instant of the observed change, written as in JSON
    public record FactDigests(
            DistributionId distribution, Optional<Sha256> bytes, Optional<Sha256> link, Optional<Sha256> changed) {}
}
