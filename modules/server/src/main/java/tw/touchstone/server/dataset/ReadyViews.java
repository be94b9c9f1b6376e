package tw.touchstone.server.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DistributionId;
import tw.touchstone.quality.Band;
import tw.touchstone.quality.DimensionScore;
import tw.touchstone.quality.Measurement;
import tw.touchstone.quality.NextStep;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.PointTotal;
import tw.touchstone.quality.Points;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.quality.Weighing;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.scorecard.CheckViews;

/// Says in plain words why a dataset has its AI-Ready grade.
@Component
class ReadyViews {

    private final DistributionViews distributions;
    private final CheckViews checks;
    private final MessageSource messages;

    ReadyViews(DistributionViews distributions, CheckViews checks, MessageSource messages) {
        this.distributions = distributions;
        this.checks = checks;
        this.messages = messages;
    }

    /// Empty where the policy weighs nothing.
    Optional<ReadyView> of(Dataset dataset, Judged judged, Locale locale) {
        return judged.policy().award() instanceof Weighing weighing
                ? Optional.of(view(dataset, judged.policy(), weighing, judged.card(), locale))
                : Optional.empty();
    }

    private ReadyView view(Dataset dataset, Policy policy, Weighing weighing, Scorecard card, Locale locale) {
        var language = Language.of(locale);
        var grade = card.grade().orElse("");
        return new ReadyView(
                policy.title().best(language),
                "/policies/" + policy.id(),
                name(policy, grade, language),
                weighing.bands().stream().anyMatch(band -> band.grade().code().equals(grade)),
                reasons(policy, weighing, card, locale),
                card.dimensions().stream()
                        .flatMap(each -> each.points().map(points -> dimension(each, points, weighing, locale)).stream())
                        .toList(),
                gaps(dataset, weighing, card, locale));
    }

    private List<String> reasons(Policy policy, Weighing weighing, Scorecard card, Locale locale) {
        var language = Language.of(locale);
        var reasons = new ArrayList<String>();
        card.points().ifPresent(total -> {
            if (total.possible().compareTo(Points.of(weighing.applicableMinimum())) < 0) {
                reasons.add(say("ready.too-little", locale, total.possible(), weighing.applicableMinimum()));
            } else {
                card.score().ifPresent(score -> reasons.add(
                        say("ready.score", locale, score, total.earned(), total.possible(), weighing.total())));
            }
            if (total.isProvisional()) {
                reasons.add(say("ready.open", locale, total.open()));
            }
        });
        card.nextStep().ifPresent(next -> reasons.add(next(policy, next, locale)));
        card.atMost().ifPresent(most -> reasons.add(say("ready.at-most", locale, name(policy, most, language))));
        card.errors().stream()
                .flatMap(error -> error.metric().stream())
                .distinct()
                .forEach(metric -> reasons.add(say("quality.reason.error", locale, checks.name(metric, language))));
        return reasons;
    }

    private String next(Policy policy, NextStep next, Locale locale) {
        var grade = name(policy, next.award(), Language.of(locale));
        return next.distance()
                .map(distance -> distance.compareTo(Points.ZERO) > 0
                        ? say("ready.distance", locale, grade, distance)
                        : say("ready.barred", locale, grade))
                .orElseGet(() -> say("ready.next", locale, grade));
    }

    private ReadyView.DimensionView dimension(
            DimensionScore score, PointTotal points, Weighing weighing, Locale locale) {
        boolean low = weighing.bands().stream()
                .map(Band::minimumShares)
                .flatMap(shares -> Optional.ofNullable(shares.get(score.dimension())).stream())
                .anyMatch(share -> points.earned()
                                .decimal()
                                .compareTo(points.possible().decimal().multiply(share))
                        < 0);
        return new ReadyView.DimensionView(
                say("dimension." + score.dimension().id(), locale),
                say("quality.points", locale, points.earned(), points.possible()),
                points.isProvisional() ? say("quality.points.open", locale, points.open()) : "",
                low);
    }

    /// Of the dataset as a whole, and of the distribution that stands for all.
    private List<ReadyView.GapView> gaps(Dataset dataset, Weighing weighing, Scorecard card, Locale locale) {
        var standing = card.stands().flatMap(card::distribution);
        var whole = card.dimensions().stream()
                .flatMap(each -> each.measurements().stream())
                .map(each -> new Lost(Optional.empty(), each, loss(weighing, each)));
        var file = standing.stream()
                .flatMap(score -> score.dimensions().stream()
                        .flatMap(each -> each.measurements().stream())
                        .map(each -> new Lost(Optional.of(score.distribution()), each, loss(weighing, each))));
        return Stream.concat(whole, file)
                .filter(lost -> lost.points().compareTo(Points.ZERO) > 0)
                .sorted(Comparator.comparing(Lost::points)
                        .reversed()
                        .thenComparing(lost -> lost.measurement().metric()))
                .map(lost -> new ReadyView.GapView(
                        lost.points().toString(),
                        lost.distribution().map(id -> subject(dataset, id, locale)).orElse(""),
                        checks.of(lost.measurement(), locale)))
                .toList();
    }

    /// An outcome and what it does not earn.
    private record Lost(Optional<DistributionId> distribution, Measurement measurement, Points points) {}

    private static Points loss(Weighing weighing, Measurement measurement) {
        int weight = weighing.weight(measurement.metric());
        return measurement.outcome() instanceof Outcome.NotApplicable
                ? Points.ZERO
                : Points.of(weight).minus(PointTotal.of(measurement.outcome(), weight).earned());
    }

    private String subject(Dataset dataset, DistributionId id, Locale locale) {
        return dataset.distribution(id)
                .map(each -> distributions.title(each, locale).text())
                .orElse(id.toString());
    }

    private static String name(Policy policy, String code, String language) {
        return policy.title(code).map(title -> title.best(language)).orElse(code);
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
