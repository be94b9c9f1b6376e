package tw.touchstone.quality.rules.label;

import java.util.List;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Place;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.QualityRule;

/// The file is CSV, or an archive of nothing else: the flag `csv` of the national quality engine.
///
/// No label needs it; a file of another structured type is no worse for failing it.
final class CsvRule implements QualityRule<ByteFacts> {

    private static final LangText EXPECTED = LangText.of("CSV 檔案", "a file of format CSV");

    @Override
    public Metric metric() {
        return Metric.CSV;
    }

    @Override
    public Outcome evaluate(ByteFacts bytes) {
        var name = bytes.format().display();
        var finding = new Finding(LangText.of(name + " 檔案", "a file of format " + name), EXPECTED);
        return isCsv(bytes)
                ? Outcome.passed(1, finding)
                : new Failed(new Evidence(1, 1, finding, List.of(new Place(0, 0, 0, bytes.formatEvidence()))));
    }

    private static boolean isCsv(ByteFacts bytes) {
        return bytes.content() instanceof Content.Members(var members, _)
                ? !members.isEmpty() && members.stream().allMatch(member -> member.format() == FileFormat.CSV)
                : bytes.format() == FileFormat.CSV;
    }
}
