package tw.touchstone.quality;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tw.touchstone.model.Label;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.Outcome.NotMeasured;

/// Climbs a policy's ladder with the outcomes of one distribution or, every one of them having to hold, of several.
record Ladder(Policy policy, List<DistributionScore> scores) {

    /// Where a climb ends.
    ///
    /// @param steps   how many steps are held
    /// @param stopped whether a failed metric, rather than an unmeasured one, bars the next step
    private record Climb(int steps, boolean stopped) {}

    /// What a step asks of a distribution, and the answer.
    private record Asked(Gap gap, Outcome outcome) {
        boolean isOpen() {
            return !outcome.holds() && !outcome.blocks();
        }
    }

    Label label() {
        return label(climb(false));
    }

    /// Why nothing was concluded; empty where something was.
    Optional<Cause> cause() {
        if (label() != Label.NONE_UNCHECKED) {
            return Optional.empty();
        }
        return Optional.of(asked(0)
                .filter(Asked::isOpen)
                .flatMap(asked -> asked.outcome instanceof NotMeasured(var cause, _) ? Stream.of(cause) : Stream.empty())
                .min(Cause::compareTo)
                .orElse(Cause.NOT_YET));
    }

    /// The label if all that is open should pass; empty where that is no better one.
    Optional<Label> atMost() {
        var best = label(climb(true));
        return best == label() ? Optional.empty() : Optional.of(best);
    }

    /// What is open on the steps between the label and the one at most.
    List<Gap> open() {
        return IntStream.range(climb(false).steps(), climb(true).steps())
                .boxed()
                .flatMap(this::asked)
                .filter(Asked::isOpen)
                .map(Asked::gap)
                .toList();
    }

    /// What the step above the label still lacks.
    Optional<NextStep> nextStep() {
        int held = climb(false).steps();
        if (held >= policy.ladder().size()) {
            return Optional.empty();
        }
        var missing = asked(held)
                .filter(asked -> !asked.outcome.holds())
                .map(Asked::gap)
                .toList();
        return Optional.of(new NextStep(policy.ladder().get(held).label(), missing));
    }

    private Label label(Climb climb) {
        if (climb.steps() > 0) {
            return policy.ladder().get(climb.steps() - 1).label();
        }
        return climb.stopped() ? Label.NONE_FAILED : Label.NONE_UNCHECKED;
    }

    private Climb climb(boolean openPasses) {
        if (scores.isEmpty()) {
            return new Climb(0, false);
        }
        if (asked(policy.gates()).anyMatch(asked -> asked.outcome instanceof Failed)) {
            return new Climb(0, true);
        }
        for (int step = 0; step < policy.ladder().size(); step++) {
            var asked = asked(step).toList();
            if (asked.stream().anyMatch(each -> each.outcome.blocks())) {
                return new Climb(step, true);
            }
            if (!openPasses && asked.stream().anyMatch(Asked::isOpen)) {
                return new Climb(step, false);
            }
        }
        return new Climb(policy.ladder().size(), false);
    }

    private Stream<Asked> asked(int step) {
        return asked(policy.ladder().get(step).needs());
    }

    private Stream<Asked> asked(List<Metric> metrics) {
        return scores.stream()
                .flatMap(score -> metrics.stream()
                        .flatMap(metric -> score.outcome(metric).stream()
                                .map(outcome -> new Asked(new Gap(score.distribution(), metric), outcome))));
    }
}
