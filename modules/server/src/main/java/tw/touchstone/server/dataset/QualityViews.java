package tw.touchstone.server.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.evaluating.Evaluations;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Label;
import tw.touchstone.quality.DistributionScore;
import tw.touchstone.quality.Gap;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.PointTotal;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.server.layout.Badge;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.scorecard.CheckViews;

/// Says in plain words why a dataset holds its label.
@Component
class QualityViews {

    /// How many checks the next step names at most, the most gainful first.
    private static final int NAMED = 8;

    private final Catalog catalog;
    private final Evaluations evaluations;
    private final DistributionViews distributions;
    private final SeenFacts facts;
    private final CheckViews checks;
    private final ReadyViews ready;
    private final MessageSource messages;

    QualityViews(
            Catalog catalog,
            DistributionViews distributions,
            SeenFacts facts,
            CheckViews checks,
            ReadyViews ready,
            MessageSource messages) {
        this.catalog = catalog;
        this.evaluations = catalog.judging().evaluations();
        this.distributions = distributions;
        this.facts = facts;
        this.checks = checks;
        this.ready = ready;
        this.messages = messages;
    }

    QualityView of(Dataset dataset, Locale locale) {
        var policies = new ArrayList<QualityView.PolicyView>();
        var grades = new ArrayList<QualityView.GradeView>();
        var all = judged(dataset.id());
        for (var judged : all) {
            judged.card().label().ifPresent(label -> policies.add(policy(dataset, judged, label, locale)));
            judged.card().grade().ifPresent(grade -> grades.add(grade(judged, grade, locale)));
        }
        return new QualityView(
                catalog.inspections().pending(dataset.id()),
                "/datasets/" + dataset.id(),
                policies,
                grades,
                all.stream()
                        .filter(judged -> judged.isUnder(evaluations.shownGrades()))
                        .flatMap(judged -> ready.of(dataset, judged, locale).stream())
                        .toList(),
                all.stream()
                        .filter(judged -> judged.isUnder(evaluations.shownPolicy()))
                        .flatMap(judged -> subjects(dataset, judged.card(), locale).stream())
                        .toList());
    }

    /// Each scorecard is read and parsed once for a page; that of the shown policy comes first.
    private List<Judged> judged(DatasetId dataset) {
        return evaluations.policies().stream()
                .sorted(Comparator.comparing(policy -> !policy.id().equals(evaluations.shownPolicy())))
                .flatMap(policy -> evaluations
                        .history()
                        .current(dataset, policy.id())
                        .flatMap(stored -> evaluations
                                .scorecard(stored)
                                .map(card -> new Judged(policy, stored.evaluatedAt(), card)))
                        .stream())
                .toList();
    }

    private QualityView.GradeView grade(Judged judged, String grade, Locale locale) {
        var policy = judged.policy();
        var card = judged.card();
        var language = Language.of(locale);
        return new QualityView.GradeView(
                policy.title().best(language),
                "/policies/" + policy.id(),
                policy.title(grade).map(title -> title.best(language)).orElse(grade),
                card.points()
                        .map(total -> say("quality.points", locale, total.earned(), total.possible()))
                        .orElse(""),
                card.points()
                        .filter(PointTotal::isProvisional)
                        .map(total -> say("quality.points.open", locale, total.open()))
                        .orElse(""),
                card.nextStep().map(next -> missing(next.missing(), locale)).orElse(""));
    }

    private QualityView.PolicyView policy(Dataset dataset, Judged judged, Label label, Locale locale) {
        var policy = judged.policy();
        var card = judged.card();
        var language = Language.of(locale);
        return new QualityView.PolicyView(
                policy.title().best(language),
                Badge.of(label, language),
                policy.id().equals(evaluations.shownPolicy()),
                card.atMost().isPresent(),
                Figures.minute(judged.at()),
                reasons(dataset, card, locale),
                card.nextStep().isEmpty(),
                card.nextStep().map(next -> missing(next.missing(), locale)).orElse(""));
    }

    private List<String> reasons(Dataset dataset, Scorecard card, Locale locale) {
        var language = Language.of(locale);
        var reasons = new ArrayList<String>();
        card.cause()
                .ifPresent(cause -> reasons.add(say(
                        "quality.cause." + cause.name().toLowerCase(Locale.ROOT).replace('_', '-'), locale)));
        if (card.nextStep().isEmpty()) {
            reasons.add(say("quality.reason.top", locale));
        }
        card.nextStep().ifPresent(next -> next.missing().forEach(gap -> reasons.add(say(
                "quality.reason.next",
                locale,
                award(next.award(), language),
                checks.name(gap.metric(), language),
                gap.distribution().map(id -> subject(dataset, id, locale)).orElse(dataset.title().best(language)),
                outcome(card, gap, locale)))));
        card.atMost()
                .ifPresent(most -> reasons.add(say("quality.reason.at-most", locale, award(most, language))));
        card.risks()
                .forEach(risk -> reasons.add(say("quality.reason.risk", locale, risk.text().best(language))));
        card.errors().stream()
                .flatMap(error -> error.metric().stream())
                .forEach(metric ->
                        reasons.add(say("quality.reason.error", locale, checks.name(metric, language))));
        return reasons;
    }

    private String outcome(Scorecard card, Gap gap, Locale locale) {
        return gap.distribution()
                .flatMap(card::distribution)
                .map(score -> score.outcome(gap.metric()))
                .orElseGet(() -> card.outcome(gap.metric()))
                .map(outcome -> say("outcome." + CheckViews.code(outcome), locale))
                .orElse("");
    }

    private static String award(String code, String language) {
        return Label.ofCode(code)
                .map(label -> label.displayName().best(language))
                .orElse(code);
    }

    private String missing(List<Gap> gaps, Locale locale) {
        return gaps.stream()
                .map(gap -> checks.name(gap.metric(), Language.of(locale)))
                .distinct()
                .limit(NAMED)
                .collect(Collectors.joining("、"));
    }

    private List<QualityView.SubjectView> subjects(Dataset dataset, Scorecard card, Locale locale) {
        return card.distributions().stream()
                .map(score -> subject(dataset, card, score, locale))
                .toList();
    }

    private QualityView.SubjectView subject(
            Dataset dataset, Scorecard card, DistributionScore score, Locale locale) {
        var measured = score.dimensions().stream()
                .flatMap(dimension -> dimension.measurements().stream())
                .toList();
        var seen = facts.of(card, score.distribution(), locale);
        return new QualityView.SubjectView(
                score.distribution().number(),
                subject(dataset, score.distribution(), locale),
                seen.facts(),
                seen.columns(),
                (int) measured.stream()
                        .filter(each -> each.outcome() instanceof Outcome.Passed)
                        .count(),
                measured.stream().map(each -> checks.of(each, locale)).toList());
    }

    private String subject(Dataset dataset, DistributionId id, Locale locale) {
        return Optional.of(dataset)
                .flatMap(each -> each.distribution(id))
                .map(each -> distributions.title(each, locale).text())
                .orElse(id.toString());
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
