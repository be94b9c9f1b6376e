package tw.touchstone.catalog.evaluating;

import java.time.Instant;
import java.util.Optional;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Label;
import tw.touchstone.model.Sha256;
import tw.touchstone.quality.Points;

/// That a dataset got a scorecard: the index entry, whose document is in the archive.
///
/// @param policy      identifier of the policy, for example `label-114`
/// @param evaluatedAt when it became the current one
/// @param award       code of the label or grade
/// @param atMost      code of a better one that it may turn out to be, while something is not decided
/// @param score       what the bands of a policy of points compare; empty in others
/// @param scorecard   name of the document in the archive
/// @param validUntil  when the clock alone may change an outcome; empty where it cannot
public record StoredScorecard(
        DatasetId dataset,
        String policy,
        Instant evaluatedAt,
        String award,
        Optional<String> atMost,
        Optional<Points> score,
        Sha256 scorecard,
        Optional<Instant> validUntil) {

    /// The label, where the policy awards labels.
    public Optional<Label> label() {
        return Label.ofCode(award);
    }
}
