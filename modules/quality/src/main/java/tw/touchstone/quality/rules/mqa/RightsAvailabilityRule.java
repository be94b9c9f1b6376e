package tw.touchstone.quality.rules.mqa;

import tw.touchstone.model.Distribution;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Metric;

/// A statement of rights is given. (`dct:rights`)
final class RightsAvailabilityRule implements AvailabilityRule<Distribution> {

    @Override
    public Metric metric() {
        return Metric.MQA_RIGHTS_AVAILABILITY;
    }

    @Override
    public LangText wanted() {
        return LangText.of("權利說明", "a statement of rights");
    }

    @Override
    public long given(Distribution distribution) {
        return distribution.rights().stream().count();
    }
}
