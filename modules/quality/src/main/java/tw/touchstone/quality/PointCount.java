package tw.touchstone.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tw.touchstone.model.DistributionId;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Ratings.Held;
import tw.touchstone.quality.Ratings.Rated;
import tw.touchstone.quality.Weighing.Counting;

/// Counts points: those of the dataset as a whole, and of the one distribution that stands for all.
final class PointCount {

    /// What takes the place of outcomes where a dataset has no distribution at all: nothing of what is possible.
    private static final Outcome ABSENT = Answers.PREREQUISITE;

    private final Weighing weighing;
    private final Fold fold;
    private final Ratings ratings;
    private final boolean openPasses;
    private final Optional<Rated> standing;
    private final List<Held> held;
    private final PointTotal total;

    PointCount(Weighing weighing, Fold fold, Ratings ratings) {
        this(weighing, fold, ratings, false);
    }

    /// @param openPasses whether everything open is taken to pass; another distribution may stand for all then
    private PointCount(Weighing weighing, Fold fold, Ratings ratings, boolean openPasses) {
        this.weighing = weighing;
        this.fold = fold;
        this.ratings = ratings;
        this.openPasses = openPasses;
        this.standing = standing();
        this.held = held();
        this.total = total();
    }

    Verdict verdict() {
        var proven = grade();
        var possible = new PointCount(weighing, fold, ratings, true).grade();
        return new Verdict(
                Optional.empty(),
                Optional.of(proven.code()),
                Optional.of(total),
                Optional.of(weighing.score(total)),
                proven.equals(Grade.UNGRADED) && total.isProvisional() ? Optional.of(cause()) : Optional.empty(),
                possible.equals(proven) ? Optional.empty() : Optional.of(possible.code()),
                held.stream().filter(each -> each.outcome().isOpen()).map(this::gap).toList(),
                nextStep(proven),
                standing.map(Rated::distribution));
    }

    /// The points of one distribution, without those of the dataset as a whole.
    static PointTotal of(Weighing weighing, Map<Metric, Outcome> outcomes) {
        var sum = new PointTotal.Sum();
        add(sum, weighing, Scope.DISTRIBUTION, outcomes);
        return sum.total();
    }

    /// The same by dimension; none where the dimension weighs nothing.
    static Map<Dimension, PointTotal> byDimension(Weighing weighing, Map<Metric, Outcome> outcomes) {
        var sums = new EnumMap<Dimension, PointTotal.Sum>(Dimension.class);
        weighing.weights().forEach((metric, weight) -> {
            if (metric.scope() == Scope.DISTRIBUTION) {
                sums.computeIfAbsent(metric.dimension(), _ -> new PointTotal.Sum())
                        .add(outcomes.getOrDefault(metric, ABSENT), weight);
            }
        });
        return totals(sums);
    }

    private static void add(
            PointTotal.Sum sum, Weighing weighing, Scope scope, Map<Metric, Outcome> outcomes) {
        weighing.weights().forEach((metric, weight) -> {
            if (metric.scope() == scope) {
                sum.add(outcomes.getOrDefault(metric, ABSENT), weight);
            }
        });
    }

    private static Map<Dimension, PointTotal> totals(Map<Dimension, PointTotal.Sum> sums) {
        var totals = new EnumMap<Dimension, PointTotal>(Dimension.class);
        sums.forEach((dimension, sum) -> totals.put(dimension, sum.total()));
        return totals;
    }

    /// The points of each dimension that weighs anything, after the fold.
    private Map<Dimension, PointTotal> byDimension() {
        var sums = new EnumMap<Dimension, PointTotal.Sum>(Dimension.class);
        for (var each : held) {
            sums.computeIfAbsent(each.metric().dimension(), _ -> new PointTotal.Sum())
                    .add(each.outcome(), weighing.weight(each.metric()));
        }
        return totals(sums);
    }

    private PointTotal total() {
        var sum = new PointTotal.Sum();
        held.forEach(each -> sum.add(each.outcome(), weighing.weight(each.metric())));
        return sum.total();
    }

    /// Every outcome that counts: of the dataset as a whole, and of the distribution that stands for all.
    private List<Held> held() {
        var id = standing.map(Rated::distribution);
        var outcomes = standing.map(Rated::outcomes).orElse(Map.of());
        return weighing.weights().keySet().stream()
                .map(metric -> metric.scope() == Scope.DATASET
                        ? new Held(Optional.empty(), metric, ratings.dataset().getOrDefault(metric, ABSENT))
                        : new Held(id, metric, outcomes.getOrDefault(metric, ABSENT)))
                .toList();
    }

