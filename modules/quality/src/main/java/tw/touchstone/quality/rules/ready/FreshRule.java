package tw.touchstone.quality.rules.ready;

import tw.touchstone.model.Frequency;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Outcome.NotApplicable;
import tw.touchstone.quality.Outcome.NotMeasured;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;
import tw.touchstone.quality.rules.reading.Words;

/// New bytes came within one and a half of the promised intervals. Passes before the instant and fails from it on. (AIR-17)
final class FreshRule implements QualityRule<Freshness> {

    private static final LangText EXPECTED = LangText.of(
            "承諾間隔的 1.5 倍內有新的資料內容", "new bytes within one and a half of the promised intervals");

    @Override
    public Metric metric() {
        return Metric.AIR_17;
    }

    @Override
    public Outcome evaluate(Freshness fact) {
        if (fact.frequency().isEmpty()) {
            return Wording.judged(false, LangText.of("沒有填寫更新頻率", "no update frequency is stated"), EXPECTED);
        }
        if (!(fact.frequency().get() instanceof Frequency.Every)) {
            return new NotApplicable(LangText.of("沒有承諾更新時限", "no time of update is promised"));
        }
        return fact.stale()
                .map(stale -> Wording.judged(
                        fact.asOf().isBefore(stale),
                        Texts.around(
                                "最近變動：",
                                "last change of the bytes: ",
                                Words.of(fact.changed().orElseThrow(), false),
                                "",
                                ""),
                        EXPECTED))
                .orElse(new NotMeasured(
                        Cause.NOT_YET, LangText.of("尚未觀測到資料變動", "no change of the bytes was observed yet")));
    }
}
