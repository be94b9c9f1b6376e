package tw.touchstone.quality;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tw.touchstone.model.DistributionId;

/// The outcomes that have a say in a verdict: those of the dataset as a whole and of each distribution that counts.
///
/// @param dataset       by metric
/// @param distributions in the order of their numbers
record Ratings(Map<Metric, Outcome> dataset, List<Rated> distributions) {

    /// All outcomes of one distribution.
    record Rated(DistributionId distribution, Map<Metric, Outcome> outcomes) {}

    /// One outcome and whose it is.
    ///
    /// @param distribution empty where it is the dataset's
    record Held(Optional<DistributionId> distribution, Metric metric, Outcome outcome) {
        Gap gap() {
            return new Gap(distribution, metric, Optional.empty());
        }
    }

    /// The same with one distribution alone.
    Ratings alone(Rated one) {
        return new Ratings(dataset, List.of(one));
    }

    /// The outcomes of a metric: one where it is asked of the dataset, else one for each distribution.
    Stream<Held> of(Metric metric) {
        return metric.scope() == Scope.DATASET
                ? Stream.of(new Held(Optional.empty(), metric, measured(metric, dataset)))
                : distributions.stream()
                        .map(each -> new Held(Optional.of(each.distribution()), metric, measured(metric, each.outcomes())));
    }

    private static Outcome measured(Metric metric, Map<Metric, Outcome> outcomes) {
        var outcome = outcomes.get(metric);
        if (outcome == null) {
            throw new IllegalStateException("the policy asks for " + metric.id() + ", which was not measured");
        }
        return outcome;
    }

    boolean any(Metric metric, Predicate<Outcome> wanted) {
        if (metric.scope() == Scope.DATASET) {
            return wanted.test(measured(metric, dataset));
        }
        for (var each : distributions) {
            if (wanted.test(measured(metric, each.outcomes()))) {
                return true;
            }
        }
        return false;
    }
}
