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
import tw.touchstone.quality.rules.reading.Texts;
import tw.touchstone.quality.rules.reading.Words;

/// New data came when it was promised. (指標 6 更新時效性)
///
/// Passes before the due instant and fails from it on. The evidence names dates, not ages, so that it does not change
/// from day to day.
final class TimelyRule implements QualityRule<Promise> {

    @Override
    public Metric metric() {
        return Metric.TIMELY;
    }

    @Override
    public Outcome evaluate(Promise promise) {
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

    private static Outcome judge(Frequency.Every every, Promise promise, Instant due) {
        boolean timeMatters = Words.isShort(every);
        var last = Words.of(promise.lastChange().orElseThrow(), timeMatters);
        var end = Words.of(due, timeMatters);
        var finding = new Finding(
                Texts.around("最近更新：", "last change: ", last, "", ""),
                LangText.of(
                        "承諾%s更新，應於 %s前更新".formatted(Words.of(every).best(LangText.ZH), end.best(LangText.ZH) + " "),
                        "promised %s, due before %s"
                                .formatted(Words.of(every).best(LangText.EN), end.best(LangText.EN))));
        return promise.asOf().isBefore(due)
                ? Outcome.passed(1, finding)
                : new Failed(new Evidence(1, 1, finding, List.of()));
    }
}
