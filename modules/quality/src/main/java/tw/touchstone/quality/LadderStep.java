package tw.touchstone.quality;

import java.util.List;
import java.util.Optional;
import tw.touchstone.model.Label;

/// One step of a ladder. Needs add up: a step also needs all that the steps below it need.
///
/// @param award what is awarded on this step
/// @param needs what this step adds
public record LadderStep(Grade award, List<Metric> needs) {

    public LadderStep {
        needs = List.copyOf(needs);
    }

    /// A step that awards a label.
    public LadderStep(Label label, List<Metric> needs) {
        this(new Grade(label.code(), label.displayName()), needs);
    }

    /// The label awarded, in policies that award labels.
    public Optional<Label> label() {
        return Label.ofCode(award.code());
    }
}
