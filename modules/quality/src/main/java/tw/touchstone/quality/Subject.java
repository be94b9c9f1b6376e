package tw.touchstone.quality;

import java.util.Map;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DistributionId;

/// What is judged: a dataset as declared, and what is known of it and of its distributions.
///
/// @param own   of the dataset as a whole
/// @param facts by distribution; a distribution without an entry was not observed yet
public record Subject(Dataset dataset, DatasetFacts own, Map<DistributionId, DistributionFacts> facts) {

    public Subject {
        facts = Map.copyOf(facts);
    }

    /// A dataset of which only the distributions were observed.
    public Subject(Dataset dataset, Map<DistributionId, DistributionFacts> facts) {
        this(dataset, DatasetFacts.NONE, facts);
    }

    /// What is known of a distribution, possibly nothing.
    public DistributionFacts factsOf(DistributionId distribution) {
        return facts.getOrDefault(distribution, DistributionFacts.NONE);
    }
}
