package tw.touchstone.quality;

import java.util.List;
import tw.touchstone.model.Sha256;

/// What all datasets are judged against beside the policy: data of the vocabularies, the same for every dataset.
///
/// @param standards fields of the national data standards
/// @param terms     terms of the controlled lists
/// @param readiness terms and words that the AI-Ready indicators ask for
/// @param calendar  working days of government offices
public record Reference(Standards standards, KnownTerms terms, Readiness readiness, WorkingDays calendar) {

    /// Without the words of the AI-Ready indicators.
    public Reference(Standards standards, KnownTerms terms, WorkingDays calendar) {
        this(standards, terms, Readiness.NONE, calendar);
    }

    /// Of all parts together.
    public Sha256 digest() {
        return Sha256.of(QualityJson.canonical(List.of(standards.digest(), terms.digest(), readiness.digest(), calendar.digest())));
    }
}
