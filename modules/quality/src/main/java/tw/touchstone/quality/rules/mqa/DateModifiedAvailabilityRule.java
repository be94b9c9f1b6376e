package tw.touchstone.quality.rules.mqa;

import tw.touchstone.model.Distribution;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Metric;

/// A date of modification is given. (`dct:modified`)
final class DateModifiedAvailabilityRule implements AvailabilityRule<Distribution> {

    @Override
    public Metric metric() {
        return Metric.MQA_DATE_MODIFIED_AVAILABILITY;
    }

    @Override
    public LangText wanted() {
        return LangText.of("修改日期", "a date of modification");
    }

    @Override
    public long given(Distribution distribution) {
        return distribution.modified().stream().count();
    }
}
