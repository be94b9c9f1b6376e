package tw.touchstone.quality.rules.mqa;

import tw.touchstone.model.Distribution;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Metric;

/// An address at which the file can be had is given. (`dcat:downloadURL`)
final class DownloadUrlAvailabilityRule implements AvailabilityRule<Distribution> {

    @Override
    public Metric metric() {
        return Metric.MQA_DOWNLOAD_URL_AVAILABILITY;
    }

    @Override
    public LangText wanted() {
        return LangText.of("下載網址", "a download address");
    }

    @Override
    public long given(Distribution distribution) {
        return distribution.downloadUrl().stream().count();
    }
}
