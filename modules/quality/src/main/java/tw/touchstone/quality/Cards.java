package tw.touchstone.quality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Label;
import tw.touchstone.quality.Ratings.Rated;

/// Draws the verdict from outcomes, and puts them in the form of a scorecard. Used for one subject under one policy.
final class Cards {

    private final Policy policy;
    private final Set<Metric> asked;
    private final Map<Metric, Outcome> ofDataset;
    private final Ratings counted;
    private final Set<DistributionId> counting;
    private final Optional<PointCount> count;

    /// @param counted the outcomes that have a say
    Cards(Policy policy, Map<Metric, Outcome> ofDataset, Ratings counted) {
        this.policy = policy;
        this.asked = EnumSet.copyOf(policy.metrics());
        this.ofDataset = ofDataset;
        this.counted = counted;
        this.counting = counted.distributions().stream().map(Rated::distribution).collect(Collectors.toSet());
        this.count = policy.award() instanceof Weighing weighing
                ? Optional.of(new PointCount(weighing, policy.fold(), counted))
                : Optional.empty();
    }

    Verdict verdict() {
        return switch (policy.award()) {
            case Ladder ladder -> LadderClimb.verdict(ladder, policy.fold(), counted);
            case Weighing _ -> count.orElseThrow().verdict();
        };
    }

    List<DimensionScore> dimensions() {
        var measured = byDimension(ofDataset);
        return count.map(each -> each.dimensions(measured)).orElseGet(() -> {
            var scores = new ArrayList<DimensionScore>();
            measured.forEach((dimension, own) -> scores.add(new DimensionScore(dimension, Optional.empty(), own)));
            return scores;
        });
    }

    DistributionScore distribution(Rated rated) {
        boolean counts = counting.contains(rated.distribution());
        var scores = new ArrayList<DimensionScore>();
        return switch (policy.award()) {
            case Ladder ladder -> {
                byDimension(rated.outcomes()).forEach((dimension, measured) ->
                        scores.add(new DimensionScore(dimension, Optional.empty(), measured)));
                var award = LadderClimb.awardOf(ladder, counted.alone(rated));
                boolean labels = policy.awardsLabels();
                yield new DistributionScore(
                        rated.distribution(),
                        counts,
                        labels ? Label.ofCode(award) : Optional.empty(),
                        labels ? Optional.empty() : Optional.of(award),
                        Optional.empty(),
                        scores);
            }
            case Weighing weighing -> {
                var points = PointCount.byDimension(weighing, rated.outcomes());
                byDimension(rated.outcomes()).forEach((dimension, measured) -> scores.add(new DimensionScore(
                        dimension, Optional.of(points.getOrDefault(dimension, PointTotal.ZERO)), measured)));
                yield new DistributionScore(
                        rated.distribution(),
                        counts,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(PointCount.of(weighing, rated.outcomes())),
                        scores);
            }
        };
    }

    /// What the policy asks for, prerequisites of other metrics left aside.
    private Map<Dimension, List<Measurement>> byDimension(Map<Metric, Outcome> outcomes) {
        var byDimension = new EnumMap<Dimension, List<Measurement>>(Dimension.class);
        outcomes.forEach((metric, outcome) -> {
            if (asked.contains(metric)) {
                byDimension
                        .computeIfAbsent(metric.dimension(), _ -> new ArrayList<>())
                        .add(new Measurement(metric, outcome));
            }
        });
        return byDimension;
    }
}
