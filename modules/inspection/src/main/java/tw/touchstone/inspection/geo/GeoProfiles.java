package tw.touchstone.inspection.geo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.ValueCount;

/// Positions of several parts seen as one.
public final class GeoProfiles {

    private GeoProfiles() {}

    /// The positions of all parts in the reference system of the part with the most; parts in other systems are left
    /// out. Empty where no part has any.
    public static Optional<GeoProfile> together(List<GeoProfile> parts) {
        var most = parts.stream().max(Comparator.comparingLong(GeoProfile::positions));
        if (most.isEmpty()) {
            return Optional.empty();
        }
        var alike = parts.stream()
                .filter(part -> part.crs().equals(most.get().crs()))
                .toList();
        return Optional.of(new GeoProfile(
                most.get().crs(),
                alike.stream().allMatch(GeoProfile::stated),
                box(alike),
                counts(alike, GeoProfile::geometries),
                alike.stream().mapToLong(GeoProfile::positions).sum(),
                alike.stream().mapToLong(GeoProfile::insideTaiwan).sum(),
                counts(alike, GeoProfile::areas),
                anomalies(alike)));
    }

    private static Optional<GeoProfile.Box> box(List<GeoProfile> parts) {
        return parts.stream()
                .flatMap(part -> part.box().stream())
                .reduce((one, other) -> new GeoProfile.Box(
                        extreme(one.west(), other.west(), BigDecimal::min),
                        extreme(one.south(), other.south(), BigDecimal::min),
                        extreme(one.east(), other.east(), BigDecimal::max),
                        extreme(one.north(), other.north(), BigDecimal::max)));
    }

    private static String extreme(String one, String other, BinaryOperator<BigDecimal> choice) {
        return choice.apply(new BigDecimal(one), new BigDecimal(other)).toPlainString();
    }

    private static List<ValueCount> counts(List<GeoProfile> parts, Function<GeoProfile, List<ValueCount>> of) {
        Map<String, Long> sums = new LinkedHashMap<>();
        parts.forEach(part -> of.apply(part).forEach(each -> sums.merge(each.value(), each.count(), Long::sum)));
        return sums.entrySet().stream()
                .map(sum -> new ValueCount(sum.getKey(), sum.getValue()))
                .sorted(Comparator.comparingLong(ValueCount::count).reversed())
                .toList();
    }

    private static List<Anomaly> anomalies(List<GeoProfile> parts) {
        Map<String, Anomaly> sums = new TreeMap<>();
        for (var part : parts) {
            for (var each : part.anomalies()) {
                sums.merge(each.code().id(), each, GeoProfiles::sum);
            }
        }
        return List.copyOf(sums.values());
    }

    private static Anomaly sum(Anomaly one, Anomaly other) {
        List<Place> places = new ArrayList<>(one.samples());
        places.addAll(other.samples());
        return new Anomaly(
                one.code(),
                one.count() + other.count(),
                places.subList(0, Math.min(Anomaly.SAMPLES, places.size())));
    }
}
