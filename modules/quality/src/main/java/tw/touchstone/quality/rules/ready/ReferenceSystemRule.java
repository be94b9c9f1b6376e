package tw.touchstone.quality.rules.ready;

import java.net.URI;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.NotApplicable;
import tw.touchstone.quality.QualityRule;

/// The coordinate reference system is declared and is that of the values. (AIR-21)
final class ReferenceSystemRule implements QualityRule<Opened> {

    private static final String REGISTER = "http://www.opengis.net/def/crs/EPSG/0/";
    private static final LangText EXPECTED = LangText.of(
            "與數值相符的坐標系統宣告（EPSG）", "a declared reference system (EPSG) that fits the values");

    @Override
    public Metric metric() {
        return Metric.AIR_21;
    }

    @Override
    public Outcome evaluate(Opened opened) {
        var unreadable = opened.unreadable(EXPECTED);
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        if (!Spots.hasCoordinates(opened)) {
            return new NotApplicable(LangText.of("沒有座標", "there are no coordinates"));
        }
        var declared = opened.question().dataset().conformsTo().stream()
                .map(URI::toString)
                .filter(iri -> iri.startsWith(REGISTER))
                .map(iri -> iri.substring(REGISTER.length()))
                .toList();
        var found = opened.places().stream()
                .flatMap(geo -> geo.crs().stream())
                .map(crs -> crs.replaceFirst("^.*:", "").replace("CRS84", "4326"))
                .toList();
        boolean holds = !declared.isEmpty() && declared.containsAll(found);
        return Wording.judged(
                holds,
                LangText.of("宣告 " + declared + "，資料為 " + found, "declared " + declared + ", found " + found),
                EXPECTED);
    }
}
