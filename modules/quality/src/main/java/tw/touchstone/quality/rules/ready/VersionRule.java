package tw.touchstone.quality.rules.ready;

import tw.touchstone.model.LangText;
import tw.touchstone.model.Release;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.Share;
import tw.touchstone.quality.rules.reading.Texts;

/// Editions are told apart, or it is said that there are none. (AIR-38)
final class VersionRule implements QualityRule<DatasetQuestion> {

    private static final LangText EXPECTED = LangText.of(
            "版本與版本說明，或標示為持續變動", "a version with notes, or that the dataset is live");

    @Override
    public Metric metric() {
        return Metric.AIR_38;
    }

    @Override
    public Outcome evaluate(DatasetQuestion question) {
        var release = question.dataset().release().orElse(Release.NONE);
        boolean told = release.version().isPresent() && !release.notes().isEmpty();
        return Wording.earned(
                release.live() || told ? Share.WHOLE : release.version().isPresent() ? Share.HALF : Share.NONE,
                release.live()
                        ? LangText.of("持續變動的資料集", "a live dataset")
                        : release.version()
                                .map(each -> LangText.of(Texts.shortened(each), Texts.shortened(each)))
                                .orElse(LangText.of("沒有版本", "no version")),
                EXPECTED);
    }
}
