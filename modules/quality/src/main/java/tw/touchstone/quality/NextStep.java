package tw.touchstone.quality;

import java.util.List;
import java.util.Optional;

/// What stands between a dataset and the next label or grade.
///
/// @param award    code of the next label or grade up
/// @param distance how much the score lacks, in policies that give points; zero where only a gate or a dimension bars it
/// @param missing  what does not hold yet, failed and unmeasured alike: all of it where every step must be held, most
///                 gainful first where points are given
public record NextStep(String award, Optional<Points> distance, List<Gap> missing) {

    public NextStep {
        missing = List.copyOf(missing);
    }
}
