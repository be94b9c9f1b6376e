package tw.touchstone.quality.rules.mqa;

import tw.touchstone.model.Dataset;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Metric;

/// A publisher is given. (`dct:publisher`)
final class PublisherAvailabilityRule implements AvailabilityRule<Dataset> {

    @Override
    public Metric metric() {
        return Metric.MQA_PUBLISHER_AVAILABILITY;
    }

    @Override
    public LangText wanted() {
        return LangText.of("提供機關", "a publisher");
    }

    @Override
    public long given(Dataset dataset) {
        return dataset.publisher().stream().count();
    }
}
