package tw.touchstone.catalog.mending;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tw.touchstone.model.DistributionId;
import tw.touchstone.quality.DimensionScore;
import tw.touchstone.quality.Grade;
import tw.touchstone.quality.Measurement;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.Scorecard;

/// What a fix would do to the labels, grades and points of a dataset.
///
/// @param policies in force
/// @param before   as it stands, under each of them in their order
/// @param after    as it would stand, likewise
public record Forecast(List<Policy> policies, List<Scorecard> before, List<Scorecard> after) {

    public Forecast {
        policies = List.copyOf(policies);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /// The first thing that would be worse than it is, where there is one: a check of the dataset or of a distribution
    /// it has already, or an award.
    public Optional<Worse> worse() {
        return IntStream.range(0, before.size())
                .mapToObj(at -> worse(policies.get(at), before.get(at), after.get(at)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// What would be worse.
    ///
    /// @param metric empty where it is the award itself
    public record Worse(String policy, Optional<DistributionId> distribution, Optional<Metric> metric) {}

    private static Optional<Worse> worse(Policy policy, Scorecard before, Scorecard after) {
        var ofDataset = worse(policy, Optional.empty(), before.dimensions(), after.dimensions());
        var ofDistributions = before.distributions().stream()
                .flatMap(score -> after.distribution(score.distribution())
                        .flatMap(later -> worse(
                                policy, Optional.of(score.distribution()), score.dimensions(), later.dimensions()))
                        .stream());
        var award = rank(policy, after.award()) < rank(policy, before.award()) || losesScore(before, after)
                ? Stream.of(new Worse(policy.id(), Optional.empty(), Optional.empty()))
                : Stream.<Worse>empty();
        return Stream.concat(Stream.concat(ofDataset.stream(), ofDistributions), award)
                .findFirst();
    }

    private static Optional<Worse> worse(
            Policy policy,
            Optional<DistributionId> whose,
            List<DimensionScore> before,
            List<DimensionScore> after) {
        return before.stream()
                .flatMap(dimension -> dimension.measurements().stream())
                .filter(measured -> outcome(after, measured.metric())
                        .filter(later -> isWorse(measured.outcome(), later))
                        .isPresent())
                .findFirst()
                .map(measured -> new Worse(policy.id(), whose, Optional.of(measured.metric())));
    }

    private static Optional<Outcome> outcome(List<DimensionScore> dimensions, Metric metric) {
        return dimensions.stream()
                .flatMap(dimension -> dimension.measurements().stream())
                .filter(measured -> measured.metric() == metric)
                .map(Measurement::outcome)
                .findFirst();
    }

    /// What held no longer does; what failed earns less; what nobody knew yet fails.
    private static boolean isWorse(Outcome before, Outcome after) {
        if (before.holds()) {
            return !after.holds();
        }
        if (before instanceof Outcome.Failed(_, var earned)) {
            return after instanceof Outcome.Failed(_, var now) && now.tenThousandths() < earned.tenThousandths();
        }
        return before.isOpen() && after instanceof Outcome.Failed;
    }

    private static int rank(Policy policy, String award) {
        return policy.awards().stream().map(Grade::code).toList().indexOf(award);
    }

    private static boolean losesScore(Scorecard before, Scorecard after) {
        return before.score().isPresent()
                && after.score().isPresent()
                && after.score().get().compareTo(before.score().get()) < 0;
    }
}
