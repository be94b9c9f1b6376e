package tw.touchstone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import tw.touchstone.catalog.scoring.LocalScoring;
import tw.touchstone.catalog.scoring.ScoredDataset;

/// Writes what `score` came to as bundles: one file for each dataset and policy, for `verify` on another machine.
final class ScoreBundles {

    private ScoreBundles() {}

    /// @param folder made where it is missing; files of the same names in it are replaced
    static void write(Path folder, LocalScoring scoring, List<ScoredDataset> datasets, Instant asOf) throws IOException {
        Files.createDirectories(folder);
        for (var dataset : datasets) {
            for (var card : dataset.scorecards()) {
                var name = "%s.%s.bundle.json".formatted(dataset.dataset().id(), card.policy().id());
                Files.write(folder.resolve(name), scoring.bundle(dataset, card, asOf));
            }
        }
    }
}
