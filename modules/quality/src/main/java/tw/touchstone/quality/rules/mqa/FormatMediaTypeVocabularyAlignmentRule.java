package tw.touchstone.quality.rules.mqa;

import java.util.List;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.QualityRule;

/// Format and media type are both of the lists: the European file types and the media types registered with IANA.
final class FormatMediaTypeVocabularyAlignmentRule implements QualityRule<DeclaredFormat> {

    private static final LangText EXPECTED = LangText.of("格式屬歐盟檔案類型清單，且媒體類型已於 IANA 登記", "a format of the European list and a media type registered with IANA");

    @Override
    public Metric metric() {
        return Metric.MQA_FORMAT_MEDIA_TYPE_VOCABULARY_ALIGNMENT;
    }

    @Override
    public Outcome evaluate(DeclaredFormat declared) {
        var finding = new Finding(declared.words(), EXPECTED);
        return declared.isAligned()
                ? Outcome.passed(1, finding)
                : new Failed(new Evidence(1, 1, finding, List.of()));
    }
}