    /// The distribution with which the dataset's score is highest or lowest. That its own share is so would not do:
    /// shares of different wholes do not add up in their order, and a broken file could raise the score by standing for all.
    private Optional<Rated> standing() {
        var sum = new PointTotal.Sum();
        add(sum, weighing, Scope.DATASET, ratings.dataset());
        var ofDataset = sum.total();
        var better = Comparator.comparing((Rated rated) -> counted(ofDataset.plus(own(rated))), this::compare);
        var order = (fold == Fold.BEST ? better.reversed() : better).thenComparing(Rated::distribution);
        return ratings.distributions().stream().min(order);
    }

    private PointTotal own(Rated rated) {
        return of(weighing, rated.outcomes());
    }

    /// By score; of equal scores the one is lower that could rise less.
    private int compare(PointTotal one, PointTotal other) {
        int byScore = weighing.counting() == Counting.ABSOLUTE
                ? one.earned().compareTo(other.earned())
                : Long.compare(
                        Math.multiplyExact(
                                one.earned().tenThousandths(), other.possible().tenThousandths()),
                        Math.multiplyExact(
                                other.earned().tenThousandths(), one.possible().tenThousandths()));
        return byScore != 0 ? byScore : one.open().compareTo(other.open());
    }

    private PointTotal counted(PointTotal points) {
        return openPasses ? points.atMost() : points;
    }

    private Grade grade() {
        var counted = counted(total);
        if (counted.possible().compareTo(Points.of(weighing.applicableMinimum())) < 0) {
            return Grade.UNGRADED;
        }
        return weighing.bands().stream()
                .filter(band -> weighing.score(counted).compareTo(Points.of(band.from())) >= 0)
                .filter(band -> barriers(band).isEmpty())
                .filter(band -> hasMinimumShares(band))
                .findFirst()
                .map(Band::grade)
                .orElse(Grade.NONE);
    }

    /// The gates of a band that are not held. Where the worst stands for all, a gate must be held by all.
    private List<Held> barriers(Band band) {
        return band.gates().stream()
                .flatMap(gate -> (fold == Fold.BEST ? standing.map(ratings::alone).orElse(ratings) : ratings).of(gate))
                .filter(held -> !held.outcome().holds() && !(openPasses && held.outcome().isOpen()))
                .toList();
    }

    private boolean hasMinimumShares(Band band) {
        if (band.minimumShares().isEmpty()) {
            return true;
        }
        var points = byDimension();
        return band.minimumShares().entrySet().stream().allMatch(each -> {
            var own = counted(points.getOrDefault(each.getKey(), PointTotal.ZERO));
            return own.earned()
                            .decimal()
                            .compareTo(own.possible().decimal().multiply(each.getValue()))
                    >= 0;
        });
    }

    private Cause cause() {
        return held.stream().anyMatch(each -> each.outcome() instanceof Outcome.NotMeasured(var cause, _)
                        && (cause == Cause.UNDECIDED || cause == Cause.LAPSED))
                ? Cause.UNDECIDED
                : Cause.NOT_YET;
    }

    private Optional<NextStep> nextStep(Grade proven) {
        var above = weighing.bands().stream()
                .takeWhile(band -> !band.grade().equals(proven))
                .toList();
        if (above.isEmpty()) {
            return Optional.empty();
        }
        var next = above.getLast();
        var missing = Stream.concat(
                        held.stream().map(this::gap).filter(gap -> gap.gain().orElseThrow().compareTo(Points.ZERO) > 0),
                        barriers(next).stream().map(this::gap))
                .distinct()
                .sorted(Comparator.comparing((Gap gap) -> gap.gain().orElseThrow())
                        .reversed()
                        .thenComparing(Gap::metric)
                        .thenComparingInt(gap -> gap.distribution().map(DistributionId::number).orElse(0)))
                .toList();
        var distance = proven.equals(Grade.UNGRADED)
                ? Optional.<Points>empty()
                : Optional.of(Points.of(next.from()).minus(weighing.score(total)));
        return Optional.of(new NextStep(next.grade().code(), distance, missing));
    }

    private Gap gap(Held held) {
        int weight = weighing.weight(held.metric());
        var lost = held.outcome() instanceof Outcome.NotApplicable
                ? Points.ZERO
                : Points.of(weight).minus(PointTotal.of(held.outcome(), weight).earned());
        return new Gap(held.distribution(), held.metric(), Optional.of(lost));
    }

    /// The points of each dimension after the fold, with what was measured on the dataset as a whole.
    List<DimensionScore> dimensions(Map<Dimension, List<Measurement>> measured) {
        var scores = new ArrayList<DimensionScore>();
        byDimension().forEach((dimension, points) -> scores.add(
                new DimensionScore(dimension, Optional.of(points), measured.getOrDefault(dimension, List.of()))));
        return scores;
    }
}
