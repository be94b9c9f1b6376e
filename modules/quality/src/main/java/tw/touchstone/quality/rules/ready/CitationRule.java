package tw.touchstone.quality.rules.ready;

import tw.touchstone.model.LangText;
import tw.touchstone.model.Provenance;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;

/// It is said how to cite the data. (AIR-08)
final class CitationRule implements QualityRule<DatasetQuestion> {

    private static final int LEAST = 8;
    private static final LangText EXPECTED =
            LangText.of("引用格式", "a text by which to cite");

    @Override
    public Metric metric() {
        return Metric.AIR_08;
    }

    @Override
    public Outcome evaluate(DatasetQuestion question) {
        var text = question.dataset().provenance().orElse(Provenance.NONE).citation();
        return Wording.judged(
                Wording.says(text, LEAST, question.reference().readiness()), Wording.quoted(text), EXPECTED);
    }
}
