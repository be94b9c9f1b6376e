package tw.touchstone.inspection.geo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.ValueCount;

/// Gathers where positions lie, one by one and in constant memory. For one thread.
public final class Positions {

    private static final int DEGREE_DIGITS = 7;
    private static final int METRE_DIGITS = 2;
    /// So far from the zones no metres of Taiwan lie.
    private static final double FARTHEST_METRE = 10_000_000;

    private final Crs crs;
    private final boolean stated;
    private final Map<String, Long> geometries = new LinkedHashMap<>();
    private final long[] areas = new long[Taiwan.COUNTIES.size()];
    private final Map<AnomalyCode, Long> counts = new EnumMap<>(AnomalyCode.class);
    private final Map<AnomalyCode, List<Place>> places = new EnumMap<>(AnomalyCode.class);
    private long positions;
    private long inside;
    private double west = Double.POSITIVE_INFINITY;
    private double south = Double.POSITIVE_INFINITY;
    private double east = Double.NEGATIVE_INFINITY;
    private double north = Double.NEGATIVE_INFINITY;

    /// @param stated whether the file or its format says so
    public Positions(Crs crs, boolean stated) {
        this.crs = crs;
        this.stated = stated;
    }

    /// Counts a geometry of a kind, for example `Polygon`.
    public void geometry(String kind) {
        geometries.merge(kind, 1L, Long::sum);
    }

    /// Adds a position.
    ///
    /// @param x     longitude or easting
    /// @param y     latitude or northing
    /// @param where it stands in the file
    public void add(double x, double y, Place where) {
        positions++;
        if (Double.isNaN(x) || Double.isNaN(y) || isImpossible(x, y)) {
            note(crs == Crs.WGS84 && isInside(y, x) ? AnomalyCode.SWAPPED_COORDINATES : AnomalyCode.IMPOSSIBLE_COORDINATES, where);
            return;
        }
        west = Math.min(west, x);
        east = Math.max(east, x);
        south = Math.min(south, y);
        north = Math.max(north, y);
        double longitude = x;
        double latitude = y;
        if (crs != Crs.WGS84) {
            var degrees = TransverseMercator.degrees(x, y, crs.meridian());
            longitude = degrees[0];
            latitude = degrees[1];
        }
        if (Taiwan.contains(longitude, latitude)) {
            inside++;
            for (int i = 0; i < areas.length; i++) {
                areas[i] += Taiwan.COUNTIES.get(i).contains(longitude, latitude) ? 1 : 0;
            }
        } else {
            note(isInside(y, x) ? AnomalyCode.SWAPPED_COORDINATES : AnomalyCode.OUTSIDE_TAIWAN, where);
        }
    }

    /// Counts an oddity.
    public void note(AnomalyCode code, Place where) {
        counts.merge(code, 1L, Long::sum);
        var kept = places.computeIfAbsent(code, _ -> new ArrayList<>(Anomaly.SAMPLES));
        if (kept.size() < Anomaly.SAMPLES) {
            kept.add(where);
        }
    }

    private boolean isInside(double x, double y) {
        if (crs == Crs.WGS84) {
            return Taiwan.contains(x, y);
        }
        boolean metres = x > 0 && x < FARTHEST_METRE && y > 0 && y < FARTHEST_METRE;
        if (!metres) {
            return false;
        }
        var degrees = TransverseMercator.degrees(x, y, crs.meridian());
        return Taiwan.contains(degrees[0], degrees[1]);
    }

    private boolean isImpossible(double x, double y) {
        return crs == Crs.WGS84
                ? Math.abs(x) > 180 || Math.abs(y) > 90
                : Math.abs(x) > FARTHEST_METRE || Math.abs(y) > FARTHEST_METRE;
    }

    /// Whether any position was added.
    public boolean isEmpty() {
        return positions == 0;
    }

    /// What was gathered.
    public GeoProfile profile() {
        var counties = new ArrayList<ValueCount>();
        for (int i = 0; i < areas.length; i++) {
            if (areas[i] > 0) {
                counties.add(new ValueCount(Taiwan.COUNTIES.get(i).code(), areas[i]));
            }
        }
        counties.sort(Comparator.comparingLong(ValueCount::count).reversed());
        var anomalies = counts.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().id()))
                .map(entry -> new Anomaly(
                        entry.getKey(), entry.getValue(), places.getOrDefault(entry.getKey(), List.of())))
                .toList();
        var kinds = geometries.entrySet().stream()
                .map(entry -> new ValueCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(ValueCount::count).reversed())
                .toList();
        return new GeoProfile(Optional.of(crs.id()), stated, box(), kinds, positions, inside, counties, anomalies);
    }

    private Optional<GeoProfile.Box> box() {
        return west > east
                ? Optional.empty()
                : Optional.of(new GeoProfile.Box(text(west), text(south), text(east), text(north)));
    }

    private String text(double number) {
        return BigDecimal.valueOf(number)
                .setScale(crs == Crs.WGS84 ? DEGREE_DIGITS : METRE_DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
