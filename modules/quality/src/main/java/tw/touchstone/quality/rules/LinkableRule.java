package tw.touchstone.quality.rules;

import java.util.List;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkStanding;
import tw.touchstone.model.fact.Place;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.Outcome.NotMeasured;
import tw.touchstone.quality.QualityRule;

/// The link answers. (指標 1 連結有效性)
///
/// A host that is slow, busy or refuses robots says nothing about the publisher's link, hence undecided.
final class LinkableRule implements QualityRule<LinkStanding> {

    private static final LangText EXPECTED = LangText.of("連結可以開啟", "an address that answers");

    @Override
    public Metric metric() {
        return Metric.LINKABLE;
    }

    @Override
    public Outcome evaluate(LinkStanding standing) {
        var link = standing.probe();
        var finding = new Finding(seen(link), EXPECTED);
        return switch (link.verdict()) {
            case OK -> Outcome.passed(1, finding);
            case BROKEN ->
                new Failed(new Evidence(1, 1, finding, List.of(new Place(0, 0, -1, Texts.shortened(link.url())))));
            case UNDECIDED -> new NotMeasured(Cause.UNDECIDED, finding.seen());
        };
    }

    private static LangText seen(LinkProbe link) {
        if (link.hops().isEmpty()) {
            return switch (link.reason()) {
                case "held" -> LangText.of("檔案保存在本目錄", "the file is held by this catalogue");
                case "recorded" -> LangText.of("依據先前記錄的檢測結果", "as recorded by an earlier check");
                default -> LangText.of(link.reason(), link.reason());
            };
        }
        var last = link.hops().getLast();
        var address = Texts.shortened(last.url());
        return last.status()
                .map(status -> LangText.of(
                        "%s 回應 HTTP %d（%s）".formatted(address, status, link.reason()),
                        "%s answered HTTP %d (%s)".formatted(address, status, link.reason())))
                .orElseGet(() -> LangText.of(
                        "%s 沒有回應（%s）".formatted(address, link.reason()),
                        "%s did not answer (%s)".formatted(address, link.reason())));
    }
}
