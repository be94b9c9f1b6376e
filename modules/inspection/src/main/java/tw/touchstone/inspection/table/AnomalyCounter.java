package tw.touchstone.inspection.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Place;

/// Counts anomalies by code and keeps their first places.
final class AnomalyCounter {

    private static final class Tally {
        long count;
        final List<Place> places = new ArrayList<>(Anomaly.SAMPLES);
    }

    private final Map<AnomalyCode, Tally> tallies = new EnumMap<>(AnomalyCode.class);

    void add(AnomalyCode code, long line, int column, String seen) {
        var tally = tallies.computeIfAbsent(code, _ -> new Tally());
        tally.count++;
        if (tally.places.size() < Anomaly.SAMPLES) {
            // Cut before masking: what is long and hostile must not be searched for e-mail addresses.
            var head = seen.length() > TableCaps.VALUE_CHARS ? seen.substring(0, TableCaps.VALUE_CHARS) : seen;
            tally.places.add(new Place(line, column, -1, PersonalData.masked(head)));
        }
    }

    /// In the order of the codes' names, so that equal files give equal facts.
    List<Anomaly> anomalies() {
        return tallies.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().id()))
                .map(entry -> new Anomaly(
                        entry.getKey(), entry.getValue().count, entry.getValue().places))
                .toList();
    }
}
