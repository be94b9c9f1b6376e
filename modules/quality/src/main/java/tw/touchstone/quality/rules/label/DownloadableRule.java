package tw.touchstone.quality.rules.label;

import java.util.List;
import java.util.Optional;
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
import tw.touchstone.quality.rules.reading.Obtained;

/// The answer is the data, not a page about it. (指標 2 資料可直接下載)
///
/// Judged by content: servers send data as `text/html` and pages as `text/csv`. A page is the data only where a page is
/// what was declared, and likewise the description of an interface.
final class DownloadableRule implements QualityRule<Obtained> {

    private static final LangText EXPECTED = LangText.of("資料檔案本身", "the data file itself");

    @Override
    public Metric metric() {
        return Metric.DOWNLOADABLE;
    }

    @Override
    public Outcome evaluate(Obtained obtained) {
        var bytes = obtained.bytes();
        var declared = obtained.declared().format();
        if (bytes.content() instanceof Content.Empty) {
            return failed(bytes, LangText.of("空的檔案", "an empty file"));
        }
        if (bytes.format() == FileFormat.HTML && !declared.equals(Optional.of(FileFormat.HTML))) {
            return failed(bytes, LangText.of("網頁，而非資料", "a web page instead of data"));
        }
        if (bytes.format() == FileFormat.API && !declared.equals(Optional.of(FileFormat.API))) {
            return failed(bytes, LangText.of("API 說明文件，而非資料", "the description of an API instead of data"));
        }
        var format = bytes.format().display();
        return Outcome.passed(
                1, new Finding(LangText.of(format + " 檔案", "a file of format " + format), EXPECTED));
    }

    private static Outcome failed(ByteFacts bytes, LangText seen) {
        var start = new Place(bytes.size() == 0 ? 0 : 1, 0, 0, bytes.formatEvidence());
        return new Failed(new Evidence(1, 1, new Finding(seen, EXPECTED), List.of(start)));
    }
}
