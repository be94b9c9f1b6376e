package tw.touchstone.quality.rules.ready;

import tw.touchstone.model.DataCollection;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;

/// It is told how the data was collected, in words of its own. (AIR-09)
final class CollectionRule implements QualityRule<DatasetQuestion> {

    private static final int LEAST = 40;
    private static final LangText EXPECTED = LangText.of(
            "至少 40 字的蒐集過程說明，不重複描述",
            "an account of the collection of at least 40 Chinese characters that does not repeat the description");

    @Override
    public Metric metric() {
        return Metric.AIR_09;
    }

    @Override
    public Outcome evaluate(DatasetQuestion question) {
        var method = question.dataset().collection().orElse(DataCollection.NONE).method();
        boolean repeated = method.byLanguage().values().stream()
                .anyMatch(text -> question.dataset().description().byLanguage().containsValue(text));
        boolean holds = Wording.says(method, LEAST, question.reference().readiness()) && !repeated;
        return Wording.judged(
                holds,
                repeated
                        ? LangText.of("重複資料集描述", "the description is repeated")
                        : Wording.quoted(method),
                EXPECTED);
    }
}
