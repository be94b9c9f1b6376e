package tw.touchstone.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.exchange.json.FieldError;
import tw.touchstone.model.LangText;
import tw.touchstone.vocabulary.conformance.ConformanceFinding;
import tw.touchstone.vocabulary.conformance.ConformanceReport;
import tw.touchstone.vocabulary.conformance.Severity;

/// One thing that is wrong with a dataset, or that could be better.
///
/// @param field    the property of our JSON, or the path in the profile where our JSON has none
/// @param line     of the document, from 1
/// @param shape    the permanent name of the constraint in the application profile
/// @param subject  the IRI of what is meant, where the profile was checked
/// @param severity `violation`, `warning` or `info`
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ErrorItem(
        String field,
        Optional<Integer> line,
        Map<String, String> message,
        Optional<String> shape,
        Optional<String> subject,
        String severity) {

    static ErrorItem of(FieldError error) {
        return violation(error.path(), error.line(), error.message());
    }

    static ErrorItem violation(String field, Optional<Integer> line, LangText message) {
        return new ErrorItem(
                field,
                line,
                message.byLanguage(),
                Optional.empty(),
                Optional.empty(),
                name(Severity.VIOLATION));
    }

    /// The findings that refuse a registration.
    static List<ErrorItem> violations(ConformanceReport report) {
        return report.of(Severity.VIOLATION).stream().map(ErrorItem::of).toList();
    }

    /// The findings that do not.
    static List<ErrorItem> advice(ConformanceReport report) {
        return report.findings().stream()
                .filter(each -> each.severity() != Severity.VIOLATION)
                .map(ErrorItem::of)
                .toList();
    }

    private static ErrorItem of(ConformanceFinding finding) {
        return new ErrorItem(
                ProfileFields.field(finding.path()),
                Optional.empty(),
                finding.message().byLanguage(),
                Optional.of(finding.shape()),
                Optional.of(finding.focus()),
                name(finding.severity()));
    }

    private static String name(Severity severity) {
        return switch (severity) {
            case VIOLATION -> "violation";
            case WARNING -> "warning";
            case INFO -> "info";
        };
    }
}
