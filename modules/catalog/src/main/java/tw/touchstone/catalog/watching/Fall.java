package tw.touchstone.catalog.watching;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.catalog.evaluating.Turn;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Label;
import tw.touchstone.quality.Grade;
import tw.touchstone.quality.Policy;

/// That a dataset holds less than it held when that was last decided.
///
/// @param before what it held
/// @param after  what it holds now
record Fall(Dataset dataset, Policy policy, StoredScorecard before, StoredScorecard after) {

    /// Finds the last scorecard of the dataset that was certain and had one of these awards.
    @FunctionalInterface
    interface Decided {
        Optional<StoredScorecard> newest(Turn turn, Set<String> awards);
    }

    /// The fall in a turn; empty where the award rose, or where it is not decided yet that it is lost.
    ///
    /// What was held before an undecided time counts: from gold over suspended to bronze is a fall from gold.
    static Optional<Fall> in(Turn turn, Policy policy, Decided decided) {
        var order = order(policy);
        if (!isDecided(turn.after(), order)) {
            return Optional.empty();
        }
        var held = isDecided(turn.before(), order)
                ? Optional.of(turn.before())
                : decided.newest(turn, Set.copyOf(order));
        int reached = order.indexOf(turn.after().award());
        return held.filter(each -> order.indexOf(each.award()) > reached)
                .map(each -> new Fall(turn.dataset(), policy, each, turn.after()));
    }

    private static boolean isDecided(StoredScorecard card, List<String> order) {
        return card.atMost().isEmpty() && order.contains(card.award());
    }

    /// What can be held or lost, from nothing up.
    private static List<String> order(Policy policy) {
        var nothing = policy.awardsLabels() ? Label.NONE_FAILED.code() : Grade.NONE.code();
        return Stream.concat(Stream.of(nothing), policy.awards().stream().map(Grade::code))
                .distinct()
                .toList();
    }
}
