package tw.touchstone.quality.rules.ready;

import tw.touchstone.model.LangText;
import tw.touchstone.model.Provenance;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.Share;

/// It is known who answers for the data and who made it. (AIR-03)
final class ResponsibleRule implements QualityRule<DatasetQuestion> {

    private static final LangText EXPECTED = LangText.of(
            "登錄清單中的提供機關，以及製作者（可為同一機關）",
            "a publisher of the register, and a creator, who may be the same");

    @Override
    public Metric metric() {
        return Metric.AIR_03;
    }

    @Override
    public Outcome evaluate(DatasetQuestion question) {
        var dataset = question.dataset();
        boolean listed = dataset.publisher()
                .flatMap(question.reference().readiness()::agency)
                .isPresent();
        boolean made = dataset.provenance().flatMap(Provenance::creator).isPresent();
        var seen = LangText.of(
                (listed ? "提供機關在登錄清單中" : "提供機關不在登錄清單中") + (made ? "，有製作者" : "，沒有製作者"),
                (listed ? "the publisher is in the register" : "the publisher is not in the register")
                        + (made ? ", a creator is named" : ", no creator is named"));
        return Wording.earned(Share.of((listed ? 1 : 0) + (made ? 1 : 0), 2), seen, EXPECTED);
    }
}
