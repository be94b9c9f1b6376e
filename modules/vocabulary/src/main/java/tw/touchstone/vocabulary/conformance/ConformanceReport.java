package tw.touchstone.vocabulary.conformance;

import java.util.Comparator;
import java.util.List;

/// Everything in which one graph differs from the application profile, the gravest first. (`sh:ValidationReport`)
///
/// A value that breaks one constraint in two ways, for example a text where one IRI is due, is one finding.
public record ConformanceReport(List<ConformanceFinding> findings) {

    private static final Comparator<ConformanceFinding> ORDER = Comparator.comparing(ConformanceFinding::severity)
            .thenComparing(ConformanceFinding::focus)
            .thenComparing(ConformanceFinding::shape)
            .thenComparing(ConformanceFinding::value);

    public ConformanceReport {
        findings = findings.stream().distinct().sorted(ORDER).toList();
    }

    /// Whether a registration may go on: no violation. Warnings do not count, unlike in `sh:conforms`.
    public boolean conforms() {
        return of(Severity.VIOLATION).isEmpty();
    }

    /// The findings of one severity.
    public List<ConformanceFinding> of(Severity severity) {
        return findings.stream().filter(each -> each.severity() == severity).toList();
    }
}
