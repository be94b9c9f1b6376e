package tw.touchstone.quality.rules.mqa;

import tw.touchstone.model.Distribution;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Metric;

/// A date of issue is given. (`dct:issued`)
final class DateIssuedAvailabilityRule implements AvailabilityRule<Distribution> {

    @Override
    public Metric metric() {
        return Metric.MQA_DATE_ISSUED_AVAILABILITY;
    }

    @Override
    public LangText wanted() {
        return LangText.of("發布日期", "a date of issue");
    }

    @Override
    public long given(Distribution distribution) {
        return distribution.issued().stream().count();
    }
}
