package tw.touchstone.server.fixes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.evaluating.Evaluations;
import tw.touchstone.catalog.mending.Offer;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.Place;
import tw.touchstone.quality.DimensionScore;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Gap;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.NextStep;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.preview.AwardViews;
import tw.touchstone.vocabulary.MetricText;
import tw.touchstone.vocabulary.Vocabularies;

/// Draws what does not hold in a dataset: every check once, whatever policies ask for it.
@Component
class FindingViews {

    private final Evaluations evaluations;
    private final Vocabularies vocabularies;
    private final AwardViews awards;
    private final SubjectWords words;
    private final MessageSource messages;

    FindingViews(Catalog catalog, AwardViews awards, SubjectWords words, MessageSource messages) {
        this.evaluations = catalog.judging().evaluations();
        this.vocabularies = catalog.vocabularies();
        this.awards = awards;
        this.words = words;
        this.messages = messages;
    }

    /// A check of a distribution, or of the dataset as a whole.
    private record Checked(Optional<DistributionId> distribution, Metric metric) {}

    /// A policy and the scorecard under it.
    private record Judged(Policy policy, Scorecard card) {}

    /// What failed or could not be measured, with the fixes that are for it.
    ///
    /// @param drawn draws a fix
    List<FixesView.FindingView> of(
            Dataset dataset, Function<Offer, FixesView.OfferView> drawn, List<Offer> offers, Locale locale) {
        var judged = evaluations.policies().stream()
                .flatMap(policy -> evaluations.current(dataset.id(), policy.id())
                        .map(card -> new Judged(policy, card))
                        .stream())
                .toList();
        var found = new LinkedHashMap<Checked, Outcome>();
        judged.forEach(each -> {
            collect(Optional.empty(), each.card().dimensions(), found);
            each.card()
                    .distributions()
                    .forEach(score -> collect(Optional.of(score.distribution()), score.dimensions(), found));
        });
        return found.entrySet().stream()
                .map(each -> finding(
                        dataset,
                        each.getKey(),
                        each.getValue(),
                        gains(each.getKey(), judged, locale),
                        offers.stream()
                                .filter(offer -> isFor(offer, each.getKey()))
                                .map(drawn)
                                .toList(),
                        locale))
                .toList();
    }

    private static void collect(
            Optional<DistributionId> distribution, List<DimensionScore> dimensions, Map<Checked, Outcome> into) {
        dimensions.stream()
                .flatMap(dimension -> dimension.measurements().stream())
                .filter(measured -> measured.outcome() instanceof Outcome.Failed
                        || measured.outcome().isOpen())
                .forEach(measured -> into.putIfAbsent(new Checked(distribution, measured.metric()), measured.outcome()));
    }

    private static boolean isFor(Offer offer, Checked checked) {
        var mended = offer.fix().distribution();
        return offer.ground().metric().equals(Optional.of(checked.metric()))
                && (mended.isEmpty() || mended.equals(checked.distribution()));
    }

    private FixesView.FindingView finding(
            Dataset dataset,
            Checked checked,
            Outcome outcome,
            List<String> gains,
            List<FixesView.OfferView> offers,
            Locale locale) {
        var language = Language.of(locale);
        var evidence = outcome instanceof Outcome.Failed(Evidence behind, var _)
                ? Optional.of(behind)
                : Optional.<Evidence>empty();
        var advice = Optional.ofNullable(vocabularies.metrics().get(checked.metric().id()))
                .filter(_ -> evidence.isPresent())
                .map(MetricText::advice)
                .orElse(LangText.NONE);
        return new FixesView.FindingView(
                awards.name(checked.metric(), locale),
                "/rules/" + checked.metric().id(),
                words.subject(dataset, checked.distribution().map(DistributionId::number).orElse(0), locale),
                evidence.isPresent() ? "failed" : "not-measured",
                evidence.map(each -> each.finding().seen()).orElseGet(() -> reason(outcome)).best(language),
                evidence.map(each -> each.finding().expected().best(language)).orElse(""),
                words.places(evidence.map(Evidence::samples).orElse(List.<Place>of()), locale),
                advice.best(language),
                gains,
                offers);
    }

    private static LangText reason(Outcome outcome) {
        return outcome instanceof Outcome.NotMeasured(var _, LangText reason) ? reason : LangText.NONE;
    }

    /// Which next awards wait for it, and how many points it would bring.
    private List<String> gains(Checked checked, List<Judged> judged, Locale locale) {
        var gains = new ArrayList<String>();
        for (var each : judged) {
            each.card()
                    .nextStep()
                    .ifPresent(step -> step.missing().stream()
                            .filter(gap -> gap.metric() == checked.metric()
                                    && gap.distribution().equals(checked.distribution()))
                            .findFirst()
                            .ifPresent(gap -> gains.add(gain(each.policy(), step, gap, locale))));
        }
        return gains;
    }

    private String gain(Policy policy, NextStep step, Gap gap, Locale locale) {
        var language = Language.of(locale);
        var name = policy.title().best(language);
        return gap.gain()
                .map(points -> say("fix.gain.points", locale, name, points))
                .orElseGet(() -> say("fix.gain.needed", locale, name, AwardViews.name(policy, step.award(), language)));
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
