package tw.touchstone.quality.rules.ready;

import tw.touchstone.model.DataCollection;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;

/// It is said when the data was collected, which is not the time it speaks about. (AIR-16)
final class CollectionTimeRule implements QualityRule<DatasetQuestion> {

    private static final LangText EXPECTED = LangText.of("蒐集的起或訖", "the start or end of the collection");

    @Override
    public Metric metric() {
        return Metric.AIR_16;
    }

    @Override
    public Outcome evaluate(DatasetQuestion question) {
        var time = question.dataset().collection().flatMap(DataCollection::timeframe);
        boolean stated = time.filter(each -> each.start().isPresent() || each.end().isPresent()).isPresent();
        return Wording.judged(
                stated,
                stated ? LangText.of("有蒐集期間", "a time frame is given") : LangText.of("沒有蒐集期間", "no time frame is given"),
                EXPECTED);
    }
}
