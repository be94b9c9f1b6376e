package tw.touchstone.catalog.scoring;

import java.util.List;

/// What came of scoring a path.
public sealed interface ScoringOutcome {

    /// Everything that is described there.
    record Scored(List<ScoredDataset> datasets) implements ScoringOutcome {
        public Scored {
            datasets = List.copyOf(datasets);
        }
    }

    /// Nothing there can be scored.
    record Unusable(String message) implements ScoringOutcome {}
}
