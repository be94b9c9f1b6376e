package tw.touchstone.quality.rules.ready;

import java.math.BigDecimal;
import tw.touchstone.model.BoundingBox;
import tw.touchstone.model.Coverage;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;

/// The area is one of the list, or a rectangle in Taiwan; elsewhere it must be named. (AIR-19)
final class RegionRule implements QualityRule<DatasetQuestion> {

    /// Around Taiwan, its islands and waters, with Dongsha and Taiping.
    private static final BoundingBox TAIWAN = new BoundingBox(
            new BigDecimal("114"), new BigDecimal("10"), new BigDecimal("124.6"), new BigDecimal("26.6"));
    private static final LangText EXPECTED = LangText.of(
            "行政區清單中的區域，或臺灣範圍內的經緯度範圍",
            "an area of the list, or a rectangle in Taiwan");

    @Override
    public Metric metric() {
        return Metric.AIR_19;
    }

    @Override
    public Outcome evaluate(DatasetQuestion question) {
        var none = Spots.nonSpatial(question);
        if (none.isPresent()) {
            return none.get();
        }
        var dataset = question.dataset();
        boolean named = dataset.spatial().stream()
                .anyMatch(iri -> question.reference().readiness().areaCode(iri).isPresent());
        var box = dataset.coverage().flatMap(Coverage::box);
        boolean drawn = box.filter(each -> each.isValid() && isHere(each)).isPresent();
        boolean elsewhere = box.filter(BoundingBox::isValid).isPresent() && !dataset.spatial().isEmpty();
        return Wording.judged(
                named || drawn || elsewhere,
                LangText.of(
                        dataset.spatial().size() + " 個區域，" + (box.isPresent() ? "有" : "無") + "經緯度範圍",
                        dataset.spatial().size() + " areas, " + (box.isPresent() ? "a" : "no") + " bounding box"),
                EXPECTED);
    }

    private static boolean isHere(BoundingBox box) {
        return TAIWAN.contains(box.west(), box.south()) && TAIWAN.contains(box.east(), box.north());
    }
}
