package tw.touchstone.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Label;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.Outcome.NotMeasured;
import tw.touchstone.quality.Ratings.Held;
import tw.touchstone.quality.Ratings.Rated;

/// Climbs a ladder with the outcomes of one distribution or, every one of them having to hold, of several.
final class LadderClimb {

    /// Which cause is told where there are several.
    private static final List<Cause> TELLING = List.of(Cause.LAPSED, Cause.UNDECIDED, Cause.ERROR);

    private final Ladder ladder;
    private final Ratings ratings;
    private final Climb proven;

    private LadderClimb(Ladder ladder, Ratings ratings) {
        this.ladder = ladder;
        this.ratings = ratings;
        this.proven = climb(false);
    }

    /// Where a climb ends.
    ///
    /// @param steps   how many steps are held
    /// @param stopped whether a failed metric, rather than an unmeasured one, bars the next step
    private record Climb(int steps, boolean stopped) {}

    static Verdict verdict(Ladder ladder, Fold fold, Ratings ratings) {
        var climb = new LadderClimb(ladder, ratings);
        var possible = climb.climb(true);
        boolean labels = ladder.steps().getFirst().label().isPresent();
        return new Verdict(
                labels ? Optional.of(climb.label()) : Optional.empty(),
                labels ? Optional.empty() : Optional.of(climb.award(climb.proven)),
                Optional.empty(),
                Optional.empty(),
                climb.cause(),
                climb.atMost(possible),
                climb.open(possible),
                climb.nextStep(),
                fold == Fold.WORST ? lowest(ladder, ratings) : Optional.empty());
    }

    /// What one distribution would hold alone: the code of a label or a grade, without the way there.
    static String awardOf(Ladder ladder, Ratings ratings) {
        var climb = new LadderClimb(ladder, ratings);
        return climb.award(climb.proven);
    }

    private static Optional<DistributionId> lowest(Ladder ladder, Ratings ratings) {
        return ratings.distributions().stream()
                .min(Comparator.comparingInt((Rated each) -> new LadderClimb(ladder, ratings.alone(each)).proven.steps)
                        .thenComparing(Rated::distribution))
                .map(Rated::distribution);
    }

    private Label label() {
        return Label.ofCode(award(proven)).orElseThrow();
    }

    /// The code of what a climb is worth.
    private String award(Climb climb) {
        if (climb.steps > 0) {
            return ladder.steps().get(climb.steps - 1).award().code();
        }
        boolean labels = ladder.steps().getFirst().label().isPresent();
        if (climb.stopped) {
            return labels ? Label.NONE_FAILED.code() : Grade.NONE.code();
        }
        var nothing = causes().anyMatch(cause -> cause == Cause.LAPSED) ? Label.SUSPENDED : Label.NONE_UNCHECKED;
        return labels ? nothing.code() : Grade.UNGRADED.code();
    }

    /// Why nothing was concluded; empty where something was.
    private Optional<Cause> cause() {
        if (proven.steps > 0 || proven.stopped) {
            return Optional.empty();
        }
        return causes().filter(TELLING::contains)
                .min(Comparator.comparingInt(TELLING::indexOf))
                .or(() -> Optional.of(Cause.NOT_YET));
    }

    private Stream<Cause> causes() {
        return ladder.steps().getFirst().needs().stream()
                .flatMap(ratings::of)
                .map(Held::outcome)
                .filter(NotMeasured.class::isInstance)
                .map(outcome -> ((NotMeasured) outcome).cause());
    }

    private Optional<String> atMost(Climb possible) {
        return possible.steps > proven.steps ? Optional.of(award(possible)) : Optional.empty();
    }

    /// What is open on the steps between the verdict and the one at most.
    private List<Gap> open(Climb possible) {
        var open = new ArrayList<Gap>();
        for (int step = proven.steps; step < possible.steps; step++) {
            // No step up to the one at most has a gap that is not open, else the climb would have ended before it.
            open.addAll(gaps(step));
        }
        return open;
    }

    /// What the step above the verdict still lacks.
    private Optional<NextStep> nextStep() {
        return proven.steps < ladder.steps().size()
                ? Optional.of(new NextStep(
                        ladder.steps().get(proven.steps).award().code(), Optional.empty(), gaps(proven.steps)))
                : Optional.empty();
    }

    private Climb climb(boolean openPasses) {
        if (ratings.distributions().isEmpty()) {
            return new Climb(0, false);
        }
        if (ladder.gates().stream().anyMatch(gate -> ratings.any(gate, Failed.class::isInstance))) {
            return new Climb(0, true);
        }
        int steps = 0;
        for (var step : ladder.steps()) {
            if (any(step, Outcome::blocks)) {
                return new Climb(steps, true);
            }
            if (!openPasses && any(step, Outcome::isOpen)) {
                return new Climb(steps, false);
            }
            steps++;
        }
        return new Climb(steps, false);
    }

    private boolean any(LadderStep step, Predicate<Outcome> wanted) {
        for (var metric : step.needs()) {
            if (ratings.any(metric, wanted)) {
                return true;
            }
        }
        return false;
    }

    /// Distribution by distribution, what the dataset as a whole lacks first.
    private List<Gap> gaps(int step) {
        return ladder.steps().get(step).needs().stream()
                .flatMap(ratings::of)
                .filter(held -> !held.outcome().holds())
                .map(Held::gap)
                .sorted(Comparator.comparingInt((Gap gap) -> gap.distribution().map(DistributionId::number).orElse(0)))
                .toList();
    }
}
