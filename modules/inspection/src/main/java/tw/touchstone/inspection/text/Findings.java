package tw.touchstone.inspection.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.touchstone.model.fact.Anomaly;

/// Oddities counted while bytes go by, with the first offsets of each.
final class Findings {

    /// @param offset in bytes from the beginning of the file
    /// @param seen   what stands there
    record Spot(long offset, String seen) {}

    private static final class Tally {
        long count;
        final List<Spot> first = new ArrayList<>(Anomaly.SAMPLES);
    }

    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    /// Corrects a count whose samples were added and whose rest was counted elsewhere.
    void setCount(String code, long count) {
        if (count > 0) {
            tallies.computeIfAbsent(code, _ -> new Tally()).count = count;
        }
    }

    void add(String code, long offset, String seen) {
        var tally = tallies.computeIfAbsent(code, _ -> new Tally());
        tally.count++;
        if (tally.first.size() < Anomaly.SAMPLES) {
            tally.first.add(new Spot(offset, seen));
        }
    }

    long countOf(String code) {
        var tally = tallies.get(code);
        return tally == null ? 0 : tally.count;
    }

    List<Spot> samples(String code) {
        var tally = tallies.get(code);
        return tally == null ? List.of() : List.copyOf(tally.first);
    }
}
