package tw.touchstone.server.mcp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.evaluating.Evaluations;
import tw.touchstone.server.api.AwardItem;
import tw.touchstone.server.api.CheckItems;
import tw.touchstone.server.api.FindingItems;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.http.PublishedDatasets;
import tw.touchstone.server.scorecard.WantedScorecards;
import tw.touchstone.server.signin.SignedIn;

/// Says how good a dataset is, and why.
@Component
class ScorecardTool implements CatalogueTool {

    private static final int MOST_FILES = 100;
    private static final int MOST_FINDINGS = 100;

    private final Evaluations evaluations;
    private final PublishedDatasets published;
    private final WantedScorecards wanted;
    private final FindingItems findings;
    private final Sources sources;

    ScorecardTool(Catalog catalog, PublishedDatasets published, WantedScorecards wanted, Sources sources) {
        this.evaluations = catalog.judging().evaluations();
        this.published = published;
        this.wanted = wanted;
        this.findings = new FindingItems(new CheckItems(catalog.vocabularies()));
        this.sources = sources;
    }

    /// A scorecard, in short.
    ///
    /// @param award     code of the label or grade
    /// @param standing  the award with the way to the next one; absent where the policy is not in force any more
    /// @param scorecard digest of the whole scorecard, which is at `/datasets/{id}/scorecard.json`
    /// @param findings  what failed or could not be measured, the first hundred
    /// @param unlisted  how many more there are
    record Judged(
            String dataset,
            String policy,
            String award,
            Optional<AwardItem> standing,
            Instant evaluatedAt,
            Optional<Instant> validUntil,
            String scorecard,
            List<FindingItems.FindingItem> findings,
            int unlisted,
            Source source) {}

    @Override
    public String name() {
        return "get_scorecard";
    }

    @Override
    public String title() {
        return "Get a scorecard";
    }

    @Override
    public String description() {
        return "How good the data of a dataset is under a policy: its award, what is missing to the next one, and every check "
                + "that failed or could not be measured, with what was seen in the file and how to mend it. Ask before relying on data.";
    }

    @Override
    public Inputs inputs() {
        return Inputs.none()
                .required("id", "identifier of a dataset")
                .text("policy", "such as label-114 (where it is left out) or ai-ready-1")
                .text("asOf", "a day or an instant: the scorecard that was current then");
    }

    @Override
    public Class<? extends Record> output() {
        return Judged.class;
    }

    @Override
    public Answer call(Arguments arguments, Optional<SignedIn> who) {
        var dataset = published.current(arguments.required("id")).dataset();
        var stored = wanted.find(dataset.id().value(), arguments.text("policy"), arguments.text("asOf"));
        var card = evaluations
                .scorecard(stored)
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "the scorecard is not kept any more"));
        var found = findings.of(List.of(card), List.of());
        var standing = evaluations.policies().stream()
                .filter(each -> each.id().equals(stored.policy()))
                .findFirst()
                .map(policy -> AwardItem.of(policy, card));
        var source = sources.of(dataset, MOST_FILES);
        var words = "“%s” holds %s under %s; %d checks do not hold or are open. %s"
                .formatted(dataset.title().best("en"), stored.award(), stored.policy(), found.size(), source.words());
        return new Answer(
                words,
                new Judged(
                        dataset.id().value(),
                        stored.policy(),
                        stored.award(),
                        standing,
                        stored.evaluatedAt(),
                        stored.validUntil(),
                        stored.scorecard().hex(),
                        found.stream().limit(MOST_FINDINGS).toList(),
                        Math.max(0, found.size() - MOST_FINDINGS),
                        source));
    }
}
