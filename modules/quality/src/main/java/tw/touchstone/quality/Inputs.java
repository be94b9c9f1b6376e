package tw.touchstone.quality;

import java.util.List;
import java.util.Optional;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Sha256;

/// The digests of everything a scorecard was computed from.
///
/// @param metadata      of the dataset's canonical JSON, see [Scorer#metadataDigest]
/// @param standards     of the data standard fields
/// @param terms         of the controlled lists
/// @param readiness     of the lists and words that the AI-Ready indicators ask for
/// @param calendar      of the working days
/// @param twin          of the nearest description of the same agency; empty where it was not looked for
/// @param replies       of the comments and their answers; empty while there is no log of them
/// @param sources       of what the addresses of its sources answered; empty where none was asked
/// @param distributions of the facts, in the order of distribution numbers
public record Inputs(
        Sha256 metadata,
        Sha256 standards,
        Sha256 terms,
        Sha256 readiness,
        Sha256 calendar,
        Optional<Sha256> twin,
        Optional<Sha256> replies,
        Optional<Sha256> sources,
        List<FactDigests> distributions) {

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
