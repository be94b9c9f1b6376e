package tw.touchstone.catalog.scoring;

import java.util.List;
import java.util.SortedMap;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Sha256;
import tw.touchstone.quality.NationalVerdict;
import tw.touchstone.quality.Scorecard;

/// A dataset scored on this machine.
///
/// @param scorecards one for each policy, in the policies' order
/// @param inputs     the documents that they name, by digest, without the vocabularies
/// @param verdict    the same in the words of the national quality engine
/// @param unread     distributions whose file is missing or could not be read, with the reason
public record ScoredDataset(
        Dataset dataset,
        List<Scorecard> scorecards,
        SortedMap<Sha256, byte[]> inputs,
        NationalVerdict verdict,
        List<String> unread) {

    public ScoredDataset {
        scorecards = List.copyOf(scorecards);
        unread = List.copyOf(unread);
    }
}
