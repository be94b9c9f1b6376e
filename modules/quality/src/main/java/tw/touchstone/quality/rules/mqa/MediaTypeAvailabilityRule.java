package tw.touchstone.quality.rules.mqa;

import tw.touchstone.model.Distribution;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Metric;

/// A media type is given. (`dcat:mediaType`)
final class MediaTypeAvailabilityRule implements AvailabilityRule<Distribution> {

    @Override
    public Metric metric() {
        return Metric.MQA_MEDIA_TYPE_AVAILABILITY;
    }

    @Override
    public LangText wanted() {
        return LangText.of("媒體類型", "a media type");
    }

    @Override
    public long given(Distribution distribution) {
        return distribution.mediaType().stream().count();
    }
}
