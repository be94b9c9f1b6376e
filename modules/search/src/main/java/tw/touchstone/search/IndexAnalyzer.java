package tw.touchstone.search;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;

/// Which field is cut into terms how.
final class IndexAnalyzer {

    private IndexAnalyzer() {}

    static Analyzer create() {
        var singles = new CatalogAnalyzer(CatalogAnalyzer.Han.SINGLES);
        return new PerFieldAnalyzerWrapper(
                new CatalogAnalyzer(CatalogAnalyzer.Han.PAIRS),
                Arrays.stream(TextField.values()).collect(Collectors.toMap(TextField::singles, field -> singles)));
    }
}
