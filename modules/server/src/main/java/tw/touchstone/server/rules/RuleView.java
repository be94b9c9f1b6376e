package tw.touchstone.server.rules;

import tw.touchstone.vocabulary.MetricText;

/// A rule in the reader's language.
///
/// @param sourceUrl whether the source is an address
record RuleView(
        String id,
        String url,
        String title,
        String definition,
        String rationale,
        String advice,
        String passingExample,
        String failingExample,
        String dimension,
        String valueType,
        String severity,
        String source,
        boolean sourceUrl,
        String replacedBy) {

    static RuleView of(MetricText metric, String language) {
        return new RuleView(
                metric.id(),
                "/rules/" + metric.id(),
                metric.title().best(language),
                metric.definition().best(language),
                metric.rationale().best(language),
                metric.advice().best(language),
                metric.passingExample().best(language),
                metric.failingExample().best(language),
                metric.dimension(),
                metric.valueType(),
                metric.severity(),
                metric.source(),
                metric.source().startsWith("https://") || metric.source().startsWith("http://"),
                metric.replacedBy().orElse(""));
    }
}
