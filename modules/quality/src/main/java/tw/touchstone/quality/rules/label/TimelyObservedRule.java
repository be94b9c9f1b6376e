package tw.touchstone.quality.rules.label;

import java.time.Instant;
import java.util.List;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.Outcome.NotApplicable;
import tw.touchstone.quality.Outcome.NotMeasured;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Words;

/// New bytes came when they were promised. (指標 6 更新時效性)
///
/// A declared date is believed where the bytes are not watched, and no more than a fortnight ahead of the bytes where
/// they are; data promised by the day or longer may wait for the next working day. The evidence names dates, not ages.
final class TimelyObservedRule implements QualityRule<ObservedPromise> {

    @Override
    public Metric metric() {
        return Metric.TIMELY_OBSERVED;
    }

    @Override
    public Outcome evaluate(ObservedPromise promise) {
        if (promise.frequency().isEmpty()) {
            return new NotApplicable(LangText.of("更新頻率不明", "the update frequency is not known"));
        }
        return switch (promise.frequency().get()) {
            case Frequency.Irregular _ ->
                new NotApplicable(LangText.of("不定期更新，未承諾時限", "updated irregularly, without a promise"));
            case Frequency.Never _ -> new NotApplicable(LangText.of("不再更新的資料", "finished data"));
            case Frequency.Every every ->
                promise.due()
                        .map(due -> judge(every, promise, due))
                        .orElse(new NotMeasured(
                                Cause.NOT_YET, LangText.of("不知道資料何時更新", "no change of the data is known")));
        };
    }

    private static Outcome judge(Frequency.Every every, ObservedPromise promise, Instant due) {
        var finding = new Finding(seen(every, promise), expected(every, promise, due));
        return promise.asOf().isBefore(due)
                ? Outcome.passed(1, finding)
                : new Failed(new Evidence(1, 1, finding, List.of()));
    }

    private static LangText seen(Frequency.Every every, ObservedPromise promise) {
        var last = Words.of(promise.lastChange().orElseThrow(), Words.isShort(every));
        return promise.observed()
                .map(observed -> Words.of(observed, Words.isShort(every)))
                .map(observed -> LangText.of(
                        "最近更新：%s（內容變動：%s）".formatted(last.best(LangText.ZH), observed.best(LangText.ZH)),
                        "last change: %s (bytes changed: %s)"
                                .formatted(last.best(LangText.EN), observed.best(LangText.EN))))
                .orElse(LangText.of(
                        "宣告的最近更新：" + last.best(LangText.ZH), "last change as declared: " + last.best(LangText.EN)));
    }

    private static LangText expected(Frequency.Every every, ObservedPromise promise, Instant due) {
        var end = Words.of(due, Words.isShort(every));
        boolean guessed =
                !Words.isShort(every) && !promise.calendar().knows(Words.day(due));
        return LangText.of(
                "承諾%s更新，應於 %s 前更新%s"
                        .formatted(
                                Words.of(every).best(LangText.ZH),
                                end.best(LangText.ZH),
                                guessed ? "（該年辦公日曆未公布，以週一至週五計）" : ""),
                "promised %s, due before %s%s"
                        .formatted(
                                Words.of(every).best(LangText.EN),
                                end.best(LangText.EN),
                                guessed ? " (working days of that year are not known; Monday to Friday are taken)" : ""));
    }
}
