package tw.touchstone.catalog.mending;

import java.util.List;
import java.util.Optional;
import tw.touchstone.model.DistributionId;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Scorecard;

/// The checks of a dataset that failed, under whatever policy asks for them.
///
/// @param scorecards of all policies; what several of them measure is judged alike
record Failures(List<Scorecard> scorecards) {

    /// What was seen and expected where a distribution fails a check.
    Optional<Ground> of(DistributionId distribution, Metric metric) {
        return scorecards.stream()
                .flatMap(card -> card.distribution(distribution).stream())
                .flatMap(score -> score.outcome(metric).stream())
                .flatMap(outcome -> outcome instanceof Outcome.Failed(var evidence, _)
                        ? Optional.of(new Ground(
                                        Optional.of(metric),
                                        Optional.empty(),
                                        evidence.finding().seen(),
                                        evidence.finding().expected(),
                                        evidence.samples()))
                                .stream()
                        : Optional.<Ground>empty().stream())
                .findFirst();
    }

    /// The first of several checks that a distribution fails.
    Optional<Ground> first(DistributionId distribution, Metric... metrics) {
        for (var metric : metrics) {
            var failed = of(distribution, metric);
            if (failed.isPresent()) {
                return failed;
            }
        }
        return Optional.empty();
    }
}
