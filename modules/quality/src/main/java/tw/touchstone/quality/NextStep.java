package tw.touchstone.quality;

import java.util.List;
import tw.touchstone.model.Label;

/// What stands between a dataset and the next label.
///
/// @param label   the next label up
/// @param missing what must pass for it and does not yet, failed and unmeasured alike
public record NextStep(Label label, List<Gap> missing) {

    public NextStep {
        missing = List.copyOf(missing);
    }
}
