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
    private static final int KINDS = 20;

    private Optional<Crs> crs;
    private final Optional<String> statedId;
    private final boolean stated;
    private boolean open;
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
        this(Optional.of(crs), Optional.of(crs.id()), stated);
    }

    private Positions(Optional<Crs> crs, Optional<String> statedId, boolean stated) {
        this.crs = crs;
        this.statedId = statedId;
        this.stated = stated;
    }

    /// Positions in a system that the file states by its id, for example `EPSG:3826`.
    public static Positions stated(String id) {
        return new Positions(Crs.ofId(id), Optional.of(id), true);
    }

    /// Positions in a system that nothing states although something should: the first of them decides.
    public static Positions unstated() {
        var positions = new Positions(Optional.empty(), Optional.empty(), false);
        positions.open = true;
        positions.note(AnomalyCode.MISSING_CRS, new Place(0, 0, -1, ""));
        return positions;
    }

    /// Counts a geometry of a kind, for example `Polygon`.
    public void geometry(String kind) {
        if (geometries.size() < KINDS || geometries.containsKey(kind)) {
            geometries.merge(kind, 1L, Long::sum);
        }
    }

    /// Adds a position.
    ///
    /// @param x      longitude or easting
    /// @param y      latitude or northing
    /// @param line   where it stands in the file, counted from 1; 0 where there are no lines
    /// @param column counted from 1; 0 where the whole line is meant
    public void add(double x, double y, long line, int column) {
        add(x, y, line, column, -1);
    }

    /// Adds a position whose byte offset is known.
    public void add(double x, double y, long line, int column, long offset) {
        var odd = oddity(x, y);
        if (odd.isPresent()) {
            note(odd.get(), new Place(line, column, offset, plain(x) + ", " + plain(y)));
        }
    }

    private Optional<AnomalyCode> oddity(double x, double y) {
        positions++;
        boolean finite = Double.isFinite(x) && Double.isFinite(y);
        if (open && finite) {
            crs = Crs.likely(x, y);
            open = false;
        }
        if (!finite) {
            return Optional.of(AnomalyCode.IMPOSSIBLE_COORDINATES);
        }
        if (crs.isEmpty()) {
            widen(x, y);
            return Optional.empty();
        }
        var system = crs.get();
        if (system.isImpossible(x, y)) {
            return Optional.of(
                    isInside(system, y, x) ? AnomalyCode.SWAPPED_COORDINATES : AnomalyCode.IMPOSSIBLE_COORDINATES);
        }
        widen(x, y);
        var degrees = system.degrees(x, y);
        if (!Taiwan.contains(degrees[0], degrees[1])) {
            return Optional.of(isInside(system, y, x) ? AnomalyCode.SWAPPED_COORDINATES : AnomalyCode.OUTSIDE_TAIWAN);
        }
        inside++;
        for (int i = 0; i < areas.length; i++) {
            areas[i] += Taiwan.COUNTIES.get(i).contains(degrees[0], degrees[1]) ? 1 : 0;
        }
        return Optional.empty();
    }

    private void widen(double x, double y) {
        west = Math.min(west, x);
        east = Math.max(east, x);
        south = Math.min(south, y);
        north = Math.max(north, y);
    }

    private static boolean isInside(Crs system, double x, double y) {
        if (system.isImpossible(x, y)) {
            return false;
        }
        var degrees = system.degrees(x, y);
        return Taiwan.contains(degrees[0], degrees[1]);
    }

    /// Counts an oddity.
    public void note(AnomalyCode code, Place where) {
        counts.merge(code, 1L, Long::sum);
        var kept = places.computeIfAbsent(code, _ -> new ArrayList<>(Anomaly.SAMPLES));
        if (kept.size() < Anomaly.SAMPLES) {
            kept.add(where);
        }
    }

    /// Whether nothing was added.
    public boolean isEmpty() {
        return positions == 0 && geometries.isEmpty();
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
        return new GeoProfile(
                crs.map(Crs::id).or(() -> statedId),
                stated,
                box(),
                kinds,
                positions,
                inside,
                counties,
                anomalies);
    }

    private Optional<GeoProfile.Box> box() {
        return west > east
                ? Optional.empty()
                : Optional.of(new GeoProfile.Box(plain(west), plain(south), plain(east), plain(north)));
    }

    private String plain(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        boolean degrees = crs.map(Crs::isDegrees).orElse(true);
        return BigDecimal.valueOf(number)
                .setScale(degrees ? DEGREE_DIGITS : METRE_DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
