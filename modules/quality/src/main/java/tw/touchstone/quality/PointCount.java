package tw.touchstone.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
        this.total = total(_ -> true);
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
                held().filter(each -> each.outcome().isOpen()).map(this::gap).toList(),
                nextStep(proven),
                standing.map(Rated::distribution));
    }

    /// The points of one distribution, without those of the dataset as a whole.
    static PointTotal of(Weighing weighing, Map<Metric, Outcome> outcomes, Predicate<Metric> wanted) {
        var sum = PointTotal.ZERO;
        for (var each : weighing.weights().entrySet()) {
            var metric = each.getKey();
            if (metric.scope() == Scope.DISTRIBUTION && wanted.test(metric)) {
                sum = sum.plus(PointTotal.of(outcomes.getOrDefault(metric, ABSENT), each.getValue()));
            }
        }
        return sum;
    }

    /// The points of a dimension after the fold.
    PointTotal of(Dimension dimension) {
        return total(metric -> metric.dimension() == dimension);
    }

    private PointTotal total(Predicate<Metric> wanted) {
        return held().filter(each -> wanted.test(each.metric()))
                .map(each -> PointTotal.of(each.outcome(), weighing.weight(each.metric())))
                .reduce(PointTotal.ZERO, PointTotal::plus);
    }

    /// Every outcome that counts: of the dataset as a whole, and of the distribution that stands for all.
    private Stream<Held> held() {
        var id = standing.map(Rated::distribution);
        var outcomes = standing.map(Rated::outcomes).orElse(Map.of());
        return weighing.weights().keySet().stream()
                .map(metric -> metric.scope() == Scope.DATASET
                        ? new Held(Optional.empty(), metric, ratings.dataset().getOrDefault(metric, ABSENT))
                        : new Held(id, metric, outcomes.getOrDefault(metric, ABSENT)));
    }

    /// The distribution with which the dataset's score is highest or lowest. That its own share is so would not do:
    /// shares of different wholes do not add up in their order, and a broken file could raise the score by standing for all.
    private Optional<Rated> standing() {
        var whole = PointTotal.ZERO;
        for (var each : weighing.weights().entrySet()) {
            if (each.getKey().scope() == Scope.DATASET) {
                var outcome = ratings.dataset().getOrDefault(each.getKey(), ABSENT);
                whole = whole.plus(PointTotal.of(outcome, each.getValue()));
            }
        }
        var ofDataset = whole;
        var better = Comparator.comparing((Rated rated) -> counted(ofDataset.plus(own(rated))), this::compare);
        var order = (fold == Fold.BEST ? better.reversed() : better).thenComparing(Rated::distribution);
        return ratings.distributions().stream().min(order);
    }

    private PointTotal own(Rated rated) {
        return of(weighing, rated.outcomes(), _ -> true);
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
        return band.minimumShares().entrySet().stream().allMatch(each -> {
            var own = counted(of(each.getKey()));
            return own.earned()
                            .decimal()
                            .compareTo(own.possible().decimal().multiply(each.getValue()))
                    >= 0;
        });
    }

    private Cause cause() {
        return held().anyMatch(each -> each.outcome() instanceof Outcome.NotMeasured(var cause, _)
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
                        held().map(this::gap).filter(gap -> gap.gain().orElseThrow().compareTo(Points.ZERO) > 0),
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
        weighing.weights().keySet().stream().map(Metric::dimension).distinct().sorted().forEach(each -> scores.add(
                new DimensionScore(each, Optional.of(of(each)), measured.getOrDefault(each, List.of()))));
        return scores;
    }
}
