package tw.touchstone.catalog.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.quality.Points;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.quality.Scorer;

/// What a run of the offline kit came to: every dataset under every policy, to be kept and compared with a later run.
///
/// @param engine   version of the rules
/// @param asOf     the instant for which timeliness was judged
/// @param datasets in the order in which they were found
public record ScoringReport(String engine, Instant asOf, List<Line> datasets) {

    public ScoringReport {
        datasets = List.copyOf(datasets);
    }

    /// One dataset.
    ///
    /// @param verdicts by identifier of the policy
    /// @param unread   distributions whose file is missing or could not be read, with the reason
    public record Line(String id, String title, Map<String, Verdict> verdicts, List<String> unread) {
        public Line {
            verdicts = new LinkedHashMap<>(verdicts);
            unread = List.copyOf(unread);
        }
    }

    /// What one policy says.
    ///
    /// @param award     code of the label or grade
    /// @param atMost    code of the better one that it may be, while something is not measured
    /// @param score     what the bands of a policy of points compare
    /// @param scorecard digest of the scorecard: the same in every catalogue for the same inputs
    public record Verdict(
            String version, String award, Optional<String> atMost, Optional<BigDecimal> score, String scorecard) {}

    /// The report of what was scored.
    public static ScoringReport of(List<ScoredDataset> scored, Instant asOf) {
        return new ScoringReport(Scorer.ENGINE, asOf, scored.stream().map(ScoringReport::line).toList());
    }

    private static Line line(ScoredDataset scored) {
        var verdicts = new LinkedHashMap<String, Verdict>();
        scored.scorecards().forEach(card -> verdicts.put(card.policy().id(), verdict(card)));
        return new Line(
                scored.dataset().id().value(), scored.dataset().title().best("zh-Hant-TW"), verdicts, scored.unread());
    }

    private static Verdict verdict(Scorecard card) {
        return new Verdict(
                card.policy().version(),
                card.award(),
                card.atMost(),
                card.score().map(Points::decimal),
                card.id().hex());
    }

    /// All policies that are named, in the order in which they first are.
    public List<String> policies() {
        var policies = new LinkedHashSet<String>();
        datasets.forEach(line -> policies.addAll(line.verdicts().keySet()));
        return List.copyOf(policies);
    }

    /// What became different since an earlier run.
    public Difference since(ScoringReport baseline) {
        var before = new LinkedHashMap<String, Line>();
        baseline.datasets.forEach(line -> before.put(line.id(), line));
        var moves = new ArrayList<Move>();
        var added = new ArrayList<String>();
        long same = 0;
        long otherEvidence = 0;
        for (var line : datasets) {
            var known = Optional.ofNullable(before.remove(line.id()));
            if (known.isEmpty()) {
                added.add(line.id());
                continue;
            }
            for (var policy : policies()) {
                var was = Optional.ofNullable(known.get().verdicts().get(policy));
                var is = Optional.ofNullable(line.verdicts().get(policy));
                if (was.isEmpty() && is.isEmpty()) {
                    continue;
                }
                if (was.map(Move::told).equals(is.map(Move::told))) {
                    boolean equal = was.map(Verdict::scorecard).equals(is.map(Verdict::scorecard));
                    same += equal ? 1 : 0;
                    otherEvidence += equal ? 0 : 1;
                } else {
                    moves.add(new Move(
                            line.id(), line.title(), policy, was.map(Move::told).orElse(""), is.map(Move::told).orElse("")));
                }
            }
        }
        return new Difference(moves, added, List.copyOf(before.keySet()), same, otherEvidence);
    }

    /// What two runs differ in.
    ///
    /// @param moves         awards or scores that became others
    /// @param added         datasets that were not there
    /// @param removed       datasets that are not there any more
    /// @param same          how many scorecards are equal to the byte
    /// @param otherEvidence how many say the same on other grounds
    public record Difference(
            List<Move> moves, List<String> added, List<String> removed, long same, long otherEvidence) {
        public Difference {
            moves = List.copyOf(moves);
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }

    /// A verdict that became another.
    ///
    /// @param before as [#told]; empty where the policy was not asked
    public record Move(String dataset, String title, String policy, String before, String after) {

        /// An award in words: with its score, and with what it may be at most.
        public static String told(Verdict verdict) {
            return verdict.award()
                    + verdict.score().map(score -> " " + score.toPlainString()).orElse("")
                    + verdict.atMost().map(most -> " (at most " + most + ")").orElse("");
        }
    }
}
