package tw.touchstone.inspection.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;

/// Oddities counted while bytes go by, with the first offsets of each.
final class Findings {

    /// @param offset in bytes from the beginning of the file
    /// @param seen   what stands there
    record Spot(long offset, String seen) {}

    private static final class Tally {
        long count;
        final List<Spot> first = new ArrayList<>(Anomaly.SAMPLES);
    }

    private final Map<AnomalyCode, Tally> tallies = new EnumMap<>(AnomalyCode.class);

    /// Corrects a count whose samples were added and whose rest was counted elsewhere.
    void setCount(AnomalyCode code, long count) {
        if (count > 0) {
            tallies.computeIfAbsent(code, _ -> new Tally()).count = count;
        }
    }

    void add(AnomalyCode code, long offset, String seen) {
        var tally = tallies.computeIfAbsent(code, _ -> new Tally());
        tally.count++;
        if (tally.first.size() < Anomaly.SAMPLES) {
            tally.first.add(new Spot(offset, seen));
        }
    }

    /// Takes over what another reading found of one kind.
    void take(AnomalyCode code, Findings other) {
        var tally = other.tallies.get(code);
        if (tally != null) {
            tallies.put(code, tally);
        }
    }

    long countOf(AnomalyCode code) {
        var tally = tallies.get(code);
        return tally == null ? 0 : tally.count;
    }

    List<Spot> samples(AnomalyCode code) {
        var tally = tallies.get(code);
        return tally == null ? List.of() : List.copyOf(tally.first);
    }
}
