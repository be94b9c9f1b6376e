package tw.touchstone.quality.rules.mqa;

import tw.touchstone.model.Distribution;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Metric;

/// A size is given. (`dcat:byteSize`)
final class ByteSizeAvailabilityRule implements AvailabilityRule<Distribution> {

    @Override
    public Metric metric() {
        return Metric.MQA_BYTE_SIZE_AVAILABILITY;
    }

    @Override
    public LangText wanted() {
        return LangText.of("檔案大小", "a size in bytes");
    }

    @Override
    public long given(Distribution distribution) {
        return distribution.byteSize().stream().count();
    }
}
