package tw.touchstone.quality.rules.ready;

import tw.touchstone.model.LangText;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.rules.reading.Texts;

/// The licence is open, and nothing said about access takes that back. A gate. (AIR-06)
final class OpenLicenceRule implements QualityRule<Question> {

    private static final LangText EXPECTED =
            LangText.of("清單中的開放授權，且取用權限不與之衝突", "an open licence of the list, and access rights that agree");

    @Override
    public Metric metric() {
        return Metric.AIR_06;
    }

    @Override
    public Outcome evaluate(Question question) {
        var licence = question.distribution().licence();
        boolean open = licence.filter(question.reference().terms()::isOpenLicence).isPresent();
        var rights = question.dataset().accessRights();
        boolean closed = rights.filter(iri -> !iri.toString().endsWith("/PUBLIC")).isPresent();
        var seen = licence.map(iri -> Texts.shortened(iri))
                .map(iri -> LangText.of(
                        iri + (closed ? "，但取用權限不是公開" : ""), iri + (closed ? ", but access is not public" : "")))
                .orElse(LangText.of("沒有填寫授權方式", "no licence is given"));
        return Wording.judged(open && !closed, seen, EXPECTED);
    }
}
