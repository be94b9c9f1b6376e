package tw.touchstone.quality;

import java.util.Optional;
import java.util.function.Function;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Outcome.NotMeasured;

/// A rule and where it finds its fact.
///
/// @param fact takes from a question what the rule reads; empty where it is not known yet
public record Check<F>(QualityRule<F> rule, Function<Question, Optional<F>> fact) {

    private static final Outcome NOT_YET =
            new NotMeasured(Cause.NOT_YET, LangText.of("尚無可供檢測的觀測結果", "nothing has been observed yet"));

    Answer answer(Question question) {
        var known = fact.apply(question);
        if (known.isEmpty()) {
            return new Answer(NOT_YET, TimeSpan.UNBOUNDED);
        }
        var span = known.get() instanceof TimeBound bound ? bound.span() : TimeSpan.UNBOUNDED;
        return new Answer(rule.evaluate(known.get()), span);
    }

    /// An outcome and the time for which it stands, all else being equal.
    record Answer(Outcome outcome, TimeSpan span) {}
}
