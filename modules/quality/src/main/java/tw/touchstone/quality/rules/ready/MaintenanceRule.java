package tw.touchstone.quality.rules.ready;

import tw.touchstone.model.LangText;
import tw.touchstone.model.Release;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;

/// It is said who keeps the data and until when. (AIR-39)
final class MaintenanceRule implements QualityRule<DatasetQuestion> {

    private static final int LEAST = 10;
    private static final LangText EXPECTED =
            LangText.of("維護計畫", "a plan of maintenance");

    @Override
    public Metric metric() {
        return Metric.AIR_39;
    }

    @Override
    public Outcome evaluate(DatasetQuestion question) {
        var text = question.dataset().release().orElse(Release.NONE).maintenance();
        return Wording.judged(
                Wording.says(text, LEAST, question.reference().readiness()), Wording.quoted(text), EXPECTED);
    }
}
