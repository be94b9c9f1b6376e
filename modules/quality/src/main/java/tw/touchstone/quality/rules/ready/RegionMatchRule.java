package tw.touchstone.quality.rules.ready;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tw.touchstone.model.BoundingBox;
import tw.touchstone.model.Coverage;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.ValueCount;
import tw.touchstone.model.fact.ValueForm;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.NotApplicable;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;

/// Positions and county codes in the data lie in the stated area. (AIR-20)
final class RegionMatchRule implements QualityRule<Opened> {

    private static final LangText EXPECTED = LangText.of(
            "至少 99% 的位置與所有縣市代碼落在所述範圍",
            "at least 99 % of positions and every county code in the stated area");

    @Override
    public Metric metric() {
        return Metric.AIR_20;
    }

    @Override
    public Outcome evaluate(Opened opened) {
        var unreadable = opened.unreadable(EXPECTED);
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        var places = opened.places();
        var counties = Spots.counties(opened);
        var hidden = Stream.concat(Spots.hiddenCoordinates(opened).stream(), Spots.hiddenCounties(opened).stream()).toList();
        boolean unseen = places.isEmpty() && counties.isEmpty() && hidden.isEmpty();
        var dataset = opened.question().dataset();
        var readiness = opened.question().reference().readiness();
        var codes = dataset.spatial().stream().flatMap(iri -> readiness.areaCode(iri).stream()).toList();
        var box = dataset.coverage().flatMap(Coverage::box);
        boolean stated = !codes.isEmpty() || box.isPresent();
        if (unseen && (stated || dataset.coverage().orElse(Coverage.NONE).nonSpatial())) {
            return new NotApplicable(LangText.of("沒有座標或縣市欄位", "no column has coordinates or counties"));
        }
        if (!stated) {
            return Wording.judged(false, LangText.of("沒有填寫空間範圍", "no area is stated"), EXPECTED);
        }
        if (!hidden.isEmpty()) {
            return Wording.judged(
                    false,
                    Texts.around("讀不出座標或縣市代碼：", "no coordinates or codes of counties can be read in: ", Texts.names(hidden), "", ""),
                    EXPECTED,
                    opened.headers(hidden));
        }
        boolean fit = places.stream().allMatch(geo -> lies(geo, codes, box))
                && counties.stream().allMatch(column -> lies(column, codes));
        long positions = places.stream().mapToLong(GeoProfile::positions).sum();
        return Wording.judged(
                fit,
                LangText.of(
                        positions + " 個位置、" + counties.size() + " 個縣市欄位",
                        positions + " positions, " + counties.size() + " columns of counties"),
                EXPECTED,
                fit ? List.of() : outside(opened, codes));
    }

    /// Positions that are odd, columns of other counties, and else the columns of coordinates.
    private static List<Place> outside(Opened opened, List<String> codes) {
        var odd = opened.places().stream().flatMap(geo -> geo.anomalies().stream()).flatMap(each -> each.samples().stream());
        var strange = Spots.counties(opened).stream().filter(each -> !lies(each, codes)).map(ColumnProfile::name);
        var columns = Stream.concat(strange, Spots.coordinates(opened).stream()).toList();
        var found = Stream.concat(odd, opened.headers(columns).stream()).limit(Evidence.SAMPLES).toList();
        return found.isEmpty() ? List.of(opened.beginning()) : found;
    }

    private static boolean lies(GeoProfile geo, List<String> codes, Optional<BoundingBox> box) {
        long inside = codes.contains("TW")
                ? geo.insideTaiwan()
                : geo.areas().stream()
                        .filter(each -> codes.contains(each.value()))
                        .mapToLong(ValueCount::count)
                        .sum();
        return (!codes.isEmpty() && inside * 100 >= geo.positions() * 99)
                || box.flatMap(each -> geo.box().map(hull -> contains(each, hull))).orElse(false);
    }

    private static boolean contains(BoundingBox box, GeoProfile.Box hull) {
        return box.contains(new BigDecimal(hull.west()), new BigDecimal(hull.south()))
                && box.contains(new BigDecimal(hull.east()), new BigDecimal(hull.north()));
    }

    /// Whether the most frequent values of a column of county codes are those of stated areas; names are not compared.
    private static boolean lies(ColumnProfile column, List<String> codes) {
        return codes.isEmpty()
                || codes.contains("TW")
                || column.count(ValueForm.COUNTY_CODE) == 0
                || column.top().stream().allMatch(each -> codes.contains(each.value()));
    }
}
