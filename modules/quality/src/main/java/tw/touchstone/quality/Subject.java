package tw.touchstone.quality;

import java.util.Map;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DistributionId;

/// What is judged: a dataset as declared, and what is known of its distributions.
///
/// @param facts by distribution; a distribution without an entry was not observed yet
public record Subject(Dataset dataset, Map<DistributionId, DistributionFacts> facts) {

    public Subject {
        facts = Map.copyOf(facts);
    }

    /// What is known of a distribution, possibly nothing.
    public DistributionFacts factsOf(DistributionId distribution) {
        return facts.getOrDefault(distribution, DistributionFacts.NONE);
    }
}
