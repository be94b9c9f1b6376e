package tw.touchstone.quality.rules.mqa;

import tw.touchstone.model.Dataset;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Metric;

/// A temporal coverage is given. (`dct:temporal`)
final class TemporalAvailabilityRule implements AvailabilityRule<Dataset> {

    @Override
    public Metric metric() {
        return Metric.MQA_TEMPORAL_AVAILABILITY;
    }

    @Override
    public LangText wanted() {
        return LangText.of("時間範圍", "a temporal coverage");
    }

    @Override
    public long given(Dataset dataset) {
        return dataset.temporal().stream().count();
    }
}
