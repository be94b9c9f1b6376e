package tw.touchstone.quality.rules.star;

import java.util.List;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.QualityRule;

/// Three stars: in a format that is no maker's own, and that the bytes really have.
final class OpenFormatRule implements QualityRule<OpenedFile> {

    private static final LangText EXPECTED =
            LangText.of("非專屬格式，且與所宣告的相符", "a format that is not proprietary, and is the one declared");

    @Override
    public Metric metric() {
        return Metric.STAR_3;
    }

    @Override
    public Outcome evaluate(OpenedFile file) {
        var found = file.bytes().format().display();
        var declared = file.declared().format().map(FileFormat::display);
        var seen = declared.map(name -> LangText.of(
                        "宣告 %s，檔案為 %s".formatted(name, found), "declared as %s, found to be %s".formatted(name, found)))
                .orElse(LangText.of("未宣告格式，檔案為 " + found, "no format declared, found to be " + found));
        var finding = new Finding(seen, EXPECTED);
        return isOpen(file) && agrees(file)
                ? Outcome.passed(1, finding)
                : new Failed(new Evidence(1, 1, finding, List.of(file.place())));
    }

    private static boolean isOpen(OpenedFile file) {
        return file.formats().stream().allMatch(format -> file.terms()
                .traits(format)
                .filter(traits -> !traits.proprietary())
                .isPresent());
    }

    /// An archive agrees with what it is declared to be, or with what its files are declared to be.
    private static boolean agrees(OpenedFile file) {
        return file.declared()
                .format()
                .map(format -> format == file.bytes().format() || file.formats().contains(format))
                .orElse(true);
    }
}
