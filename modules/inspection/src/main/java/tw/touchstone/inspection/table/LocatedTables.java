package tw.touchstone.inspection.table;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.FormCount;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TableProfile;

/// Puts the byte offsets of lines into the places that profiles of tables show.
public final class LocatedTables {

    private LocatedTables() {}

    /// The lines that any place names.
    public static NavigableSet<Long> lines(List<TableProfile> tables, Optional<GeoProfile> geo) {
        var lines = new TreeSet<Long>();
        geo.ifPresent(profile -> profile.anomalies().forEach(anomaly -> add(anomaly.samples(), lines)));
        for (var table : tables) {
            table.anomalies().forEach(anomaly -> add(anomaly.samples(), lines));
            table.columns().forEach(column -> column.forms().forEach(form -> add(form.samples(), lines)));
        }
        return lines;
    }

    private static void add(List<Place> places, NavigableSet<Long> lines) {
        places.stream().map(Place::line).filter(line -> line > 0).forEach(lines::add);
    }

    /// The same profiles with an offset in each place whose line is known.
    ///
    /// @param offsets where lines begin
    public static List<TableProfile> of(List<TableProfile> tables, Map<Long, Long> offsets) {
        UnaryOperator<Place> placing = place -> offset(place, offsets);
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
        return new ColumnProfile(
                column.name(),
                column.group(),
                column.unit(),
                column.type(),
                column.filled(),
                column.blank(),
                column.sentinels(),
                column.distinct(),
                column.unique(),
                column.min(),
                column.max(),
                column.dates(),
                column.longest(),
                column.top(),
                column.forms().stream()
                        .map(form -> new FormCount(
                                form.form(), form.count(), form.samples().stream().map(placing).toList()))
                        .toList());
    }
}
