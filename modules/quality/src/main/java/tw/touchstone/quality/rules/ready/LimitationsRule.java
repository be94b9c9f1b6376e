package tw.touchstone.quality.rules.ready;

import tw.touchstone.model.LangText;
import tw.touchstone.model.Limits;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;

/// It is said what the data does not support. (AIR-32)
final class LimitationsRule implements QualityRule<DatasetQuestion> {

    private static final int LEAST = 10;
    private static final LangText EXPECTED =
            LangText.of("使用限制與不宜用途的說明", "a statement of limitations and of uses that are out of scope");

    @Override
    public Metric metric() {
        return Metric.AIR_32;
    }

    @Override
    public Outcome evaluate(DatasetQuestion question) {
        var text = question.dataset().limits().orElse(Limits.NONE).limitations();
        return Wording.judged(
                Wording.says(text, LEAST, question.reference().readiness()), Wording.quoted(text), EXPECTED);
    }
}
