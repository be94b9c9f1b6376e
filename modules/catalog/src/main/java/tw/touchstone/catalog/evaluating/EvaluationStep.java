package tw.touchstone.catalog.evaluating;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import tw.touchstone.catalog.following.ChangeStep;
import tw.touchstone.catalog.following.FollowerNumbers;
import tw.touchstone.catalog.following.Handover;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.model.DatasetId;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.ChangeEntry;
import tw.touchstone.store.ChangeEntry.Kind;

/// Judges every dataset whose metadata changed, and lets the corpus know of it.
public final class EvaluationStep implements ChangeStep {

    private final CatalogStore store;
    private final Handover handover;
    private final Evaluations evaluations;

    /// Kept beside the database so that following does not ask it each time; only the follower's thread writes it.
    private volatile long lastApplied;

    public EvaluationStep(CatalogStore store, Handover handover, Evaluations evaluations, Database database) {
        this.store = store;
        this.handover = handover;
        this.evaluations = evaluations;
        this.lastApplied = FollowerNumbers.read(database, evaluations.follower());
    }

    @Override
    public String name() {
        return "evaluation";
    }

    @Override
    public long lastApplied() {
        return lastApplied;
    }

    @Override
    public void apply(List<ChangeEntry> entries) {
        var touched = new HashMap<DatasetId, Long>();
        var came = new HashSet<DatasetId>();
        var gone = new HashSet<DatasetId>();
        for (var entry : entries) {
            switch (entry.kind()) {
                case REGISTERED, REVISED -> {
                    var dataset = new DatasetId(entry.subject());
                    touched.put(dataset, entry.number());
                    gone.remove(dataset);
                    if (entry.kind() == Kind.REGISTERED) {
                        came.add(dataset);
                    }
                }
                case WITHDRAWN -> {
                    var dataset = new DatasetId(entry.subject());
                    touched.remove(dataset);
                    gone.add(dataset);
                    came.add(dataset);
                }
                case AGENCY, QUALITY -> {}
            }
        }
        var datasets = touched.entrySet().stream()
                .flatMap(each -> handover.dataset(each.getValue())
                        .or(() -> store.dataset(each.getKey()))
                        .stream())
                .toList();
        long last = entries.getLast().number();
        evaluations.evaluate(datasets, came, gone, last);
        lastApplied = last;
    }
}
