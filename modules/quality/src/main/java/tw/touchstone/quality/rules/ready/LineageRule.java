package tw.touchstone.quality.rules.ready;

import java.util.Optional;
import java.util.stream.Stream;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Provenance;
import tw.touchstone.model.fact.LinkVerdict;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.Share;

/// It is said where the data comes from, in words and by an address that answers. (AIR-04)
///
/// Words and an address earn half until one of the addresses is known to answer.
final class LineageRule implements QualityRule<DatasetQuestion> {

    private static final int LEAST = 10;
    private static final LangText EXPECTED = LangText.of(
            "來源說明，以及至少一個可連上的來源網址",
            "a statement of provenance and at least one address of a source that answers");

    @Override
    public Metric metric() {
        return Metric.AIR_04;
    }

    @Override
    public Outcome evaluate(DatasetQuestion question) {
        var provenance = question.dataset().provenance().orElse(Provenance.NONE);
        boolean words = Wording.says(provenance.statement(), LEAST, question.reference().readiness());
        var links = Stream.concat(provenance.sources().stream(), provenance.derivedFrom().stream()).toList();
        var known = question.subject().own();
        boolean answered =
                links.stream().anyMatch(link -> known.answer(link).equals(Optional.of(LinkVerdict.OK)));
        int quarters = (words ? 1 : 0) + (links.isEmpty() ? 0 : 1) + (words && answered ? 2 : 0);
        var seen = LangText.of(
                (words ? "有來源說明" : "沒有來源說明") + "，" + links.size() + " 個來源網址"
                        + (answered ? "，有回應" : "，尚未測得回應"),
                (words ? "a statement" : "no statement") + ", " + links.size() + " addresses"
                        + (answered ? ", one of which answers" : ", none known to answer"));
        return Wording.earned(Share.of(quarters, 4), seen, EXPECTED);
    }
}
