package tw.touchstone.quality;

import java.util.List;
import tw.touchstone.model.Sha256;

/// What all datasets are judged against beside the policy: data of the vocabularies, the same for every dataset.
///
/// @param standards fields of the national data standards
/// @param terms     terms of the controlled lists
/// @param calendar  working days of government offices
public record Reference(Standards standards, KnownTerms terms, WorkingDays calendar) {

    /// Of all parts together.
    public Sha256 digest() {
        return Sha256.of(QualityJson.canonical(List.of(standards.digest(), terms.digest(), calendar.digest())));
    }
}
