package tw.touchstone.server.preview;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.evaluating.Evaluations;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Label;
import tw.touchstone.quality.Gap;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.NextStep;
import tw.touchstone.quality.PointTotal;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.server.layout.Badge;
import tw.touchstone.server.layout.Language;
import tw.touchstone.vocabulary.MetricText;
import tw.touchstone.vocabulary.Vocabularies;

/// Draws labels and grades, and the way to the next ones.
@Component
public class AwardViews {

    /// How many gaps are named at most, the most gainful first.
    private static final int NAMED = 8;

    private final Evaluations evaluations;
    private final Vocabularies vocabularies;
    private final MessageSource messages;

    AwardViews(Catalog catalog, MessageSource messages) {
        this.evaluations = catalog.judging().evaluations();
        this.vocabularies = catalog.vocabularies();
        this.messages = messages;
    }

    /// One for each scorecard; the policy that is shown first comes first, then those that award labels.
    ///
    /// @param policies in the order of the scorecards
    public List<AwardView> of(List<Policy> policies, List<Scorecard> cards, Locale locale) {
        return inOrder(policies).stream()
                .map(at -> of(policies.get(at), cards.get(at), locale))
                .toList();
    }

    private List<Integer> inOrder(List<Policy> policies) {
        return IntStream.range(0, policies.size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer at) -> !policies.get(at).id().equals(evaluations.shownPolicy()))
                        .thenComparing(at -> !policies.get(at).awardsLabels()))
                .toList();
    }

    /// The scorecard under the policy that is shown first.
    public Scorecard shown(List<Policy> policies, List<Scorecard> cards) {
        return cards.get(inOrder(policies).getFirst());
    }

    /// What a check is called; its id where the vocabulary has no text.
    public String name(Metric metric, Locale locale) {
        return Optional.ofNullable(vocabularies.metrics().get(metric.id()))
                .map(MetricText::title)
                .map(title -> title.best(Language.of(locale)))
                .orElse(metric.id());
    }

    /// What a label or grade of a policy is called.
    public static String name(Policy policy, String award, String language) {
        return policy.title(award)
                .or(() -> Label.ofCode(award).map(Label::displayName))
                .map(title -> title.best(language))
                .orElse(award);
    }

    private AwardView of(Policy policy, Scorecard card, Locale locale) {
        var language = Language.of(locale);
        return new AwardView(
                policy.title().best(language),
                "/policies/" + policy.id(),
                card.label().isPresent(),
                Badge.ofCode(card.award(), language),
                name(policy, card.award(), language),
                card.points().map(total -> points(total, locale)).orElse(""),
                card.nextStep().map(step -> step(policy, step, locale)).orElse(""),
                card.nextStep().map(NextStep::missing).orElse(List.of()).stream()
                        .limit(NAMED)
                        .map(gap -> gap(gap, locale))
                        .toList());
    }

    private String points(PointTotal total, Locale locale) {
        var points = say("quality.points", locale, total.earned(), total.possible());
        return total.isProvisional() ? points + say("quality.points.open", locale, total.open()) : points;
    }

    private String step(Policy policy, NextStep step, Locale locale) {
        var award = name(policy, step.award(), Language.of(locale));
        return step.distance()
                .map(distance -> say("preview.step.distance", locale, award, distance))
                .orElseGet(() -> say("preview.step", locale, award, step.missing().size()));
    }

    private String gap(Gap gap, Locale locale) {
        var name = name(gap.metric(), locale);
        var whose = gap.distribution()
                .map(DistributionId::number)
                .map(number -> say("preview.gap.of", locale, name, number))
                .orElse(name);
        return gap.gain().map(gain -> say("preview.gap.gain", locale, whose, gain)).orElse(whose);
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
