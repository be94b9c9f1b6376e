package tw.touchstone.quality;

import java.util.List;
import java.util.SortedMap;
import tw.touchstone.model.Sha256;

/// What judging a dataset gave.
///
/// @param scorecards in the order of the policies
/// @param documents  the metadata and facts that the scorecards name, by digest; what all datasets are judged against is
///                   not among them, see [InputDocuments#of(Reference)]
public record Judgement(List<Scorecard> scorecards, SortedMap<Sha256, byte[]> documents) {

    public Judgement {
        scorecards = List.copyOf(scorecards);
    }
}
