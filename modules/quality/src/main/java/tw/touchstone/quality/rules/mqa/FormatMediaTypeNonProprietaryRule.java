package tw.touchstone.quality.rules.mqa;

import java.util.List;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.QualityRule;

/// The format or the media type is bound to no maker's product.
final class FormatMediaTypeNonProprietaryRule implements QualityRule<DeclaredFormat> {

    private static final LangText EXPECTED = LangText.of("格式或媒體類型不屬單一廠商", "a format or media type that is not proprietary");

    @Override
    public Metric metric() {
        return Metric.MQA_FORMAT_MEDIA_TYPE_NON_PROPRIETARY;
    }

    @Override
    public Outcome evaluate(DeclaredFormat declared) {
        var finding = new Finding(declared.words(), EXPECTED);
        return declared.either(traits -> !traits.proprietary())
                ? Outcome.passed(1, finding)
                : new Failed(new Evidence(1, 1, finding, List.of()));
    }
}
