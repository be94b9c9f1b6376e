package tw.touchstone.quality.rules.mqa;

import java.util.List;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.FormatTraits;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.QualityRule;

/// The format or the media type is one that programs find records in.
final class FormatMediaTypeMachineInterpretableRule implements QualityRule<DeclaredFormat> {

    private static final LangText EXPECTED = LangText.of("格式或媒體類型可由程式解讀", "a format or media type that a program can interpret");

    @Override
    public Metric metric() {
        return Metric.MQA_FORMAT_MEDIA_TYPE_MACHINE_INTERPRETABLE;
    }

    @Override
    public Outcome evaluate(DeclaredFormat declared) {
        var finding = new Finding(declared.words(), EXPECTED);
        return declared.either(FormatTraits::machineReadable)
                ? Outcome.passed(1, finding)
                : new Failed(new Evidence(1, 1, finding, List.of()));
    }
}
