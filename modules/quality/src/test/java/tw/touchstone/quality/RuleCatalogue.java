package tw.touchstone.quality;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import tw.touchstone.model.LangText;

/// Writes `docs/rules.md` from the metric texts.
final class RuleCatalogue {

    private RuleCatalogue() {}

    static String markdown(Model texts) {
        return Arrays.stream(Metric.values())
                .map(metric -> section(new MetricText(texts, metric)))
                .collect(Collectors.joining(
                        "\n",
                        "# Rules 檢測規則\n\nGenerated from `vocab/metrics.ttl`; edit that file, then run the tests of `quality`"
                                + " with `-Dgolden.update=true`.\n\n",
                        ""));
    }

    private static String section(MetricText text) {
        var metric = text.metric();
        return """
                ## `%s` %s

                %s

                - 定義：%s
                - Definition: %s
                - 理由：%s
                - Why: %s
                - 如何改善：%s
                - How to mend: %s
                - 依據 Source: %s
                - Severity: %s · dimension: `%s` · judged after: %s
                - 通過 Passes: `%s`
                - 未通過 Fails: `%s`
                """
                .formatted(
                        metric.id(),
                        text.in(MetricText.SKOS + "prefLabel", LangText.ZH),
                        text.in(MetricText.SKOS + "prefLabel", LangText.EN),
                        text.in(MetricText.SKOS + "definition", LangText.ZH),
                        text.in(MetricText.SKOS + "definition", LangText.EN),
                        text.in(MetricText.TST + "rationale", LangText.ZH),
                        text.in(MetricText.TST + "rationale", LangText.EN),
                        text.in(MetricText.TST + "advice", LangText.ZH),
                        text.in(MetricText.TST + "advice", LangText.EN),
                        text.any("http://purl.org/dc/terms/source"),
                        text.any(MetricText.TST + "severity"),
                        metric.dimension().id(),
                        metric.prerequisite().map(Metric::id).orElse("nothing"),
                        text.any(MetricText.TST + "passingExample"),
                        text.any(MetricText.TST + "failingExample"));
    }
}
