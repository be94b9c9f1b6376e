package tw.touchstone.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Sha256;
import tw.touchstone.quality.Ratings.Rated;

/// Judges a subject under a policy: every metric on the dataset and on every distribution, then the verdict.
///
/// Pure and safe for many threads. Metrics are measured in the order of [Metric], those of the dataset first; one whose
/// prerequisite failed is not measured. The order of distributions and rules has no influence. Subjects are judged in
/// the form that their digests are taken of, so that whoever has the documents of [InputDocuments] has all that counts.
public final class Scorer {

    /// Version of the rules; it changes with any change that may change an outcome.
    public static final String ENGINE = "6";

    private final Map<Metric, Check.OfDataset<?>> ofDatasets = new EnumMap<>(Metric.class);
    private final Map<Metric, Check.OfDistribution<?>> ofDistributions = new EnumMap<>(Metric.class);
    private final List<RiskRule> risks;
    private final Reference reference;

    /// A scorer with these rules.
    ///
    /// @param checks one for each metric that policies may name
    /// @param risks  what is looked for beside the label
    /// @throws IllegalArgumentException if two checks measure the same metric
    public Scorer(List<Check<?, ?>> checks, List<RiskRule> risks, Reference reference) {
        for (var check : checks) {
            Object other =
                    switch (check) {
                        case Check.OfDataset<?> each -> ofDatasets.put(each.metric(), each);
                        case Check.OfDistribution<?> each -> ofDistributions.put(each.metric(), each);
                    };
            if (other != null) {
                throw new IllegalArgumentException("two rules measure " + check.metric());
            }
        }
        this.risks = List.copyOf(risks);
        this.reference = reference;
    }

    /// What all datasets are judged against.
    public Reference reference() {
        return reference;
    }

    /// Judges a dataset for one instant.
    ///
    /// @param asOf the instant for which timeliness is judged
    /// @throws IllegalArgumentException if the policy measures what this scorer has no rule for
    public Scorecard evaluate(Policy policy, Subject subject, Instant asOf) {
        return judge(List.of(policy), subject, asOf).scorecards().getFirst();
    }

    /// Judges a dataset under several policies, in their order; cheaper than one after the other.
    ///
    /// @throws IllegalArgumentException if a policy measures what this scorer has no rule for
    public List<Scorecard> evaluate(Collection<Policy> policies, Subject subject, Instant asOf) {
        return judge(policies, subject, asOf).scorecards();
    }

    /// The same, with the documents that the scorecards name: who names them has written them, so they cost nothing more.
    public Judgement judge(Collection<Policy> policies, Subject subject, Instant asOf) {
        var portable = Portable.of(subject);
        var named = InputDocuments.name(portable, reference);
        return new Judgement(
                policies.stream()
                        .map(policy -> evaluate(policy, portable, named.inputs(), asOf))
                        .toList(),
                named.documents());
    }

    /// What a dataset would hold: the award and score of its scorecard, without the scorecard.
    ///
    /// @throws IllegalArgumentException if the policy measures what this scorer has no rule for
    public Holding holding(Policy policy, Subject subject, Instant asOf) {
        var verdict = ask(policy, Portable.of(subject), List.of(), asOf).card().verdict();
        return new Holding(Scorecard.award(verdict.label(), verdict.grade()), verdict.score());
    }

    private Scorecard evaluate(Policy policy, Subject subject, Inputs inputs, Instant asOf) {
        var asked = ask(policy, subject, risks, asOf);
        var answers = asked.answers();
        var card = asked.card();
        var verdict = card.verdict();
        return new Scorecard(
                ENGINE,
                new PolicyRef(policy.id(), policy.version(), policy.digest()),
                subject.dataset().id(),
                inputs,
                answers.span().since(),
                answers.span().until(),
                verdict.label(),
                verdict.grade(),
                verdict.points(),
                verdict.score(),
                verdict.cause(),
                verdict.atMost(),
                verdict.open(),
                verdict.nextStep(),
                verdict.stands(),
                card.dimensions(),
                asked.rated().stream().map(card::distribution).toList(),
                answers.risks(),
                answers.errors());
    }

    /// What came of asking every metric of a policy.
    private record Asked(Answers answers, List<Rated> rated, Cards card) {}

    private Asked ask(Policy policy, Subject subject, List<RiskRule> risks, Instant asOf) {
        var answers = new Answers(withPrerequisites(policy.metrics()));
        var about = new DatasetQuestion(policy, subject, reference, asOf);
        var ofDataset = answers.of(about, ofDatasets);
        var rated = new ArrayList<Rated>();
        for (var distribution : inOrder(subject.dataset())) {
            var question = new Question(about, distribution, subject.factsOf(distribution.id()));
            rated.add(new Rated(distribution.id(), answers.of(question, ofDistributions, ofDataset)));
            if (policy.awardsLabels()) {
                answers.look(question, risks);
            }
        }
        var counted = new Ratings(ofDataset, counting(policy.fold(), subject, rated));
        return new Asked(answers, rated, new Cards(policy, ofDataset, counted));
    }

    /// The digest of a dataset's metadata, equal in every catalogue and in the offline kit: of its canonical JSON with
    /// the catalogue's own addresses made relative, distributions in the order of their numbers, and without the date
    /// of registration.
    public static Sha256 metadataDigest(Dataset dataset) {
        return Sha256.of(QualityJson.canonical(Portable.of(dataset)));
    }

    private static List<Distribution> inOrder(Dataset dataset) {
        return dataset.distributions().stream()
                .sorted(Comparator.comparing(Distribution::id))
                .toList();
    }

    /// The distributions that have a say. Where the worst stands for all, documentation beside the data has none.
    private static List<Rated> counting(Fold fold, Subject subject, List<Rated> rated) {
        if (fold != Fold.WORST) {
            return rated;
        }
        var data = rated.stream()
                .filter(each -> !isDocumentation(subject, each))
                .toList();
        return data.isEmpty() ? rated : data;
    }

    /// By the format declared alone: what is declared as data must be data, and a page or document in place of a file of
    /// which nothing is declared must not take it out of the count.
    private static boolean isDocumentation(Subject subject, Rated rated) {
        return subject.dataset()
                .distribution(rated.distribution())
                .flatMap(Distribution::format)
                .filter(format -> format.kind() == FileFormat.Kind.DOCUMENT)
                .isPresent();
    }

    private Set<Metric> withPrerequisites(List<Metric> metrics) {
        var all = EnumSet.noneOf(Metric.class);
        for (var metric : metrics) {
            for (var each = Optional.of(metric); each.isPresent(); each = each.get().prerequisite()) {
                all.add(each.get());
            }
        }
        return all;
    }
}
