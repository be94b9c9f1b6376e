package tw.touchstone.catalog.policies;

import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import tw.touchstone.catalog.evaluating.Evaluations;

/// Judges everything by policies that have come into force.
///
/// From the moment a text is in force whatever is judged is judged by it; the sweep brings the rest along. It may be
/// interrupted and begun again at any point: what is judged already gives the same scorecard and writes nothing.
public final class AdoptionSweep {

    private final Policies policies;
    private final Evaluations evaluations;

    public AdoptionSweep(Policies policies, Evaluations evaluations) {
        this.policies = policies;
        this.evaluations = evaluations;
    }

    /// Carries out what is due.
    ///
    /// @param progress told now and then how many datasets are judged
    /// @return how many texts came into force
    public int run(LongConsumer progress) {
        var due = policies.pending();
        if (!due.isEmpty()) {
            policies.refresh();
            var changed = due.stream().map(Adoption::policy).collect(Collectors.toSet());
            evaluations.reevaluateAll(changed, progress);
            due.forEach(policies::swept);
        }
        return due.size();
    }
}
