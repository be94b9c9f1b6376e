package tw.touchstone.quality.rules.label;

import java.util.List;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.Outcome.NotApplicable;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.Share;
import tw.touchstone.quality.rules.reading.Texts;
import tw.touchstone.quality.rules.reading.Words;

/// Comments of the public are answered in time. (指標 7 回復效率)
///
/// A comment that may still be answered in time is no fault.
final class ReplyTimeRule implements QualityRule<Correspondence> {

    @Override
    public Metric metric() {
        return Metric.REPLY_TIME;
    }

    @Override
    public Outcome evaluate(Correspondence facts) {
        var comments = facts.replies().comments();
        if (comments.isEmpty()) {
            return new NotApplicable(LangText.of("尚無民眾意見", "nobody has commented yet"));
        }
        var late = comments.stream().filter(facts::isLate).toList();
        var expected = LangText.of(
                "意見於 %d 個工作日內回復".formatted(facts.workingDays()),
                "an answer within %d working days".formatted(facts.workingDays()));
        if (late.isEmpty()) {
            var seen = LangText.of(
                    "%d 則意見，沒有一則逾期".formatted(comments.size()), "%d comments, none answered late".formatted(comments.size()));
            return Outcome.passed(comments.size(), new Finding(seen, expected));
        }
        var counts = LangText.of(
                "%d 則意見中有 %d 則逾期；最早一則為 ".formatted(comments.size(), late.size()),
                "%d of %d comments late, the first of ".formatted(late.size(), comments.size()));
        var seen = Texts.around(
                counts.best(LangText.ZH),
                counts.best(LangText.EN),
                Words.of(late.getFirst().at(), false),
                " 的意見",
                "");
        return new Failed(
                new Evidence(comments.size(), late.size(), new Finding(seen, expected), List.of()),
                Share.of(comments.size() - late.size(), comments.size()));
    }
}
