package tw.touchstone.quality.rules.ready;

import tw.touchstone.model.DataCollection;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;

/// It is said how the data was processed, or why it was not. (AIR-12)
final class ProcessingRule implements QualityRule<DatasetQuestion> {

    private static final int LEAST = 10;
    private static final LangText EXPECTED = LangText.of(
            "前處理、加工、補值或去識別化的說明；沒有也要說明理由",
            "a statement of preprocessing, manipulation, imputation or de-identification; where there was none, why");

    @Override
    public Metric metric() {
        return Metric.AIR_12;
    }

    @Override
    public Outcome evaluate(DatasetQuestion question) {
        var collection = question.dataset().collection().orElse(DataCollection.NONE);
        var texts = new LangText[] {
            collection.preprocessing(), collection.manipulation(), collection.imputation(), collection.deidentification()
        };
        return Wording.judged(
                Wording.anySays(LEAST, question.reference().readiness(), texts),
                Wording.quoted(Wording.first(texts)),
                EXPECTED);
    }
}
