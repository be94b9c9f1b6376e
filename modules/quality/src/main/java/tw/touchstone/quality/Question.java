package tw.touchstone.quality;

import java.time.Instant;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;

/// Everything that may be asked about one distribution.
///
/// @param about        the dataset it belongs to
/// @param distribution as declared
/// @param facts        what is known of it
public record Question(DatasetQuestion about, Distribution distribution, DistributionFacts facts) {

    public Policy policy() {
        return about.policy();
    }

    public Dataset dataset() {
        return about.dataset();
    }

    public Reference reference() {
        return about.reference();
    }

    /// The instant the answers are for.
    public Instant asOf() {
        return about.asOf();
    }
}
