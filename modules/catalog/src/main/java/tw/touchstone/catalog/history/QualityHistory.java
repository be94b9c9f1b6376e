package tw.touchstone.catalog.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.catalog.evaluating.ScorecardHistory;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.catalog.history.Attribution.Share;
import tw.touchstone.catalog.history.StoredCases.Found;
import tw.touchstone.model.DatasetId;

/// The awards and totals of a dataset through time, and why they changed. Thread-safe.
///
/// Nothing is judged that was not judged then, except to find causes: for that the old inputs are replaced by the new
/// ones kind by kind, in the order of [Cause].
public final class QualityHistory {

    /// The newest changes are told; what is older is in the scorecards.
    public static final int MOST = 200;

    /// So many walks are remembered: they never change, and a page of many moments is asked for again and again.
    private static final int REMEMBERED = 10_000;

    private final ScorecardHistory scorecards;
    private final StoredCases cases;
    private final Map<List<StoredScorecard>, Attribution> walked = Collections.synchronizedMap(new Walks());

    private static final class Walks extends LinkedHashMap<List<StoredScorecard>, Attribution> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<StoredScorecard>, Attribution> eldest) {
            return size() > REMEMBERED;
        }
    }

    public QualityHistory(ScorecardHistory scorecards, StoredCases cases) {
        this.scorecards = scorecards;
        this.cases = cases;
    }

    /// A moment at which the verdict became another.
    ///
    /// @param scorecard the one that began then
    /// @param causes    why; empty for the first scorecard of all
    public record Moment(StoredScorecard scorecard, Optional<Attribution> causes) {}

    /// The moments at which award or score changed under a policy, oldest first, at most [#MOST] of the newest.
    ///
    /// Scorecards that differ in their evidence alone are no moments.
    public List<Moment> moments(DatasetId dataset, String policy) {
        var turning = new ArrayList<StoredScorecard>();
        for (var each : scorecards.history(dataset, policy)) {
            if (turning.isEmpty() || !Verdict.of(turning.getLast()).equals(Verdict.of(each))) {
                turning.add(each);
            }
        }
        var moments = new ArrayList<Moment>();
        for (int i = Math.max(0, turning.size() - MOST); i < turning.size(); i++) {
            var before = i == 0 ? Optional.<StoredScorecard>empty() : Optional.of(turning.get(i - 1));
            var now = turning.get(i);
            moments.add(new Moment(now, before.map(earlier -> between(earlier, now))));
        }
        return moments;
    }

    /// Why the verdict at one instant became that at a later one; empty where there was none at one of them.
    public Optional<Attribution> between(DatasetId dataset, String policy, Instant from, Instant to) {
        return scorecards
                .asOf(dataset, policy, from)
                .flatMap(before -> scorecards.asOf(dataset, policy, to).map(after -> between(before, after)));
    }

    /// Why one scorecard of a dataset came after another.
    public Attribution between(StoredScorecard before, StoredScorecard after) {
        var pair = List.of(before, after);
        var known = Optional.ofNullable(walked.get(pair));
        if (known.isPresent()) {
            return known.get();
        }
        var fresh = walk(before, after);
        walked.put(pair, fresh);
        return fresh;
    }

    private Attribution walk(StoredScorecard before, StoredScorecard after) {
        var from = Verdict.of(before);
        var to = Verdict.of(after);
        return cases.find(before) instanceof Found.Whole(var old, _) && cases.find(after) instanceof Found.Whole(var fresh, _)
                ? new Attributing(old, fresh).walk(from, to)
                : byEngine(from, to);
    }

    /// Inputs that this version does not read are those of another engine, to which all is put down.
    private static Attribution byEngine(Verdict from, Verdict to) {
        var share = new Share(Cause.POLICY, from, to, to.tenThousandths() - from.tenThousandths());
        return new Attribution(from, to, from.equals(to) ? List.of() : List.of(share));
    }
}
