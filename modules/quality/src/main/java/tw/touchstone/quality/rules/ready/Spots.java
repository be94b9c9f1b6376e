package tw.touchstone.quality.rules.ready;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tw.touchstone.model.Coverage;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.ValueForm;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.FieldName;
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

    private static final Pattern COORDINATE = Pattern.compile(
            ".*(?:經度|緯度|[Ll]ongitude|[Ll]atitude|[XYxy][ _]?[坐座]標|TWD97.*)|(?:.*[_ -])?(?:lon|lng|lat|Lon|Lng|Lat|LON|LNG|LAT)");
    private static final Pattern COUNTY =
            Pattern.compile(".*縣市別?(?:代碼|代號)|.*(?:county|County|COUNTY)[_ -]?(?:code|Code|CODE|id|Id|ID)");

    private Spots() {}

    /// The outcome where nothing is asked about places: the publisher says so, and no bytes say otherwise or cannot be
    /// read.
    static Optional<Outcome> nonSpatial(DatasetQuestion question) {
        boolean stated = question.dataset().coverage().orElse(Coverage.NONE).nonSpatial();
        boolean shown = question.subject().facts().values().stream()
                .flatMap(facts -> facts.bytes().stream())
                .anyMatch(bytes -> !Opened.isReadable(bytes) || showsPlaces(bytes));
        boolean named = question.dataset().distributions().stream()
                .flatMap(each -> each.fields().stream())
                .anyMatch(field -> isNamed(field.name(), COORDINATE) || isNamed(field.name(), COUNTY));
        return stated && !shown && !named ? Optional.of(NOT_SPATIAL) : Optional.empty();
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

    /// Names of coordinates, declared or in a header, where the file shows no coordinates: something hides them.
    static List<String> hiddenCoordinates(Opened opened) {
        return hasCoordinates(opened) ? List.of() : named(opened, COORDINATE);
    }

    /// Names of county codes, declared or in a header, under which no county codes stand.
    static List<String> hiddenCounties(Opened opened) {
        var shown = counties(opened).stream().map(each -> FieldName.fold(each.name())).toList();
        return named(opened, COUNTY).stream().filter(each -> !shown.contains(FieldName.fold(each))).toList();
    }

    /// Columns in which coordinates stand.
    static List<String> coordinates(Opened opened) {
        return opened.columns().stream().filter(each -> isOf(each, COORDINATES)).map(ColumnProfile::name).toList();
    }

    private static List<String> named(Opened opened, Pattern names) {
        return opened.knownNames().filter(each -> isNamed(each, names)).toList();
    }

    private static boolean isNamed(String name, Pattern names) {
        return names.matcher(FieldName.withoutBrackets(FieldName.fold(name))).matches();
    }

    /// Whether most values of a column take one of these forms.
    private static boolean isOf(ColumnProfile column, Set<ValueForm> forms) {
        return column.filled() > 0 && forms.stream().anyMatch(form -> 2 * column.count(form) > column.filled());
    }
}
