package tw.touchstone.quality.rules.mqa;

import tw.touchstone.model.Dataset;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Metric;

/// A theme or service class is given. (`dcat:theme`)
final class CategoryAvailabilityRule implements AvailabilityRule<Dataset> {

    @Override
    public Metric metric() {
        return Metric.MQA_CATEGORY_AVAILABILITY;
    }

    @Override
    public LangText wanted() {
        return LangText.of("主題或服務分類", "themes");
    }

    @Override
    public long given(Dataset dataset) {
        return dataset.themes().size();
    }
}
