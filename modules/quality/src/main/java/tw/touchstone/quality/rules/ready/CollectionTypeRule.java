package tw.touchstone.quality.rules.ready;

import java.net.URI;
import tw.touchstone.model.DataCollection;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;

/// The kind of collection is coded. (AIR-10)
final class CollectionTypeRule implements QualityRule<DatasetQuestion> {

    private static final LangText EXPECTED =
            LangText.of("清單中的蒐集方式代碼", "codes of the list of collection types");

    @Override
    public Metric metric() {
        return Metric.AIR_10;
    }

    @Override
    public Outcome evaluate(DatasetQuestion question) {
        var types = question.dataset().collection().orElse(DataCollection.NONE).types();
        boolean holds = !types.isEmpty()
                && types.stream().allMatch(question.reference().readiness()::isCollectionType);
        var seen = types.isEmpty()
                ? LangText.of("沒有代碼", "no code")
                : Texts.names(types.stream().map(URI::toString).toList());
        return Wording.judged(holds, seen, EXPECTED);
    }
}
