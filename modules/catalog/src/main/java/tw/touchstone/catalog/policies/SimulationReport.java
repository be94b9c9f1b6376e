package tw.touchstone.catalog.policies;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.LangText;

/// What a draft of a policy would change.
///
/// @param policy   identifier of the draft
/// @param version  of the draft
/// @param baseline identifier of the policy in force that it was compared with
/// @param asOf     the instant that everything was judged for
/// @param fates    of all datasets, in the order of identifiers
public record SimulationReport(String policy, String version, String baseline, Instant asOf, List<Fate> fates) {

    public SimulationReport {
        fates = List.copyOf(fates);
    }

    /// What becomes of one dataset.
    ///
    /// @param agency its slug; empty where nobody answers for the dataset
    /// @param before code of the award it holds; empty where it was never judged under the baseline
    /// @param after  code of the award under the draft
    /// @param score  under the baseline, in ten-thousandths of a point, where it gives points
    /// @param drafted under the draft, likewise
    public record Fate(
            DatasetId dataset,
            LangText title,
            String agency,
            String before,
            String after,
            Optional<Long> score,
            Optional<Long> drafted) {

        /// Whether the award becomes another.
        public boolean changes() {
            return !before.equals(after);
        }
    }

    /// How many datasets go from one award to another, by `before` and `after`; those that stay are among them.
    public SortedMap<String, SortedMap<String, Long>> moves() {
        var moves = new TreeMap<String, SortedMap<String, Long>>();
        fates.forEach(fate -> moves.computeIfAbsent(fate.before(), _ -> new TreeMap<>())
                .merge(fate.after(), 1L, Long::sum));
        return moves;
    }

    /// The datasets whose award becomes another.
    public List<Fate> changed() {
        return fates.stream().filter(Fate::changes).toList();
    }

    /// For each agency with changes, how many datasets come to hold each award (positive) and cease to (negative).
    public SortedMap<String, SortedMap<String, Long>> byAgency() {
        var agencies = new TreeMap<String, SortedMap<String, Long>>();
        for (var fate : changed()) {
            var own = agencies.computeIfAbsent(fate.agency(), _ -> new TreeMap<>());
            own.merge(fate.after(), 1L, Long::sum);
            if (!fate.before().isEmpty()) {
                own.merge(fate.before(), -1L, Long::sum);
            }
        }
        agencies.values().forEach(own -> own.values().removeIf(count -> count == 0));
        return agencies;
    }
}
