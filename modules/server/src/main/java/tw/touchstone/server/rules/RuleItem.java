package tw.touchstone.server.rules;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.quality.Metric;
import tw.touchstone.vocabulary.MetricText;

/// A rule as JSON: what the code says and what the vocabulary says, in one.
///
/// @param scope        `dataset` or `distribution`
/// @param prerequisite id of the rule without which this one is not judged
record RuleItem(
        String id,
        String family,
        String dimension,
        String scope,
        Optional<String> prerequisite,
        String severity,
        Map<String, String> title,
        Map<String, String> definition,
        Map<String, String> rationale,
        Map<String, String> advice,
        String source,
        Map<String, String> passingExample,
        Map<String, String> failingExample) {

    static RuleItem of(Metric metric, MetricText text) {
        return new RuleItem(
                metric.id(),
                metric.family().code(),
                metric.dimension().id(),
                metric.scope().name().toLowerCase(Locale.ROOT),
                metric.prerequisite().map(Metric::id),
                text.severity(),
                text.title().byLanguage(),
                text.definition().byLanguage(),
                text.rationale().byLanguage(),
                text.advice().byLanguage(),
                text.source(),
                text.passingExample().byLanguage(),
                text.failingExample().byLanguage());
    }
}
