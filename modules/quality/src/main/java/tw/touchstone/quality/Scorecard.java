package tw.touchstone.quality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Label;
import tw.touchstone.model.Sha256;

/// Why a dataset holds its label: policy, distributions, dimensions, metrics, outcomes, evidence.
///
/// The instant of the run is not in it: runs between two time boundaries give equal scorecards.
///
/// @param engine        version of the rules
/// @param policy        the policy judged by
/// @param dataset       the dataset judged
/// @param inputs        what it was computed from
/// @param since         the last time boundary that changed an outcome; empty where none did
/// @param validUntil    the next instant at which an outcome changes by the clock alone; empty where none will
/// @param label         what is proven
/// @param cause         why nothing could be concluded, where the label is [Label#NONE_UNCHECKED]
/// @param atMost        the label if everything open should pass, where that is a better one
/// @param open          what is not measured yet and stands between `label` and `atMost`
/// @param nextStep      what is missing for the next label; empty on the highest step
/// @param distributions in the order of their numbers
/// @param errors        rules that broke
public record Scorecard(
        String engine,
        PolicyRef policy,
        DatasetId dataset,
        Inputs inputs,
        Optional<Instant> since,
        Optional<Instant> validUntil,
        Label label,
        Optional<Outcome.Cause> cause,
        Optional<Label> atMost,
        List<Gap> open,
        Optional<NextStep> nextStep,
        List<DistributionScore> distributions,
        List<RuleFault> errors) {

    public Scorecard {
        open = List.copyOf(open);
        distributions = List.copyOf(distributions);
        errors = List.copyOf(errors);
    }

    /// The digest of the scorecard's canonical JSON, computed anew on every call.
    public Sha256 id() {
        return Sha256.of(QualityJson.write(this));
    }

    /// How a distribution fared.
    public Optional<DistributionScore> distribution(DistributionId wanted) {
        return distributions.stream()
                .filter(each -> each.distribution().equals(wanted))
                .findFirst();
    }
}
