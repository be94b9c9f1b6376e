package tw.touchstone.quality.rules.label;

import tw.touchstone.model.LangText;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.StandingLink;

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
        return link.outcome(EXPECTED);
    }
}
