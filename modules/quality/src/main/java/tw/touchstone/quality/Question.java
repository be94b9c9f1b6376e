package tw.touchstone.quality;

import java.time.Instant;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;

/// Everything that may be asked about one distribution.
///
/// @param asOf the instant the answers are for
public record Question(
        Policy policy,
        Dataset dataset,
        Distribution distribution,
        DistributionFacts facts,
        Standards standards,
        Instant asOf) {}
