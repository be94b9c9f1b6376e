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
        add(code, line, column, Row.UNKNOWN, seen);
    }

    /// @param characters that stand before the spot in the text, or [Row#UNKNOWN]
    void add(AnomalyCode code, long line, int column, long characters, String seen) {
        var tally = tallies.computeIfAbsent(code, _ -> new Tally());
        tally.count++;
        place(tally, line, column, characters, seen);
    }

    /// Adds several at once, of which one place is known.
    void add(AnomalyCode code, long count, long line, String seen) {
        var tally = tallies.computeIfAbsent(code, _ -> new Tally());
        tally.count += count;
        place(tally, line, 0, Row.UNKNOWN, seen);
    }

    /// Adds what was counted elsewhere.
    void add(AnomalyCode code, long count, List<Place> places) {
        var tally = tallies.computeIfAbsent(code, _ -> new Tally());
        tally.count += count;
        places.stream().limit(Anomaly.SAMPLES - tally.places.size()).forEach(tally.places::add);
    }

    /// Moves everything counted here to another counter.
    void moveTo(AnomalyCounter other) {
        if (tallies.isEmpty()) {
            return;
        }
        tallies.forEach((code, tally) -> other.add(code, tally.count, tally.places));
        tallies.clear();
    }

    private static void place(Tally tally, long line, int column, long characters, String seen) {
        if (tally.places.size() < Anomaly.SAMPLES) {
            // Cut before masking: what is long and hostile must not be searched for e-mail addresses.
            var head = seen.length() > TableCaps.KEPT_CHARS ? seen.substring(0, TableCaps.KEPT_CHARS) : seen;
            tally.places.add(new Place(line, column, characters, PersonalData.shown(PersonalData.masked(head))));
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
