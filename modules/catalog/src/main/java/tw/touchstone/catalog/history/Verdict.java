package tw.touchstone.catalog.history;

import java.util.Optional;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.quality.Points;
import tw.touchstone.quality.Scorecard;

/// What a scorecard comes to.
///
/// @param award code of the label or grade
/// @param score what the bands of a policy of points compare; empty in others
public record Verdict(String award, Optional<Points> score) {

    static Verdict of(Scorecard card) {
        return new Verdict(card.award(), card.score());
    }

    static Verdict of(StoredScorecard stored) {
        return new Verdict(stored.award(), stored.score());
    }

    /// The score in ten-thousandths of a point; nothing where there is none.
    long tenThousandths() {
        return score.map(Points::tenThousandths).orElse(0L);
    }
}
