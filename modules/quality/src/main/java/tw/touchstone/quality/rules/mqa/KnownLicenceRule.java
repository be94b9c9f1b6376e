package tw.touchstone.quality.rules.mqa;

import java.util.List;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.rules.reading.Texts;

/// The licence is one of the list, so that a program can tell what it allows.
final class KnownLicenceRule implements QualityRule<Question> {

    private static final LangText EXPECTED = LangText.of("授權清單中的授權", "a licence of the list");

    @Override
    public Metric metric() {
        return Metric.MQA_KNOWN_LICENCE;
    }

    @Override
    public Outcome evaluate(Question question) {
        var licence = question.distribution().licence();
        var seen = licence.map(iri -> Texts.shortened(iri))
                .map(iri -> LangText.of(iri, iri))
                .orElse(LangText.of("沒有填寫授權方式", "no licence is given"));
        var finding = new Finding(seen, EXPECTED);
        return licence.filter(question.reference().terms()::isLicence).isPresent()
                ? Outcome.passed(1, finding)
                : new Failed(new Evidence(1, 1, finding, List.of()));
    }
}
