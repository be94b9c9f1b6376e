package tw.touchstone.quality.rules.mqa;

import tw.touchstone.model.Dataset;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Metric;

/// Keywords are given. (`dcat:keyword`)
final class KeywordAvailabilityRule implements AvailabilityRule<Dataset> {

    @Override
    public Metric metric() {
        return Metric.MQA_KEYWORD_AVAILABILITY;
    }

    @Override
    public LangText wanted() {
        return LangText.of("關鍵字", "keywords");
    }

    @Override
    public long given(Dataset dataset) {
        return dataset.keywords().size();
    }
}
