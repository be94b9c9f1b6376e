package tw.touchstone.inspection.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Place;

/// Counts what is odd by code, and keeps the first places. Nothing that may say something about a person goes in here.
public final class AnomalyTally {

    private static final class Count {
        long count;
        final List<Place> places = new ArrayList<>(Anomaly.SAMPLES);
    }

    private final Map<AnomalyCode, Count> counts = new EnumMap<>(AnomalyCode.class);

    /// Counts one more.
    public void add(AnomalyCode code, Place place) {
        var count = counts.computeIfAbsent(code, _ -> new Count());
        count.count++;
        if (count.places.size() < Anomaly.SAMPLES) {
            count.places.add(place);
        }
    }

    /// Counts what was found elsewhere.
    public void add(Anomaly anomaly) {
        var count = counts.computeIfAbsent(anomaly.code(), _ -> new Count());
        count.count += anomaly.count();
        anomaly.samples().stream()
                .limit(Anomaly.SAMPLES - count.places.size())
                .forEach(count.places::add);
    }

    /// How often a code was counted.
    public long count(AnomalyCode code) {
        var count = counts.get(code);
        return count == null ? 0 : count.count;
    }

    /// Adds all counts to another tally.
    public void into(AnomalyTally other) {
        anomalies().forEach(other::add);
    }

    /// In the order of the codes' names, so that equal files give equal facts.
    public List<Anomaly> anomalies() {
        return counts.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().id()))
                .map(entry -> new Anomaly(entry.getKey(), entry.getValue().count, entry.getValue().places))
                .toList();
    }
}
