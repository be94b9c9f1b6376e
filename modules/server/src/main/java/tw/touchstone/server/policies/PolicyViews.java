package tw.touchstone.server.policies;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.quality.Band;
import tw.touchstone.quality.Ladder;
import tw.touchstone.quality.LadderStep;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.Weighing;
import tw.touchstone.server.policies.PolicyView.AwardView;
import tw.touchstone.server.policies.PolicyView.MetricView;
import tw.touchstone.server.policies.PolicyView.ShareView;
import tw.touchstone.server.policies.PolicyView.ThresholdView;
import tw.touchstone.vocabulary.MetricText;

/// Says in words what a policy file says in numbers.
@Component
class PolicyViews {

    private final Map<String, MetricText> texts;

    PolicyViews(Catalog catalog) {
        this.texts = catalog.vocabularies().metrics();
    }

    PolicyView of(Policy policy, String language) {
        return new PolicyView(
                policy.id(),
                "/policies/" + policy.id(),
                policy.title().best(language),
                policy.version(),
                policy.date().toString(),
                policy.source(),
                "policies.fold." + policy.fold().code(),
                awards(policy, language),
                policy.metrics().stream()
                        .map(metric -> metric(policy, metric, language))
                        .toList(),
                policy.thresholds().entrySet().stream()
                        .map(each -> new ThresholdView(each.getKey(), each.getValue().toPlainString()))
                        .toList(),
                policy.award() instanceof Weighing,
                policy.award() instanceof Weighing weighing ? weighing.total() : 0,
                policy.award() instanceof Weighing weighing ? weighing.applicableMinimum() : 0);
    }

    private List<AwardView> awards(Policy policy, String language) {
        return switch (policy.award()) {
            case Ladder ladder ->
                ladder.steps().reversed().stream()
                        .map(step -> step(policy, step, language))
                        .toList();
            case Weighing weighing ->
                weighing.bands().stream()
                        .map(band -> band(policy, band, language))
                        .toList();
        };
    }

    private AwardView step(Policy policy, LadderStep step, String language) {
        return new AwardView(step.award().title().best(language), "", metrics(policy, step.needs(), language), List.of());
    }

    private AwardView band(Policy policy, Band band, String language) {
        return new AwardView(
                band.grade().title().best(language),
                String.valueOf(band.from()),
                metrics(policy, band.gates(), language),
                band.minimumShares().entrySet().stream()
                        .map(each -> new ShareView(
                                "dimension." + each.getKey().id(),
                                each.getValue().movePointRight(2).stripTrailingZeros().toPlainString()))
                        .toList());
    }

    private List<MetricView> metrics(Policy policy, List<Metric> metrics, String language) {
        return metrics.stream().map(metric -> metric(policy, metric, language)).toList();
    }

    private MetricView metric(Policy policy, Metric metric, String language) {
        var weight = policy.award() instanceof Weighing weighing ? String.valueOf(weighing.weight(metric)) : "";
        var name = Optional.ofNullable(texts.get(metric.id()))
                .map(text -> text.title().best(language))
                .orElse(metric.id());
        return new MetricView(metric.id(), "/rules/" + metric.id(), name, weight);
    }
}
