package tw.touchstone.quality.rules.label;

import java.util.Optional;
import java.util.SortedSet;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.quality.Question;

/// Bytes, and the formats that count as structured under the policy.
record Structured(ByteFacts bytes, SortedSet<FileFormat> formats) {

    static Optional<Structured> of(Question question) {
        return question.facts()
                .bytes()
                .map(bytes -> new Structured(bytes, question.policy().structuredFormats()));
    }
}
