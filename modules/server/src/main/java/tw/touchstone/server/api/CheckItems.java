package tw.touchstone.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.Place;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Measurement;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Share;
import tw.touchstone.vocabulary.MetricText;
import tw.touchstone.vocabulary.Vocabularies;

/// Tells the outcome of a check with what was seen and how to mend it.
public final class CheckItems {

    private final Vocabularies vocabularies;

    public CheckItems(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    /// One check.
    ///
    /// @param outcome  `passed`, `failed`, `not-applicable` or `not-measured`
    /// @param cause    why nothing was measured, for example `prerequisite`
    /// @param checked  how many things were looked at
    /// @param faults   how many of them are wrong
    /// @param places   the first places at fault
    /// @param advice   how to mend a failure
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record CheckItem(
            String metric,
            Map<String, String> title,
            String outcome,
            Optional<String> cause,
            Map<String, String> reason,
            Map<String, String> seen,
            Map<String, String> expected,
            Optional<Long> checked,
            Optional<Long> faults,
            List<Place> places,
            Map<String, String> advice) {}

    /// Tells one outcome.
    public CheckItem item(Measurement measurement) {
        var text = Optional.ofNullable(vocabularies.metrics().get(measurement.metric().id()));
        var id = measurement.metric().id();
        var title = text.map(MetricText::title).orElse(LangText.NONE).byLanguage();
        return switch (measurement.outcome()) {
            case Outcome.Passed(Evidence evidence) -> verdict(id, title, "passed", evidence, LangText.NONE);
            case Outcome.Failed(Evidence evidence, Share _) ->
                verdict(id, title, "failed", evidence, text.map(MetricText::advice).orElse(LangText.NONE));
            case Outcome.NotApplicable(LangText reason) ->
                none(id, title, "not-applicable", Optional.empty(), reason);
            case Outcome.NotMeasured(Outcome.Cause cause, LangText reason) ->
                none(
                        id,
                        title,
                        "not-measured",
                        Optional.of(cause.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                        reason);
        };
    }

    private static CheckItem verdict(
            String metric, Map<String, String> title, String outcome, Evidence evidence, LangText advice) {
        return new CheckItem(
                metric,
                title,
                outcome,
                Optional.empty(),
                Map.of(),
                evidence.finding().seen().byLanguage(),
                evidence.finding().expected().byLanguage(),
                Optional.of(evidence.checked()),
                Optional.of(evidence.faults()),
                evidence.samples(),
                advice.byLanguage());
    }

    private static CheckItem none(
            String metric, Map<String, String> title, String outcome, Optional<String> cause, LangText reason) {
        return new CheckItem(
                metric,
                title,
                outcome,
                cause,
                reason.byLanguage(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of());
    }
}
