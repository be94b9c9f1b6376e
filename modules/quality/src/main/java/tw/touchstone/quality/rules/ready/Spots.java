package tw.touchstone.quality.rules.ready;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.touchstone.model.Coverage;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.ValueForm;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.NotApplicable;
import tw.touchstone.quality.rules.reading.Columns;

/// What columns say about places.
final class Spots {

    private static final Set<ValueForm> COORDINATES = EnumSet.of(
            ValueForm.LONGITUDE, ValueForm.LATITUDE, ValueForm.TWD97_EASTING, ValueForm.TWD97_NORTHING);
    private static final Set<ValueForm> AREAS = EnumSet.of(
            ValueForm.COUNTY_CODE,
            ValueForm.COUNTY_NAME,
            ValueForm.TOWNSHIP_CODE,
            ValueForm.TOWNSHIP_NAME,
            ValueForm.POSTCODE,
            ValueForm.ADDRESS);

    private static final Outcome NOT_SPATIAL = new NotApplicable(LangText.of(
            "宣告與地點無關，資料中也沒有座標、地址或行政區欄位",
            "declared non-spatial, and no column has coordinates, addresses or areas"));

    private Spots() {}

    /// The outcome where nothing is asked about places: the publisher says so, and no bytes say otherwise or cannot be
    /// read.
    static Optional<Outcome> nonSpatial(DatasetQuestion question) {
        boolean stated = question.dataset().coverage().orElse(Coverage.NONE).nonSpatial();
        boolean shown = question.subject().facts().values().stream()
                .flatMap(facts -> facts.bytes().stream())
                .anyMatch(bytes -> !Opened.isReadable(bytes) || showsPlaces(bytes));
        return stated && !shown ? Optional.of(NOT_SPATIAL) : Optional.empty();
    }

    private static boolean showsPlaces(ByteFacts bytes) {
        return bytes.geo().filter(geo -> geo.positions() > 0).isPresent()
                || Columns.of(bytes).all().stream().anyMatch(column -> isOf(column.profile(), COORDINATES)
                        || isOf(column.profile(), AREAS));
    }

    static boolean hasCoordinates(Opened opened) {
        return !opened.places().isEmpty()
                || opened.columns().stream().anyMatch(column -> isOf(column, COORDINATES));
    }

    /// Columns whose values name or number counties.
    static List<ColumnProfile> counties(Opened opened) {
        return opened.columns().stream()
                .filter(column -> isOf(column, EnumSet.of(ValueForm.COUNTY_CODE, ValueForm.COUNTY_NAME)))
                .toList();
    }

    /// Whether most values of a column take one of these forms.
    private static boolean isOf(ColumnProfile column, Set<ValueForm> forms) {
        return column.filled() > 0 && forms.stream().anyMatch(form -> 2 * column.count(form) > column.filled());
    }
}
