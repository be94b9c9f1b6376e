package tw.touchstone.catalog.evaluating;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Sha256;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.QualityJson;
import tw.touchstone.quality.RuleFault;
import tw.touchstone.quality.Scorer;
import tw.touchstone.quality.Subject;

/// Judges subjects and keeps only what differs from the current scorecards. Safe for many threads.
record Judge(Scorer scorer, List<Policy> policies, Instant now) {

    /// The scorecards of one dataset.
    ///
    /// @param before the index entries that were current, by policy
    /// @param fresh  those that say something new
    /// @param inputs the documents that they name, so that they can be replayed; none where nothing is new
    record Verdicts(
            Dataset dataset,
            Map<String, StoredScorecard> before,
            List<Judged> fresh,
            SortedMap<Sha256, byte[]> inputs) {

        /// The index entries that are current from now on.
        Map<String, StoredScorecard> after() {
            var after = new HashMap<>(before);
            fresh.forEach(each -> after.put(each.stored().policy(), each.stored()));
            return after;
        }

        /// The verdicts that became others, or became certain.
        List<Turn> turns() {
            return fresh.stream()
                    .flatMap(each -> Optional.ofNullable(before.get(each.stored().policy()))
                            .filter(known -> !known.award().equals(each.stored().award())
                                    || !known.atMost().equals(each.stored().atMost()))
                            .map(known -> new Turn(dataset, known, each.stored()))
                            .stream())
                    .toList();
        }
    }

    /// A scorecard and its canonical JSON.
    ///
    /// @param errors rules that broke
    @SuppressWarnings("ArrayRecordComponent") // never compared, and written once
    record Judged(StoredScorecard stored, byte[] document, List<RuleFault> errors) {}

    /// Judges a subject under every policy.
    ///
    /// @param current its current index entries by policy
    Verdicts judge(Subject subject, Map<String, StoredScorecard> current) {
        var fresh = new ArrayList<Judged>();
        var judgement = scorer.judge(policies, subject, now);
        for (var scorecard : judgement.scorecards()) {
            var policy = scorecard.policy().id();
            var document = QualityJson.write(scorecard);
            var digest = Sha256.of(document);
            boolean same = Optional.ofNullable(current.get(policy))
                    .filter(each -> each.scorecard().equals(digest))
                    .isPresent();
            if (!same) {
                var stored = new StoredScorecard(
                        subject.dataset().id(),
                        policy,
                        now,
                        scorecard.award(),
                        scorecard.atMost(),
                        scorecard.score(),
                        digest,
                        scorecard.validUntil());
                fresh.add(new Judged(stored, document, scorecard.errors()));
            }
        }
        return new Verdicts(
                subject.dataset(),
                current,
                fresh,
                fresh.isEmpty() ? Collections.emptySortedMap() : judgement.documents());
    }
}
