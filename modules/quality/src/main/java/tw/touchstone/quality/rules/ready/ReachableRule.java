package tw.touchstone.quality.rules.ready;

import java.util.List;
import java.util.Optional;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Place;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.Outcome.NotMeasured;
import tw.touchstone.quality.Outcome.Passed;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.Question;

/// The data comes to anyone who asks: an answer, all of it, no page in its stead. A gate. (AIR-35)
///
/// An undecided link keeps its last decided verdict for 14 days after it was last seen decided.
final class ReachableRule implements QualityRule<Reached> {

    private static final LangText EXPECTED = LangText.of(
            "不必登入即可取得完整的資料檔案", "the whole data file, without a login");

    private static final Outcome NOT_ASKED =
            new NotMeasured(Cause.NOT_YET, LangText.of("連結尚未檢測", "the link was not asked yet"));
    private static final Outcome NO_BYTES =
            new NotMeasured(Cause.NOT_YET, LangText.of("檔案內容尚未檢視", "the bytes were not looked at yet"));

    @Override
    public Metric metric() {
        return Metric.AIR_35;
    }

    @Override
    public Outcome evaluate(Reached fact) {
        var spoilt = fact.bytes().flatMap(bytes -> spoilt(bytes, fact.question()));
        if (spoilt.isPresent()) {
            return spoilt.get();
        }
        var answer = fact.link().map(link -> link.outcome(EXPECTED)).orElse(NOT_ASKED);
        return answer instanceof Passed && fact.bytes().isEmpty() ? NO_BYTES : answer;
    }

    /// The failure of bytes that are no data, however well the link answers.
    private static Optional<Outcome> spoilt(ByteFacts bytes, Question question) {
        boolean page = bytes.format() == FileFormat.HTML
                && !question.distribution().format().equals(Optional.of(FileFormat.HTML));
        if (!page && !(bytes.content() instanceof Content.Empty)) {
            return Optional.empty();
        }
        var seen = page ? LangText.of("網頁，而非資料", "a web page instead of data") : LangText.of("空的檔案", "an empty file");
        return Optional.of(new Failed(new Evidence(
                1,
                1,
                new Finding(seen, EXPECTED),
                List.of(new Place(page ? 1 : 0, 0, 0, bytes.formatEvidence())))));
    }
}
