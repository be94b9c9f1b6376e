package tw.touchstone.quality;

/// Points earned of those possible.
///
/// What is not asked counts nowhere. What could not be judged because an earlier check failed is possible and not
/// earned, so that a broken file does not shrink its own denominator. What is not measured yet is in neither, but in
/// `open`.
///
/// @param earned   with shares for what is partly right
/// @param possible of what was judged
/// @param open     of what is undecided or not measured yet
public record PointTotal(Points earned, Points possible, Points open) {

    public static final PointTotal ZERO = new PointTotal(Points.ZERO, Points.ZERO, Points.ZERO);

    /// @throws IllegalArgumentException if more is earned than possible
    public PointTotal {
        if (earned.compareTo(possible) > 0) {
            throw new IllegalArgumentException(earned + " points of " + possible);
        }
    }

    /// What one outcome adds to a total in which its metric weighs so much.
    public static PointTotal of(Outcome outcome, int weight) {
        var sum = new Sum();
        sum.add(outcome, weight);
        return sum.total();
    }

    /// Adds up what outcomes earn: some hundreds for each dataset, which as values would be as many objects.
    static final class Sum {
        private long earned;
        private long possible;
        private long open;

        void add(Outcome outcome, int weight) {
            switch (outcome) {
                case Outcome.Passed _ -> {
                    earned += Points.of(weight).tenThousandths();
                    possible += Points.of(weight).tenThousandths();
                }
                case Outcome.Failed(_, var share) -> {
                    earned += Points.of(weight, share).tenThousandths();
                    possible += Points.of(weight).tenThousandths();
                }
                case Outcome.NotApplicable _ -> {}
                case Outcome.NotMeasured(var cause, _) -> {
                    if (cause == Outcome.Cause.PREREQUISITE) {
                        possible += Points.of(weight).tenThousandths();
                    } else {
                        open += Points.of(weight).tenThousandths();
                    }
                }
            }
        }

        PointTotal total() {
            return earned == 0 && possible == 0 && open == 0
                    ? ZERO
                    : new PointTotal(new Points(earned), new Points(possible), new Points(open));
        }
    }

    public PointTotal plus(PointTotal other) {
        return new PointTotal(earned.plus(other.earned), possible.plus(other.possible), open.plus(other.open));
    }

    /// Whether something is open that may change the total.
    public boolean isProvisional() {
        return open.compareTo(Points.ZERO) > 0;
    }

    /// The total if all that is open should pass.
    public PointTotal atMost() {
        return new PointTotal(earned.plus(open), possible.plus(open), Points.ZERO);
    }
}
