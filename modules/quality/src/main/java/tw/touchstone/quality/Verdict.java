package tw.touchstone.quality;

import java.util.List;
import java.util.Optional;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Label;

/// What follows from outcomes under a policy; the parts are those of [Scorecard].
record Verdict(
        Optional<Label> label,
        Optional<String> grade,
        Optional<PointTotal> points,
        Optional<Points> score,
        Optional<Outcome.Cause> cause,
        Optional<String> atMost,
        List<Gap> open,
        Optional<NextStep> nextStep,
        Optional<DistributionId> stands) {}
