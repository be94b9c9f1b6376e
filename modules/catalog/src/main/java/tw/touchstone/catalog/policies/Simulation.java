package tw.touchstone.catalog.policies;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import tw.touchstone.catalog.evaluating.ScorecardHistory;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.catalog.evaluating.Subjects;
import tw.touchstone.catalog.policies.SimulationReport.Fate;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.quality.Holding;
import tw.touchstone.quality.Points;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.Scorer;
import tw.touchstone.store.CatalogStore;

/// Judges every dataset's stored facts by a policy that is not in force, and says who would gain and lose.
///
/// Nothing is stored. What it says is what adopting the policy at that instant would store, since both judge the same
/// facts by the same scorer. Thread-safe.
public final class Simulation {

    private static final int BATCH = 200;

    private final CatalogStore store;
    private final Subjects subjects;
    private final ScorecardHistory scorecards;
    private final Scorer scorer;
    private final Policies policies;
    private final String shownPolicy;
    private final Clock clock;

    public Simulation(
            CatalogStore store,
            Subjects subjects,
            ScorecardHistory scorecards,
            Scorer scorer,
            Policies policies,
            String shownPolicy,
            Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.scorecards = scorecards;
        this.scorer = scorer;
        this.policies = policies;
        this.shownPolicy = shownPolicy;
        this.clock = clock;
    }

    /// Tries a policy on everything.
    ///
    /// @param draft    compared with the policy in force under its identifier, or with the one shown first where there is
    ///                 none
    /// @param progress told now and then how many datasets are judged
    public SimulationReport run(Policy draft, LongConsumer progress) {
        var baseline = policies.inForce().stream()
                .map(Policy::id)
                .filter(draft.id()::equals)
                .findFirst()
                .orElse(shownPolicy);
        var asOf = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var done = new AtomicLong();
        var fates = batches().parallelStream()
                .map(batch -> {
                    var judged = judge(batch, draft, baseline, asOf);
                    progress.accept(done.addAndGet(batch.size()));
                    return judged;
                })
                .flatMap(Collection::stream)
                .toList();
        return new SimulationReport(draft.id(), draft.version(), baseline, asOf, fates);
    }

    private List<List<DatasetId>> batches() {
        var ids = scorecards.judged();
        var batches = new ArrayList<List<DatasetId>>();
        for (int from = 0; from < ids.size(); from += BATCH) {
            batches.add(ids.subList(from, Math.min(ids.size(), from + BATCH)));
        }
        return batches;
    }

    private List<Fate> judge(List<DatasetId> ids, Policy draft, String baseline, Instant asOf) {
        var datasets = ids.stream().flatMap(id -> store.dataset(id).stream()).toList();
        var current = scorecards.currentOf(datasets.stream().map(Dataset::id).toList(), baseline);
        return subjects.of(datasets).stream()
                .map(subject -> fate(subject.dataset(), current, scorer.holding(draft, subject, asOf)))
                .toList();
    }

    private static Fate fate(Dataset dataset, Map<DatasetId, StoredScorecard> current, Holding drafted) {
        var now = Optional.ofNullable(current.get(dataset.id()));
        return new Fate(
                dataset.id(),
                dataset.title(),
                dataset.publisher().map(AgencyId::value).orElse(""),
                now.map(StoredScorecard::award).orElse(""),
                drafted.award(),
                now.flatMap(StoredScorecard::score).map(Points::tenThousandths),
                drafted.score().map(Points::tenThousandths));
    }
}
