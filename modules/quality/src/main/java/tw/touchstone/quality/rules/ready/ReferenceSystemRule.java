package tw.touchstone.quality.rules.ready;

import java.net.URI;
import java.util.List;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.Place;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.NotApplicable;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;

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
        var hidden = Spots.hiddenCoordinates(opened);
        if (!hidden.isEmpty()) {
            return Wording.judged(
                    false,
                    Texts.around("讀不出座標：", "no coordinates can be read in: ", Texts.names(hidden), "", ""),
                    EXPECTED,
                    opened.headers(hidden));
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
                EXPECTED,
                holds ? List.of() : spots(opened));
    }

    /// The columns of coordinates; a file that is all positions begins with them.
    private static List<Place> spots(Opened opened) {
        var columns = opened.headers(Spots.coordinates(opened));
        return columns.isEmpty() ? List.of(opened.beginning()) : columns;
    }
}
