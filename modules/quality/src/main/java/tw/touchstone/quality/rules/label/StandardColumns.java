package tw.touchstone.quality.rules.label;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.StandardField;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Place;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.Standards;
import tw.touchstone.quality.Threshold;
import tw.touchstone.quality.rules.reading.Columns;
import tw.touchstone.quality.rules.reading.Columns.Column;
import tw.touchstone.quality.rules.reading.FieldNames;

/// The columns of a file that bear the name of a standard field, and how well their values must look.
///
/// @param named    each column with the field it is named after
/// @param minimum  how many fields must hold
/// @param share    of a column's values that must look as the standard says, from 0 to 1
/// @param complete whether no file inside was left unread
/// @param header   where the names of the columns stand, or the beginning of a file that has none
record StandardColumns(List<Named> named, int minimum, BigDecimal share, boolean complete, Optional<Place> header) {

    /// A column named after a standard field.
    record Named(Column column, StandardField field) {}

    /// Empty where no data standards are known, or no bytes.
    static Optional<StandardColumns> of(Question question) {
        var standards = question.reference().standards();
        return standards.fields().isEmpty()
                ? Optional.empty()
                : question.facts()
                        .bytes()
                        .map(bytes -> new StandardColumns(
                                named(bytes, standards),
                                question.policy()
                                        .threshold(Threshold.STANDARD_FIELDS_MINIMUM)
                                        .intValue(),
                                question.policy().threshold(Threshold.STANDARD_VALUES_SHARE),
                                Columns.of(bytes).complete(),
                                FieldNames.of(bytes)
                                        .map(FieldNames::place)
                                        .or(() -> Optional.of(new Place(0, 0, 0, bytes.formatEvidence())))));
    }

    static List<Named> named(ByteFacts bytes, Standards standards) {
        return Columns.of(bytes).all().stream()
                .flatMap(column -> standards.named(column.profile().name()).stream()
                        .map(field -> new Named(column, field)))
                .toList();
    }
}
