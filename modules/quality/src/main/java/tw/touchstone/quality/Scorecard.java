package tw.touchstone.quality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Label;
import tw.touchstone.model.Sha256;

/// Why a dataset holds its label or grade: policy, dimensions, metrics, outcomes, evidence.
///
/// The instant of the run is not in it: runs between two time boundaries give equal scorecards.
///
/// @param engine        version of the rules
/// @param policy        the policy judged by
/// @param dataset       the dataset judged
/// @param inputs        what it was computed from
/// @param since         the last time boundary that changed anything; empty where none did
/// @param validUntil    the next instant at which anything changes by the clock alone; empty where nothing will
/// @param label         what is proven, in policies that award labels
/// @param grade         what is proven, in policies that award grades: the code of a [Grade]
/// @param points        in policies that give points, after the fold
/// @param score         what the bands of such a policy compare
/// @param cause         why nothing could be concluded, where that is so
/// @param atMost        code of the label or grade if everything open should pass, where that is a better one
/// @param open          what is not measured yet and stands between the verdict and `atMost`
/// @param nextStep      what is missing for the next label or grade; empty on the highest
/// @param stands        the distribution that stands for all, in policies that fold by best or worst
/// @param dimensions    what was measured on the dataset as a whole, and the points of each dimension after the fold
/// @param distributions in the order of their numbers
/// @param risks         what may cost the label some day; never part of the verdict
/// @param errors        rules that broke
public record Scorecard(
        String engine,
        PolicyRef policy,
        DatasetId dataset,
        Inputs inputs,
        Optional<Instant> since,
        Optional<Instant> validUntil,
        Optional<Label> label,
        Optional<String> grade,
        Optional<PointTotal> points,
        Optional<Points> score,
        Optional<Outcome.Cause> cause,
        Optional<String> atMost,
        List<Gap> open,
        Optional<NextStep> nextStep,
        Optional<DistributionId> stands,
        List<DimensionScore> dimensions,
        List<DistributionScore> distributions,
        List<Risk> risks,
        List<RuleFault> errors) {

    public Scorecard {
        open = List.copyOf(open);
        dimensions = List.copyOf(dimensions);
        distributions = List.copyOf(distributions);
        risks = List.copyOf(risks);
        errors = List.copyOf(errors);
    }

    /// The digest of the scorecard's canonical JSON, computed anew on every call.
    public Sha256 id() {
        return Sha256.of(QualityJson.write(this));
    }

    /// The verdict in one word: the code of the label or of the grade.
    public String award() {
        return award(label, grade);
    }

    static String award(Optional<Label> label, Optional<String> grade) {
        return label.map(Label::code).or(() -> grade).orElseThrow();
    }

    /// Whether something open may change the verdict or the points.
    public boolean isProvisional() {
        return atMost.isPresent() || points.filter(PointTotal::isProvisional).isPresent();
    }

    /// How a distribution fared.
    public Optional<DistributionScore> distribution(DistributionId wanted) {
        return distributions.stream()
                .filter(each -> each.distribution().equals(wanted))
                .findFirst();
    }

    /// The outcome of a metric that is asked of the dataset as a whole; empty where the policy does not measure it.
    public Optional<Outcome> outcome(Metric metric) {
        return Measurement.find(dimensions, metric);
    }
}
