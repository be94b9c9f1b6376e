package tw.touchstone.quality.rules.ready;

import tw.touchstone.model.LangText;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.Share;

/// Type and theme are taken from the lists. (AIR-23)
final class TypeRule implements QualityRule<DatasetQuestion> {

    private static final LangText EXPECTED =
            LangText.of("清單中的資料集類型與主題", "a dataset type and a theme of the lists");

    @Override
    public Metric metric() {
        return Metric.AIR_23;
    }

    @Override
    public Outcome evaluate(DatasetQuestion question) {
        var readiness = question.reference().readiness();
        boolean typed = question.dataset().type().filter(readiness::isDatasetType).isPresent();
        boolean themed = question.dataset().themes().stream().anyMatch(readiness::isTheme);
        var seen = LangText.of(
                "類型" + (typed ? "有" : "無") + "、主題" + (themed ? "有" : "無"),
                (typed ? "a type" : "no type") + ", " + (themed ? "a theme" : "no theme") + " of the lists");
        return Wording.earned(Share.of((typed ? 1 : 0) + (themed ? 1 : 0), 2), seen, EXPECTED);
    }
}
