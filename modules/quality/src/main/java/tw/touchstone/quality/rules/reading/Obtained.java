package tw.touchstone.quality.rules.reading;

import java.util.Optional;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.quality.Question;

/// A distribution as declared, and the bytes that were obtained for it.
public record Obtained(Distribution declared, ByteFacts bytes) {

    public static Optional<Obtained> of(Question question) {
        return question.facts().bytes().map(bytes -> new Obtained(question.distribution(), bytes));
    }
}
