package tw.touchstone.quality.rules.star;

import java.util.List;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.FormatTraits;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.QualityRule;

/// Two stars: structured, by the bytes.
final class StructuredDataRule implements QualityRule<OpenedFile> {

    private static final LangText EXPECTED =
            LangText.of("可解析的結構化檔案", "a file of a structured format that can be read");

    @Override
    public Metric metric() {
        return Metric.STAR_2;
    }

    @Override
    public Outcome evaluate(OpenedFile file) {
        var name = file.bytes().format().display();
        var finding = new Finding(LangText.of(name + " 檔案", "a file of format " + name), EXPECTED);
        boolean structured = file.isReadable()
                && file.formats().stream().anyMatch(format -> file.terms()
                        .traits(format)
                        .filter(FormatTraits::machineReadable)
                        .isPresent());
        return structured
                ? Outcome.passed(1, finding)
                : new Failed(new Evidence(1, 1, finding, List.of(file.place())));
    }
}
