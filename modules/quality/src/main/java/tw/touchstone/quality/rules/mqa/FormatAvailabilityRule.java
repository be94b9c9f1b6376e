package tw.touchstone.quality.rules.mqa;

import tw.touchstone.model.Distribution;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Metric;

/// A format is given, known to us or not. (`dct:format`)
final class FormatAvailabilityRule implements AvailabilityRule<Distribution> {

    /// Where the publisher's own word for a format is kept.
    private static final String VERBATIM = "檔案格式";

    @Override
    public Metric metric() {
        return Metric.MQA_FORMAT_AVAILABILITY;
    }

    @Override
    public LangText wanted() {
        return LangText.of("檔案格式", "a format");
    }

    @Override
    public long given(Distribution distribution) {
        boolean given = distribution.format().isPresent()
                || !distribution.nationalFields().getOrDefault(VERBATIM, "").isBlank();
        return given ? 1 : 0;
    }
}
