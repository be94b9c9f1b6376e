package tw.touchstone.quality.rules.mqa;

import tw.touchstone.model.Distribution;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Metric;

/// A licence is given. (`dct:license`)
final class LicenceAvailabilityRule implements AvailabilityRule<Distribution> {

    @Override
    public Metric metric() {
        return Metric.MQA_LICENCE_AVAILABILITY;
    }

    @Override
    public LangText wanted() {
        return LangText.of("授權方式", "a licence");
    }

    @Override
    public long given(Distribution distribution) {
        return distribution.licence().stream().count();
    }
}
