package tw.touchstone.server.history;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.catalog.history.Attribution;
import tw.touchstone.catalog.history.QualityHistory;
import tw.touchstone.catalog.history.QualityHistory.Moment;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Label;
import tw.touchstone.quality.Grade;
import tw.touchstone.quality.Points;
import tw.touchstone.quality.Policy;
import tw.touchstone.server.layout.Badge;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.Link;

/// Makes the page of a history.
@Component
class HistoryViews {

    private final Catalog catalog;
    private final Clock clock;

    HistoryViews(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /// A history, and why a first day became a second one.
    ///
    /// @param asked whether two days were asked for
    HistoryView of(
            DatasetId id,
            String policy,
            List<Moment> moments,
            String from,
            String to,
            Optional<Attribution> between,
            boolean asked,
            Locale locale) {
        var language = Language.of(locale);
        var known = policy(policy);
        var page = "/datasets/" + id + "/history";
        var query = "?policy=" + policy;
        return new HistoryView(
                new Link(
                        catalog.store().dataset(id).map(each -> each.title().best(language)).orElse(id.value()),
                        "/datasets/" + id),
                others(id, policy, page, language),
                known.map(each -> each.title().best(language)).orElse(policy),
                policy,
                moments.reversed().stream().map(each -> line(each, known, language)).toList(),
                moments.isEmpty() ? List.of() : List.of(curve(moments, known, language)),
                page + ".json" + query,
                page + ".csv" + query,
                from,
                to,
                between.map(each -> causes(each, known, language)).orElse(List.of()),
                asked,
                moments.size() >= QualityHistory.MOST);
    }

    private List<Link> others(DatasetId id, String policy, String page, String language) {
        return catalog.judging().evaluations().history().policies(id).stream()
                .filter(each -> !each.equals(policy))
                .map(each -> new Link(
                        policy(each).map(text -> text.title().best(language)).orElse(each), page + "?policy=" + each))
                .toList();
    }

    private Optional<Policy> policy(String id) {
        return catalog.judging().policies().inForce().stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    private static HistoryView.Line line(Moment moment, Optional<Policy> policy, String language) {
        var card = moment.scorecard();
        return new HistoryView.Line(
                Figures.minute(card.evaluatedAt()),
                card.label()
                        .map(label -> Badge.of(label, language))
                        .orElseGet(() -> new Badge(Label.NONE_EXEMPT.code(), name(card.award(), policy, language))),
                card.score().map(Points::toString).orElse(""),
                moment.causes().map(each -> causes(each, policy, language)).orElse(List.of()),
                "/datasets/" + card.dataset() + "/scorecard?policy=" + card.policy() + "&asOf=" + card.evaluatedAt());
    }

    private static List<HistoryView.CauseLine> causes(
            Attribution attribution, Optional<Policy> policy, String language) {
        boolean points = attribution.after().score().isPresent();
        return attribution.shares().stream()
                .map(share -> new HistoryView.CauseLine(
                        share.cause().displayName().best(language),
                        name(share.from().award(), policy, language),
                        name(share.to().award(), policy, language),
                        points ? signed(share.difference()) : ""))
                .toList();
    }

    private static String signed(long tenThousandths) {
        var text = HistoryItem.signed(tenThousandths).toPlainString();
        return tenThousandths > 0 ? "+" + text : text;
    }

    private static String name(String award, Optional<Policy> policy, String language) {
        return Label.ofCode(award)
                .map(Label::displayName)
                .or(() -> policy.flatMap(each -> each.title(award)))
                .map(title -> title.best(language))
                .orElse(award);
    }

    /// As high as the score in policies of points, else by the step of the award.
    private Curve curve(List<Moment> moments, Optional<Policy> policy, String language) {
        long most = moments.stream()
                .map(Moment::scorecard)
                .flatMap(card -> card.score().stream())
                .mapToLong(Points::tenThousandths)
                .max()
                .orElse(0);
        var awards = policy.map(Policy::awards).orElse(List.of()).stream().map(Grade::code).toList();
        var steps = new ArrayList<Curve.Step>();
        for (var moment : moments) {
            var card = moment.scorecard();
            steps.add(new Curve.Step(card.evaluatedAt(), height(card, most, awards)));
        }
        boolean counts = moments.getLast().scorecard().score().isPresent();
        return Curve.of(steps, counts ? points(most) : rungs(awards, policy, language), clock.instant());
    }

    private static List<Curve.Rung> points(long most) {
        return List.of(Curve.Rung.at(0, "0"), Curve.Rung.at(1, HistoryItem.signed(most).toPlainString()));
    }

    /// Nothing awarded stands at the bottom.
    private static List<Curve.Rung> rungs(List<String> awards, Optional<Policy> policy, String language) {
        return IntStream.range(0, awards.size())
                .mapToObj(at -> Curve.Rung.at((at + 1.0) / awards.size(), name(awards.get(at), policy, language)))
                .toList();
    }

    private static double height(StoredScorecard card, long most, List<String> awards) {
        if (card.score().isPresent()) {
            return most == 0 ? 0 : (double) card.score().get().tenThousandths() / most;
        }
        return awards.isEmpty() ? 0 : (awards.indexOf(card.award()) + 1.0) / awards.size();
    }
}
