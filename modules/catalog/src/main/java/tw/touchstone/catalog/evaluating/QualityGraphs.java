package tw.touchstone.catalog.evaluating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.catalog.evaluating.Judge.Verdicts;
import tw.touchstone.model.Iris;
import tw.touchstone.quality.Policy;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.Change;

/// Says labels and the shown grade in the datasets' quality graphs, so that they are searched by and published.
///
/// What was never measured has none. What stands there already writes nothing, so saying it again brings along what a
/// killed process left behind.
final class QualityGraphs {

    private final CatalogStore store;
    private final PolicyShelf policies;
    private final String shownGrades;
    private final Iris iris;

    QualityGraphs(CatalogStore store, PolicyShelf policies, String shownGrades, Iris iris) {
        this.store = store;
        this.policies = policies;
        this.shownGrades = shownGrades;
        this.iris = iris;
    }

    /// Says what was found, all of it in one transaction of the store.
    void publish(List<Verdicts> verdicts) {
        var said = policies.inForce().stream().filter(this::isSaid).map(Policy::id).toList();
        var changes = new ArrayList<Change>();
        for (var each : verdicts) {
            var id = each.dataset().id();
            var awards = awards(each.after(), said);
            boolean measured = awards.values().stream().anyMatch(QualityRdf::isSaid);
            // A dataset that was never judged has no such graph, and an import is full of those.
            if (measured || (!each.before().isEmpty() && store.quality(id).isPresent())) {
                changes.add(new Change.PutQuality(id, QualityRdf.write(id, awards, iris)));
            }
        }
        if (!changes.isEmpty()) {
            store.commit(changes);
        }
    }

    private boolean isSaid(Policy policy) {
        return policy.awardsLabels() || policy.id().equals(shownGrades);
    }

    private static Map<String, String> awards(Map<String, StoredScorecard> current, List<String> said) {
        var awards = new HashMap<String, String>();
        said.forEach(policy ->
                Optional.ofNullable(current.get(policy)).ifPresent(stored -> awards.put(policy, stored.award())));
        return awards;
    }
}
