package tw.touchstone.inspection.table;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.FormCount;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TableProfile;

/// Puts byte offsets into the places that profiles of tables show.
public final class LocatedTables {

    private LocatedTables() {}

    /// The lines of the places that know no more than their line.
    public static NavigableSet<Long> lines(List<TableProfile> tables, Optional<GeoProfile> geo) {
        return Stream.concat(places(tables), geo.stream().flatMap(profile -> places(profile.anomalies())))
                .filter(place -> place.offset() < 0 && place.line() > 0)
                .map(Place::line)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The characters that stand before the places that are exact.
    public static NavigableSet<Long> characters(List<TableProfile> tables) {
        return places(tables)
                .map(Place::offset)
                .filter(offset -> offset >= 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Place> places(List<TableProfile> tables) {
        return tables.stream()
                .flatMap(table -> Stream.concat(
                        places(table.anomalies()),
                        table.columns().stream()
                                .flatMap(column -> column.forms().stream())
                                .flatMap(form -> form.samples().stream())));
    }

    private static Stream<Place> places(Collection<Anomaly> anomalies) {
        return anomalies.stream().flatMap(anomaly -> anomaly.samples().stream());
    }

    /// The same profiles with offsets in bytes: of the place where it is exact, else of its line.
    ///
    /// @param characters where characters stand
    /// @param lines      where lines begin
    public static List<TableProfile> of(List<TableProfile> tables, Map<Long, Long> characters, Map<Long, Long> lines) {
        return of(tables, place -> place.offset() < 0
                ? offset(place, lines)
                : place.at(characters.getOrDefault(place.offset(), -1L)));
    }

    /// The same profiles with other places.
    public static List<TableProfile> of(List<TableProfile> tables, UnaryOperator<Place> placing) {
        return tables.stream()
                .map(table -> new TableProfile(
                        table.name(),
                        table.dialect(),
                        table.headerLine(),
                        table.header(),
                        table.rows(),
                        anomalies(table.anomalies(), placing),
                        table.columns().stream().map(column -> column(column, placing)).toList()))
                .toList();
    }

    private static Place offset(Place place, Map<Long, Long> offsets) {
        return place.at(offsets.getOrDefault(place.line(), place.offset()));
    }

    /// The same profile of positions, likewise.
    public static GeoProfile of(GeoProfile geo, Map<Long, Long> offsets) {
        return geo(geo, place -> offset(place, offsets));
    }

    /// The same profile with other places.
    public static GeoProfile geo(GeoProfile geo, UnaryOperator<Place> placing) {
        return new GeoProfile(
                geo.crs(),
                geo.stated(),
                geo.box(),
                geo.geometries(),
                geo.positions(),
                geo.insideTaiwan(),
                geo.areas(),
                anomalies(geo.anomalies(), placing));
    }

    /// The same anomalies in other places.
    public static List<Anomaly> anomalies(List<Anomaly> anomalies, UnaryOperator<Place> placing) {
        return anomalies.stream()
                .map(anomaly -> new Anomaly(
                        anomaly.code(), anomaly.count(), anomaly.samples().stream().map(placing).toList()))
                .toList();
    }

    /// The same column with other places.
    public static ColumnProfile column(ColumnProfile column, UnaryOperator<Place> placing) {
        if (column.forms().stream().allMatch(form -> form.samples().isEmpty())) {
            return column;
        }
        return column.withForms(column.forms().stream()
                .map(form ->
                        new FormCount(form.form(), form.count(), form.samples().stream().map(placing).toList()))
                .toList());
    }
}
