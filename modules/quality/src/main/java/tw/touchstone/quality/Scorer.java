package tw.touchstone.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Sha256;
import tw.touchstone.quality.Check.Answer;
import tw.touchstone.quality.Ladder.Rated;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Outcome.NotMeasured;

/// Judges a subject under a policy: every metric on every distribution, then the label.
///
/// Pure and safe for many threads. A distribution's metrics are measured in the order of [Metric]; one whose
/// prerequisite failed is not measured. The order of distributions and rules has no influence.
public final class Scorer {

    /// Version of the rules; it changes with any change that may change an outcome.
    public static final String ENGINE = "1";

    private static final Outcome PREREQUISITE = new NotMeasured(
            Cause.PREREQUISITE, LangText.of("前項檢測未通過，無從判斷", "an earlier check failed, so this one cannot be judged"));
    private static final Outcome ERROR =
            new NotMeasured(Cause.ERROR, LangText.of("檢測規則發生錯誤", "the rule itself broke"));

    private final Map<Metric, Check<?>> checks;
    private final Standards standards;

    /// A scorer with these rules and data standards.
    ///
    /// @param checks one for each metric that policies may name
    /// @throws IllegalArgumentException if two checks measure the same metric
    public Scorer(List<Check<?>> checks, Standards standards) {
        this.checks = new EnumMap<>(Metric.class);
        for (var check : checks) {
            if (this.checks.put(check.rule().metric(), check) != null) {
                throw new IllegalArgumentException("two rules measure " + check.rule().metric());
            }
        }
        this.standards = standards;
    }

    /// Judges a dataset for one instant.
    ///
    /// @param asOf the instant for which timeliness is judged
    /// @throws IllegalArgumentException if the policy measures what this scorer has no rule for
    public Scorecard evaluate(Policy policy, Subject subject, Instant asOf) {
        var wanted = withPrerequisites(policy.metrics());
        var run = new Run();
        var scores = new ArrayList<DistributionScore>();
        var facts = new ArrayList<Inputs.FactDigests>();
        var distributions = subject.dataset().distributions().stream()
                .sorted(Comparator.comparing(Distribution::id))
                .toList();
        for (var distribution : distributions) {
            var known = subject.factsOf(distribution.id());
            var question = new Question(policy, subject.dataset(), distribution, known, standards, asOf);
            scores.add(run.score(question, wanted));
            facts.add(Digests.of(distribution, known));
        }
        var ladder = new Ladder(policy, run.rated);
        return new Scorecard(
                ENGINE,
                new PolicyRef(policy.id(), policy.version(), policy.digest()),
                subject.dataset().id(),
                new Inputs(metadataDigest(subject.dataset()), standards.digest(), facts),
                run.span.since(),
                run.span.until(),
                ladder.label(),
                ladder.cause(),
                ladder.atMost(),
                ladder.open(),
                ladder.nextStep(),
                scores,
                run.errors);
    }

    /// The digest of a dataset's metadata, equal in every catalogue and in the offline kit: of its canonical JSON with
    /// the catalogue's own addresses made relative, distributions in the order of their numbers, and without the date
    /// of registration.
    public static Sha256 metadataDigest(Dataset dataset) {
        return Digests.of(dataset);
    }

    private Set<Metric> withPrerequisites(List<Metric> metrics) {
        var all = EnumSet.noneOf(Metric.class);
        for (var metric : metrics) {
            for (var each = Optional.of(metric); each.isPresent(); each = each.get().prerequisite()) {
                all.add(each.get());
            }
        }
        all.forEach(this::check);
        return all;
    }

    private Check<?> check(Metric metric) {
        var check = checks.get(metric);
        if (check == null) {
            throw new IllegalArgumentException("no rule measures " + metric.id());
        }
        return check;
    }

    /// What gathers while one subject is judged.
    private final class Run {
        private final List<RuleFault> errors = new ArrayList<>();
        private final List<Rated> rated = new ArrayList<>();
        private TimeSpan span = TimeSpan.UNBOUNDED;

        private DistributionScore score(Question question, Set<Metric> wanted) {
            var outcomes = new EnumMap<Metric, Outcome>(Metric.class);
            for (var metric : wanted) {
                boolean blocked =
                        metric.prerequisite().map(outcomes::get).filter(Outcome::blocks).isPresent();
                outcomes.put(metric, blocked ? PREREQUISITE : answer(metric, question));
            }
            var own = new Rated(question.distribution().id(), outcomes);
            rated.add(own);
            var label = new Ladder(question.policy(), List.of(own)).label();
            return new DistributionScore(own.distribution(), label, dimensions(question.policy(), outcomes));
        }

        private static List<DimensionScore> dimensions(Policy policy, Map<Metric, Outcome> outcomes) {
            var byDimension = new EnumMap<Dimension, List<Measurement>>(Dimension.class);
            outcomes.forEach((metric, outcome) -> {
                if (policy.metrics().contains(metric)) {
                    byDimension
                            .computeIfAbsent(metric.dimension(), _ -> new ArrayList<>())
                            .add(new Measurement(metric, outcome));
                }
            });
            var scores = new ArrayList<DimensionScore>();
            byDimension.forEach((dimension, measurements) -> scores.add(new DimensionScore(dimension, measurements)));
            return scores;
        }

        private Outcome answer(Metric metric, Question question) {
            Answer answer;
            try {
                answer = check(metric).answer(question);
            } catch (RuntimeException e) {
                errors.add(new RuleFault(
                        question.distribution().id(), metric, e.getClass().getSimpleName() + ": " + e.getMessage()));
                return ERROR;
            }
            span = span.and(answer.span());
            return answer.outcome();
        }
    }
}
