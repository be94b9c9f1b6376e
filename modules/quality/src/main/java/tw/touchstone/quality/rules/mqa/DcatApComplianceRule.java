package tw.touchstone.quality.rules.mqa;

import java.util.ArrayList;
import java.util.List;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;

/// Everything that DCAT-AP 3.0.1 makes mandatory of a dataset and its distributions is given.
///
/// That values are of the right kind needs no asking: a [Dataset] cannot hold others, and its RDF is written from it.
final class DcatApComplianceRule implements QualityRule<Dataset> {

    private static final LangText EXPECTED = LangText.of(
            "資料集名稱與描述，及每個資料資源的網址", "a title and a description of the dataset, and an address of every distribution");

    @Override
    public Metric metric() {
        return Metric.MQA_DCAT_AP_COMPLIANCE;
    }

    @Override
    public Outcome evaluate(Dataset dataset) {
        var missing = new ArrayList<String>();
        if (dataset.title().isEmpty()) {
            missing.add("dct:title");
        }
        if (dataset.description().isEmpty()) {
            missing.add("dct:description");
        }
        dataset.distributions().stream()
                .filter(distribution -> distribution.url().isEmpty())
                .forEach(distribution -> missing.add("dcat:accessURL (" + distribution.id() + ")"));
        int checked = 2 + dataset.distributions().size();
        if (missing.isEmpty()) {
            return Outcome.passed(checked, new Finding(LangText.of("必填項目齊全", "everything mandatory is given"), EXPECTED));
        }
        var seen = Texts.around("缺少：", "missing: ", Texts.names(missing), "", "");
        return new Failed(new Evidence(checked, missing.size(), new Finding(seen, EXPECTED), List.of()));
    }
}
