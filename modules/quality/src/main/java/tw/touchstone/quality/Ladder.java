package tw.touchstone.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Label;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.Outcome.NotMeasured;

/// Climbs a policy's ladder with the outcomes of one distribution or, every one of them having to hold, of several.
final class Ladder {

    private final Policy policy;
    private final List<Rated> rated;
    private final Climb proven;
    private final Climb possible;

    Ladder(Policy policy, List<Rated> rated) {
        this.policy = policy;
        this.rated = rated;
        this.proven = climb(false);
        this.possible = climb(true);
    }

    /// All outcomes of one distribution.
    record Rated(DistributionId distribution, Map<Metric, Outcome> outcomes) {}

    /// Where a climb ends.
    ///
    /// @param steps   how many steps are held
    /// @param stopped whether a failed metric, rather than an unmeasured one, bars the next step
    private record Climb(int steps, boolean stopped) {}

    Label label() {
        return label(proven);
    }

    /// Why nothing was concluded; empty where something was.
    Optional<Cause> cause() {
        if (label() != Label.NONE_UNCHECKED) {
            return Optional.empty();
        }
        var cause = Cause.NOT_YET;
        for (var each : rated) {
            for (var metric : policy.ladder().getFirst().needs()) {
                if (each.outcomes.get(metric) instanceof NotMeasured missing
                        && isOpen(missing)
                        && missing.cause() != Cause.NOT_YET) {
                    cause = cause == Cause.UNDECIDED ? cause : missing.cause();
                }
            }
        }
        return Optional.of(cause);
    }

    /// The label if all that is open should pass; empty where that is no better one.
    Optional<Label> atMost() {
        var best = label(possible);
        return best == label() ? Optional.empty() : Optional.of(best);
    }

    /// What is open on the steps between the label and the one at most.
    List<Gap> open() {
        var open = new ArrayList<Gap>();
        for (int step = proven.steps; step < possible.steps; step++) {
            // No step up to the one at most has a gap that is not open, else the climb would have ended before it.
            open.addAll(gaps(step));
        }
        return open;
    }

    /// What the step above the label still lacks.
    Optional<NextStep> nextStep() {
        return proven.steps < policy.ladder().size()
                ? Optional.of(new NextStep(policy.ladder().get(proven.steps).label(), gaps(proven.steps)))
                : Optional.empty();
    }

    private Label label(Climb climb) {
        if (climb.steps > 0) {
            return policy.ladder().get(climb.steps - 1).label();
        }
        return climb.stopped ? Label.NONE_FAILED : Label.NONE_UNCHECKED;
    }

    private Climb climb(boolean openPasses) {
        if (rated.isEmpty()) {
            return new Climb(0, false);
        }
        for (var each : rated) {
            for (var gate : policy.gates()) {
                if (each.outcomes.get(gate) instanceof Failed) {
                    return new Climb(0, true);
                }
            }
        }
        int steps = 0;
        for (var step : policy.ladder()) {
            boolean open = false;
            for (var each : rated) {
                for (var metric : step.needs()) {
                    var outcome = outcome(each, metric);
                    if (outcome.blocks()) {
                        return new Climb(steps, true);
                    }
                    open |= !outcome.holds();
                }
            }
            if (open && !openPasses) {
                return new Climb(steps, false);
            }
            steps++;
        }
        return new Climb(steps, false);
    }

    private List<Gap> gaps(int step) {
        var gaps = new ArrayList<Gap>();
        for (var each : rated) {
            for (var metric : policy.ladder().get(step).needs()) {
                if (!outcome(each, metric).holds()) {
                    gaps.add(new Gap(each.distribution, metric));
                }
            }
        }
        return gaps;
    }

    private static Outcome outcome(Rated rated, Metric metric) {
        var outcome = rated.outcomes.get(metric);
        if (outcome == null) {
            throw new IllegalStateException("the ladder needs " + metric.id() + ", which was not measured");
        }
        return outcome;
    }

    private static boolean isOpen(Outcome outcome) {
        return !outcome.holds() && !outcome.blocks();
    }
}
