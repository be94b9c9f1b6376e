package tw.touchstone.quality.rules.ready;

import java.net.URI;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.LinkVerdict;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Outcome.NotApplicable;
import tw.touchstone.quality.Outcome.NotMeasured;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;

/// An identifier of another catalogue that is an address answers. (AIR-05)
///
/// Nothing is asked where the identifier is one of this catalogue: how our own server answers is tested, and is no merit
/// of the dataset.
final class IdentityRule implements QualityRule<DatasetQuestion> {

    private static final Outcome OURS = new NotApplicable(LangText.of(
            "識別碼由本目錄提供，其解析由本系統的測試確保，不列入評分",
            "the identifier is of this catalogue; that it resolves is tested, not scored"));
    private static final Outcome OPEN = new NotMeasured(
            Cause.NOT_YET, LangText.of("來源目錄的識別碼尚未查詢", "the identifier in the other catalogue was not asked yet"));
    private static final LangText EXPECTED =
            LangText.of("可解析的識別碼", "an identifier that answers");

    @Override
    public Metric metric() {
        return Metric.AIR_05;
    }

    @Override
    public Outcome evaluate(DatasetQuestion question) {
        var address = question.dataset().source().address();
        if (address.isEmpty()) {
            return OURS;
        }
        return question.subject()
                .own()
                .answer(address.get())
                .filter(verdict -> verdict != LinkVerdict.UNDECIDED)
                .map(verdict -> judged(address.get(), verdict == LinkVerdict.OK))
                .orElse(OPEN);
    }

    private static Outcome judged(URI address, boolean answers) {
        var shown = Texts.shortened(address);
        return Wording.judged(
                answers,
                LangText.of(shown + (answers ? " 有回應" : " 沒有回應"), shown + (answers ? " answers" : " does not answer")),
                EXPECTED);
    }
}
