package tw.touchstone.quality.rules.label;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.Risk;
import tw.touchstone.quality.RiskCode;
import tw.touchstone.quality.RiskRule;
import tw.touchstone.quality.TimeSpan;
import tw.touchstone.quality.rules.reading.Texts;
import tw.touchstone.quality.rules.reading.Words;

/// The promised interval has passed without new data; only the grace keeps the label.
final class LateUpdate implements RiskRule {

    @Override
    public Seen look(Question question) {
        if (question.policy().metrics().contains(Metric.TIMELY_OBSERVED)) {
            var promise = ObservedPromise.of(question);
            return look(question, promise.expected(), promise.due());
        }
        if (question.policy().metrics().contains(Metric.TIMELY)) {
            var promise = Promise.of(question);
            return look(question, promise.expected(), promise.due());
        }
        return Seen.NOTHING;
    }

    private static Seen look(Question question, Optional<Instant> expected, Optional<Instant> due) {
        if (expected.isEmpty() || due.isEmpty() || !expected.get().isBefore(due.get())) {
            return Seen.NOTHING;
        }
        if (question.asOf().isBefore(expected.get())) {
            return new Seen(List.of(), new TimeSpan(Optional.empty(), expected));
        }
        if (!question.asOf().isBefore(due.get())) {
            return Seen.NOTHING;
        }
        var text = Texts.around(
                "已逾承諾的更新日期；若未更新，時效性將於 ",
                "the promised date has passed; without new data timeliness is lost on ",
                Words.of(due.get(), true),
                " 起不符",
                "");
        var id = Optional.of(question.distribution().id());
        return new Seen(
                List.of(new Risk(RiskCode.UPDATE_LATE, id, text, Optional.empty())), new TimeSpan(expected, due));
    }
}
