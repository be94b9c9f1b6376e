package tw.touchstone.catalog.mending;

import java.util.List;
import java.util.Optional;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.Place;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.RiskCode;

/// Why a fix is proposed: a check that failed, a label at risk, or else something that is odd in the stored facts.
///
/// @param metric   the check that failed, where one did
/// @param risk     what may cost the label some day, where that is why
/// @param places   the first places in the file; empty where it is not about the file
public record Ground(
        Optional<Metric> metric, Optional<RiskCode> risk, LangText seen, LangText expected, List<Place> places) {

    public Ground {
        places = List.copyOf(places);
    }

    /// Something odd that fails no check.
    static Ground oddity(LangText seen, LangText expected) {
        return new Ground(Optional.empty(), Optional.empty(), seen, expected, List.of());
    }

    static Ground risk(RiskCode risk, LangText seen, LangText expected, List<Place> places) {
        return new Ground(Optional.empty(), Optional.of(risk), seen, expected, places);
    }

    /// The same, as the reason why a check failed.
    Ground failing(Optional<Ground> failed) {
        return failed.orElse(this);
    }
}
