package tw.touchstone.quality.rules.ready;

import tw.touchstone.model.LangText;
import tw.touchstone.model.Limits;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;

/// It is said what the data is for, or what its use does to people. (AIR-34)
final class PurposeRule implements QualityRule<DatasetQuestion> {

    private static final int LEAST = 10;
    private static final LangText EXPECTED =
            LangText.of("預期用途或社會影響的說明", "a statement of intended uses or of the social impact");

    @Override
    public Metric metric() {
        return Metric.AIR_34;
    }

    @Override
    public Outcome evaluate(DatasetQuestion question) {
        var limits = question.dataset().limits().orElse(Limits.NONE);
        var texts = new LangText[] {limits.useCases(), limits.socialImpact()};
        return Wording.judged(
                Wording.anySays(LEAST, question.reference().readiness(), texts),
                Wording.quoted(Wording.first(texts)),
                EXPECTED);
    }
}
