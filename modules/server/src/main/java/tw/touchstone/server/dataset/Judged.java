package tw.touchstone.server.dataset;

import java.time.Instant;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.Scorecard;

/// What a dataset holds now under one policy.
///
/// @param at when it was judged
record Judged(Policy policy, Instant at, Scorecard card) {

    boolean isUnder(String policyId) {
        return policy.id().equals(policyId);
    }
}
