package tw.touchstone.server.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.evaluating.Evaluations;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Label;
import tw.touchstone.quality.Dimension;
import tw.touchstone.quality.DimensionScore;
import tw.touchstone.quality.DistributionScore;
import tw.touchstone.quality.PointTotal;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.server.layout.Badge;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.Link;
import tw.touchstone.server.layout.PageController;

/// The page that answers "why this award": a tree that ends in the line of the file.
@PageController
class ScorecardPages {

    private final Catalog catalog;
    private final Evaluations evaluations;
    private final WantedScorecards wanted;
    private final CheckViews checks;
    private final MessageSource messages;

    ScorecardPages(Catalog catalog, WantedScorecards wanted, CheckViews checks, MessageSource messages) {
        this.catalog = catalog;
        this.evaluations = catalog.judging().evaluations();
        this.wanted = wanted;
        this.checks = checks;
        this.messages = messages;
    }

    @GetMapping(path = "/datasets/{id}/scorecard", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView scorecard(
            @PathVariable String id,
            @RequestParam Optional<String> policy,
            @RequestParam Optional<String> asOf,
            Locale locale) {
        var stored = wanted.find(id, policy, asOf);
        return new ModelAndView("scorecard/scorecard", "card", view(stored, asOf, locale));
    }

    private ScorecardView view(StoredScorecard stored, Optional<String> asOf, Locale locale) {
        var language = Language.of(locale);
        var dataset = catalog.store().dataset(stored.dataset());
        var policy = evaluations.policies().stream()
                .filter(each -> each.id().equals(stored.policy()))
                .findFirst();
        var card = evaluations.scorecard(stored);
        var query = "?policy=" + stored.policy() + asOf.map(at -> "&asOf=" + at).orElse("");
        return new ScorecardView(
                new Link(
                        dataset.map(each -> each.title().best(language))
                                .orElse(stored.dataset().value()),
                        "/datasets/" + stored.dataset()),
                policies(stored, asOf, language),
                policy.map(each -> each.title().best(language)).orElse(stored.policy()),
                card.map(each -> each.policy().version()).orElse(""),
                card.map(Scorecard::engine).orElse(""),
                award(stored, policy, language),
                card.flatMap(Scorecard::points).map(total -> points(total, locale)).orElse(""),
                Figures.minute(stored.evaluatedAt()),
                stored.validUntil().map(Figures::minute).orElse(""),
                stored.scorecard().hex(),
                "/datasets/" + stored.dataset() + "/scorecard/bundle" + query,
                asOf.orElse(""),
                card.isPresent(),
                card.map(each -> subjects(each, dataset, locale)).orElse(List.of()));
    }

    private List<Link> policies(StoredScorecard stored, Optional<String> asOf, String language) {
        return evaluations.policies().stream()
                .filter(each -> !each.id().equals(stored.policy()))
                .filter(each -> evaluations
                        .stored(stored.dataset(), each.id(), asOf.map(WantedScorecards::instant))
                        .isPresent())
                .map(each -> new Link(
                        each.title().best(language),
                        "/datasets/" + stored.dataset() + "/scorecard?policy=" + each.id()
                                + asOf.map(at -> "&asOf=" + at).orElse("")))
                .toList();
    }

    private static Badge award(StoredScorecard stored, Optional<Policy> policy, String language) {
        return stored.label()
                .map(label -> Badge.of(label, language))
                .orElseGet(() -> new Badge(
                        Label.NONE_EXEMPT.code(),
                        policy.flatMap(each -> each.title(stored.award()))
                                .map(title -> title.best(language))
                                .orElse(stored.award())));
    }

    private String points(PointTotal total, Locale locale) {
        return say("quality.points", locale, total.earned(), total.possible());
    }

    private List<ScorecardView.SubjectView> subjects(Scorecard card, Optional<Dataset> dataset, Locale locale) {
        var subjects = new ArrayList<ScorecardView.SubjectView>();
        var whole = dimensions(card.dimensions(), locale);
        if (!whole.isEmpty()) {
            subjects.add(new ScorecardView.SubjectView(say("scorecard.whole", locale), "", whole));
        }
        card.distributions().forEach(each -> subjects.add(subject(each, dataset, locale)));
        return subjects;
    }

    private ScorecardView.SubjectView subject(DistributionScore score, Optional<Dataset> dataset, Locale locale) {
        var language = Language.of(locale);
        var award = score.label().map(label -> label.displayName().best(language)).orElse("");
        return new ScorecardView.SubjectView(
                name(score.distribution(), dataset, locale),
                award.isEmpty() ? score.points().map(total -> points(total, locale)).orElse("") : award,
                dimensions(score.dimensions(), locale));
    }

    private String name(DistributionId id, Optional<Dataset> dataset, Locale locale) {
        return dataset.flatMap(each -> each.distribution(id))
                .map(each -> each.title().best(Language.of(locale)))
                .filter(title -> !title.isEmpty())
                .orElseGet(() -> say("scorecard.distribution", locale, id.number()));
    }

    /// Only those with a check or with points: a dimension whose checks are all made on distributions stands there.
    private List<ScorecardView.DimensionView> dimensions(List<DimensionScore> scores, Locale locale) {
        return scores.stream()
                .filter(each -> !each.measurements().isEmpty())
                .map(each -> new ScorecardView.DimensionView(
                        dimension(each.dimension(), locale),
                        each.points().map(total -> points(total, locale)).orElse(""),
                        each.measurements().stream()
                                .map(measurement -> checks.of(measurement, locale))
                                .toList()))
                .toList();
    }

    private String dimension(Dimension dimension, Locale locale) {
        var fallback = dimension.id();
        var name = messages.getMessage("dimension." + dimension.id(), new Object[0], fallback, locale);
        return name == null ? fallback : name;
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
