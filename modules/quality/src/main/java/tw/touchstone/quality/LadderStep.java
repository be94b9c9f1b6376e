package tw.touchstone.quality;

import java.util.List;
import tw.touchstone.model.Label;

/// One step of a label ladder. Needs add up: a step also needs all that the steps below it need.
///
/// @param label what is awarded on this step
/// @param needs what this step adds
public record LadderStep(Label label, List<Metric> needs) {

    public LadderStep {
        needs = List.copyOf(needs);
    }
}
