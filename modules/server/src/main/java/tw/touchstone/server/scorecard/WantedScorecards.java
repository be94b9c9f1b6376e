package tw.touchstone.server.scorecard;

import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.evaluating.AsOf;
import tw.touchstone.catalog.evaluating.Evaluations;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.model.DatasetId;
import tw.touchstone.quality.Policy;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.http.PublishedDatasets;

/// Finds the scorecard that a request means by dataset, policy and time; never a new evaluation.
@Component
public class WantedScorecards {

    private final Evaluations evaluations;
    private final PublishedDatasets published;

    WantedScorecards(Catalog catalog, PublishedDatasets published) {
        this.evaluations = catalog.judging().evaluations();
        this.published = published;
    }

    /// The scorecard that is current, or was at a time.
    ///
    /// @param policy identifier of a policy; the one shown first where none is given
    /// @param asOf   an instant, or a day, which means its end in Taipei
    /// @throws Problem 404 or 410 where there is no such dataset or no such scorecard, 400 where a parameter is wrong
    public StoredScorecard find(String dataset, Optional<String> policy, Optional<String> asOf) {
        var id = published.require(dataset);
        var wanted = policy(id, policy);
        var instant = asOf.map(WantedScorecards::instant);
        return evaluations
                .stored(id, wanted, instant)
                .orElseThrow(() -> Problem.of(
                        HttpStatus.NOT_FOUND,
                        "the dataset has no scorecard under " + wanted
                                + (instant.isPresent() ? " at that time" : " yet")));
    }

    /// A policy in force, or one that this dataset was judged by once.
    public String policy(DatasetId dataset, Optional<String> policy) {
        var known = new TreeSet<>(evaluations.history().policies(dataset));
        evaluations.policies().stream().map(Policy::id).forEach(known::add);
        var wanted = policy.orElse(evaluations.shownPolicy());
        if (!known.contains(wanted)) {
            throw Problem.badField("policy", "policy is one of " + String.join(", ", known));
        }
        return wanted;
    }

    /// An instant, or the end of a day in Taipei.
    ///
    /// @throws Problem 400 where it is neither
    public static Instant instant(String text) {
        return AsOf.parse(text)
                .orElseThrow(() -> Problem.badField(
                        "asOf", "asOf is a day such as 2026-01-31 or an instant such as 2026-01-31T09:00:00+08:00"));
    }
}
