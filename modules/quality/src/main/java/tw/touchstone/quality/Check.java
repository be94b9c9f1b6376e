package tw.touchstone.quality;

import java.util.Optional;
import java.util.function.Function;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Outcome.NotMeasured;

/// A rule and where it finds its fact.
///
/// @param <Q> what is asked: a [DatasetQuestion], or a [Question] about one distribution
/// @param <F> all that the rule reads
public sealed interface Check<Q, F> permits Check.OfDataset, Check.OfDistribution {

    QualityRule<F> rule();

    /// Takes from a question what the rule reads; empty where it is not known yet.
    Function<Q, Optional<F>> fact();

    /// A check made once for the dataset.
    record OfDataset<F>(QualityRule<F> rule, Function<DatasetQuestion, Optional<F>> fact)
            implements Check<DatasetQuestion, F> {
        public OfDataset {
            requireScope(rule, Scope.DATASET);
        }
    }

    /// A check made for every distribution.
    record OfDistribution<F>(QualityRule<F> rule, Function<Question, Optional<F>> fact)
            implements Check<Question, F> {
        public OfDistribution {
            requireScope(rule, Scope.DISTRIBUTION);
        }
    }

    /// A check of a dataset of which the rule reads everything.
    static Check<DatasetQuestion, DatasetQuestion> ofDataset(QualityRule<DatasetQuestion> rule) {
        return new OfDataset<>(rule, Optional::of);
    }

    /// A check of a distribution of which the rule reads everything.
    static Check<Question, Question> ofDistribution(QualityRule<Question> rule) {
        return new OfDistribution<>(rule, Optional::of);
    }

    default Metric metric() {
        return rule().metric();
    }

    default Answer answer(Q question) {
        var known = fact().apply(question);
        if (known.isEmpty()) {
            return new Answer(Answer.NOT_YET, TimeSpan.UNBOUNDED);
        }
        var span = known.get() instanceof TimeBound bound ? bound.span() : TimeSpan.UNBOUNDED;
        return new Answer(rule().evaluate(known.get()), span);
    }

    /// An outcome and the time for which it stands, all else being equal.
    record Answer(Outcome outcome, TimeSpan span) {

        private static final Outcome NOT_YET =
                new NotMeasured(Cause.NOT_YET, LangText.of("尚無可供檢測的觀測結果", "nothing has been observed yet"));
    }

    private static void requireScope(QualityRule<?> rule, Scope scope) {
        if (rule.metric().scope() != scope) {
            throw new IllegalArgumentException(rule.metric().id() + " is not asked of a " + scope);
        }
    }
}
