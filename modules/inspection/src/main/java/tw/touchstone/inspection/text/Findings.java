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

    /// Whether a sample would still be kept, so that callers need not make one in vain.
    boolean wantsSample(String code) {
        var tally = tallies.get(code);
        return tally == null || tally.first.size() < Anomaly.SAMPLES;
    }

    void count(String code) {
        tallies.computeIfAbsent(code, _ -> new Tally()).count++;
    }

    void add(String code, long offset, String seen) {
        var tally = tallies.computeIfAbsent(code, _ -> new Tally());
        tally.count++;
        if (tally.first.size() < Anomaly.SAMPLES) {
            tally.first.add(new Spot(offset, seen));
        }
    }

    long count(List<String> codes) {
        return codes.stream()
                .map(tallies::get)
                .mapToLong(tally -> tally == null ? 0 : tally.count)
                .sum();
    }

    long countOf(String code) {
        return count(List.of(code));
    }

    List<Spot> samples(String code) {
        var tally = tallies.get(code);
        return tally == null ? List.of() : List.copyOf(tally.first);
    }
}
