package tw.touchstone.catalog.history;

import java.time.Instant;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.Reference;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.quality.Scorer;
import tw.touchstone.quality.Subject;
import tw.touchstone.quality.rules.Rules;

/// Everything that a verdict follows from, as values: judging it again gives the same scorecard.
///
/// @param asOf the instant that it was judged for
record Case(Policy policy, Reference reference, Subject subject, Instant asOf) {

    Scorecard judge() {
        return scorer().evaluate(policy, subject, asOf);
    }

    private Scorer scorer() {
        return Rules.scorer(reference);
    }

    Case with(Subject other) {
        return new Case(policy, reference, other, asOf);
    }

    Case at(Instant other) {
        return new Case(policy, reference, subject, other);
    }

    /// The same under the policy and the vocabularies of another case.
    Case under(Case other) {
        return new Case(other.policy, other.reference, subject, asOf);
    }
}
