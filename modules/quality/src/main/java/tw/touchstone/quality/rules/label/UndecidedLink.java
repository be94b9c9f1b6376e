package tw.touchstone.quality.rules.label;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.Risk;
import tw.touchstone.quality.RiskCode;
import tw.touchstone.quality.RiskRule;
import tw.touchstone.quality.TimeSpan;
import tw.touchstone.quality.rules.reading.Words;
import tw.touchstone.quality.rules.reading.StandingLink;

/// Nothing can be concluded of the link, and the verdict that still stands will lapse.
final class UndecidedLink implements RiskRule {

    /// How long before the verdict lapses it is said more urgently.
    private static final Duration WARNING = Duration.ofDays(3);

    @Override
    public Seen look(Question question) {
        var link = StandingLink.of(question);
        var lapse = link.flatMap(StandingLink::lapse).filter(question.asOf()::isBefore);
        if (lapse.isEmpty()) {
            return Seen.NOTHING;
        }
        var warning = lapse.get().minus(WARNING);
        boolean soon = !question.asOf().isBefore(warning);
        var since = link.get().standing().undecided().orElseThrow().since();
        var id = Optional.of(question.distribution().id());
        var code = soon ? RiskCode.LINK_LAPSES_SOON : RiskCode.LINK_UNDECIDED;
        return new Seen(
                List.of(new Risk(code, id, text(since, lapse.get()), Optional.empty())),
                soon ? new TimeSpan(Optional.of(warning), lapse) : new TimeSpan(Optional.empty(), Optional.of(warning)));
    }

    private static LangText text(Instant since, Instant lapse) {
        var from = Words.of(since, false);
        var until = Words.of(lapse, true);
        return LangText.of(
                "自 %s 起無法判斷連結是否有效；先前的結果保留至 %s".formatted(from.best(LangText.ZH), until.best(LangText.ZH)),
                "nothing can be concluded of the link since %s; the earlier verdict stands until %s"
                        .formatted(from.best(LangText.EN), until.best(LangText.EN)));
    }
}
