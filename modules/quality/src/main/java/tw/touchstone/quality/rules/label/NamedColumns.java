package tw.touchstone.quality.rules.label;

import java.util.Optional;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.Standards;
import tw.touchstone.quality.Threshold;

/// Bytes, the fields of the data standards, and how many columns must be among them.
record NamedColumns(ByteFacts bytes, Standards standards, int minimum) {

    static Optional<NamedColumns> of(Question question) {
        int minimum = question.policy().threshold(Threshold.STANDARD_FIELDS_MINIMUM).intValue();
        return question.reference().standards().fields().isEmpty()
                ? Optional.empty()
                : question.facts().bytes().map(bytes -> new NamedColumns(bytes, question.reference().standards(), minimum));
    }
}
