package tw.touchstone.quality.rules.label;

import java.util.List;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.Place;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.Outcome.NotMeasured;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;
import tw.touchstone.quality.rules.reading.Words;

/// The link answers. (指標 1 連結有效性)
///
/// A host that is slow, busy or refuses robots says nothing about the publisher's link, hence undecided; the last
/// decided verdict then stands for fourteen days more.
final class LinkableRule implements QualityRule<StandingLink> {

    private static final LangText EXPECTED = LangText.of("連結可以開啟", "an address that answers");

    @Override
    public Metric metric() {
        return Metric.LINKABLE;
    }

    @Override
    public Outcome evaluate(StandingLink link) {
        return link.verdict().map(LinkableRule::judge).orElseGet(() -> link.lapse()
                .<Outcome>map(lapse -> new NotMeasured(
                        Cause.LAPSED,
                        Texts.around(
                                "先前的檢測結果已於 ",
                                "the earlier verdict no longer stands since ",
                                Words.of(lapse, false),
                                " 失效；" + Texts.seen(link.standing().probe()).best(LangText.ZH),
                                "; " + Texts.seen(link.standing().probe()).best(LangText.EN))))
                .orElse(new NotMeasured(
                        Cause.UNDECIDED, Texts.seen(link.standing().probe()))));
    }

    private static Outcome judge(LinkProbe probe) {
        var finding = new Finding(Texts.seen(probe), EXPECTED);
        return switch (probe.verdict()) {
            case OK -> Outcome.passed(1, finding);
            case BROKEN ->
                new Failed(new Evidence(1, 1, finding, List.of(new Place(0, 0, -1, Texts.shortened(probe.url())))));
            case UNDECIDED -> new NotMeasured(Cause.UNDECIDED, finding.seen());
        };
    }
}
