package tw.touchstone.quality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Outcome.NotMeasured;

/// Asks the rules, metric by metric, and gathers what they say while one subject is judged. Used by one thread.
final class Answers {

    static final Outcome PREREQUISITE = new NotMeasured(
            Cause.PREREQUISITE, LangText.of("前項檢測未通過，無從判斷", "an earlier check failed, so this one cannot be judged"));
    private static final Outcome ERROR =
            new NotMeasured(Cause.ERROR, LangText.of("檢測規則發生錯誤", "the rule itself broke"));

    private final Set<Metric> wanted;
    private final List<RuleFault> errors = new ArrayList<>();
    private final List<Risk> risks = new ArrayList<>();
    private TimeSpan span = TimeSpan.UNBOUNDED;

    /// @param wanted what is measured, prerequisites included
    Answers(Set<Metric> wanted) {
        this.wanted = wanted;
    }

    Map<Metric, Outcome> of(DatasetQuestion question, Map<Metric, Check.OfDataset<?>> checks) {
        var outcomes = new EnumMap<Metric, Outcome>(Metric.class);
        for (var metric : wanted) {
            if (metric.scope() == Scope.DATASET) {
                var check = check(metric, checks);
                outcomes.put(metric, ask(metric, check, question, Optional.empty(), outcomes, Map.of()));
            }
        }
        return outcomes;
    }

    Map<Metric, Outcome> of(
            Question question, Map<Metric, Check.OfDistribution<?>> checks, Map<Metric, Outcome> ofDataset) {
        var outcomes = new EnumMap<Metric, Outcome>(Metric.class);
        var id = Optional.of(question.distribution().id());
        for (var metric : wanted) {
            if (metric.scope() == Scope.DISTRIBUTION) {
                var check = check(metric, checks);
                outcomes.put(metric, ask(metric, check, question, id, outcomes, ofDataset));
            }
        }
        return outcomes;
    }

    void look(Question question, List<RiskRule> rules) {
        for (var rule : rules) {
            try {
                var seen = rule.look(question);
                risks.addAll(seen.risks());
                span = span.and(seen.span());
            } catch (RuntimeException e) {
                errors.add(new RuleFault(Optional.of(question.distribution().id()), Optional.empty(), message(e)));
            }
        }
    }

    private static <C> C check(Metric metric, Map<Metric, C> checks) {
        return Optional.ofNullable(checks.get(metric))
                .orElseThrow(() -> new IllegalArgumentException("no rule measures " + metric.id()));
    }

    private <Q> Outcome ask(
            Metric metric,
            Check<Q, ?> check,
            Q question,
            Optional<DistributionId> distribution,
            Map<Metric, Outcome> before,
            Map<Metric, Outcome> ofDataset) {
        boolean blocked = metric.prerequisite()
                .map(each -> each.scope() == metric.scope() ? before.get(each) : ofDataset.get(each))
                .filter(Outcome::blocks)
                .isPresent();
        if (blocked) {
            return PREREQUISITE;
        }
        try {
            var answer = check.answer(question);
            span = span.and(answer.span());
            return answer.outcome();
        } catch (RuntimeException e) {
            errors.add(new RuleFault(distribution, Optional.of(metric), message(e)));
            return ERROR;
        }
    }

    private static String message(RuntimeException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    /// The time in which nothing that was answered changes.
    TimeSpan span() {
        return span;
    }

    List<Risk> risks() {
        return risks;
    }

    List<RuleFault> errors() {
        return errors;
    }
}
