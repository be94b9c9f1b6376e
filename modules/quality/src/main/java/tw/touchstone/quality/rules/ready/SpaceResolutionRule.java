package tw.touchstone.quality.rules.ready;

import tw.touchstone.model.Coverage;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;

/// It is said which places the data tells apart. (AIR-22)
final class SpaceResolutionRule implements QualityRule<DatasetQuestion> {

    private static final LangText EXPECTED = LangText.of(
            "空間解析度（公尺）或最細行政區層級", "a resolution in metres or the lowest administrative level");

    @Override
    public Metric metric() {
        return Metric.AIR_22;
    }

    @Override
    public Outcome evaluate(DatasetQuestion question) {
        var none = Spots.nonSpatial(question);
        if (none.isPresent()) {
            return none.get();
        }
        var coverage = question.dataset().coverage().orElse(Coverage.NONE);
        boolean metres = coverage.spatialResolution().filter(each -> each.signum() > 0).isPresent();
        boolean level = coverage.areaLevel().filter(question.reference().readiness()::isAreaLevel).isPresent();
        return Wording.judged(
                metres || level,
                metres || level ? LangText.of("有填寫", "it is stated") : LangText.of("沒有填寫", "nothing is stated"),
                EXPECTED);
    }
}
