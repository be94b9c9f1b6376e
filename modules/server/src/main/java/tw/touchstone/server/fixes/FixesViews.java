package tw.touchstone.server.fixes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.evaluating.Evaluations;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.catalog.mending.AppliedFix;
import tw.touchstone.catalog.mending.FieldChange;
import tw.touchstone.catalog.mending.FileChange;
import tw.touchstone.catalog.mending.Fix;
import tw.touchstone.catalog.mending.FixId;
import tw.touchstone.catalog.mending.FixPreview;
import tw.touchstone.catalog.mending.Forecast;
import tw.touchstone.catalog.mending.Ground;
import tw.touchstone.catalog.mending.LineChange;
import tw.touchstone.catalog.mending.Mending;
import tw.touchstone.catalog.mending.Offer;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Label;
import tw.touchstone.quality.PointTotal;
import tw.touchstone.quality.Points;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.server.layout.Badge;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.preview.AwardViews;

/// Draws the fixes of a dataset.
@Component
class FixesViews {

    private final Mending mending;
    private final Evaluations evaluations;
    private final AwardViews awards;
    private final FindingViews findings;
    private final SubjectWords words;
    private final MessageSource messages;

    FixesViews(
            Catalog catalog, AwardViews awards, FindingViews findings, SubjectWords words, MessageSource messages) {
        this.mending = catalog.mending();
        this.evaluations = catalog.judging().evaluations();
        this.awards = awards;
        this.findings = findings;
        this.words = words;
        this.messages = messages;
    }

    FixesView of(Dataset dataset, Locale locale) {
        var language = Language.of(locale);
        var label = evaluations
                .history()
                .current(dataset.id(), evaluations.shownPolicy())
                .flatMap(StoredScorecard::label)
                .orElse(Label.NONE_UNCHECKED);
        var offers = mending.offers(dataset);
        var told = findings.of(dataset, offer -> offer(dataset, offer, locale), offers, locale);
        return new FixesView(
                dataset.id().value(),
                dataset.title().best(language),
                Badge.of(label, language),
                told,
                offers.stream()
                        .filter(offer -> offer.ground().metric().isEmpty())
                        .map(offer -> offer(dataset, offer, locale))
                        .toList(),
                mending.applied(dataset.id()).stream()
                        .map(fix -> applied(fix, dataset, locale))
                        .toList());
    }

    FixesView.FixView of(Dataset dataset, long number, FixPreview preview, Locale locale) {
        var forecast = preview.forecast();
        var offer = offer(dataset, preview.id(), preview.fix(), preview.ground(), Optional.of(forecast), locale);
        var before = awards.of(forecast.policies(), forecast.before(), locale);
        var after = awards.of(forecast.policies(), forecast.after(), locale);
        return new FixesView.FixView(
                dataset.id().value(),
                dataset.title().best(Language.of(locale)),
                offer,
                offer.url(),
                String.valueOf(number),
                IntStream.range(0, before.size())
                        .mapToObj(at -> new FixesView.Changes(before.get(at), after.get(at)))
                        .toList(),
                preview.fields().stream().map(each -> field(dataset, each, locale)).toList(),
                preview.files().stream().map(file -> file(dataset, file, locale)).toList());
    }

    private FixesView.OfferView offer(Dataset dataset, Offer offer, Locale locale) {
        return offer(dataset, offer.id(), offer.fix(), offer.ground(), offer.forecast(), locale);
    }

    private FixesView.OfferView offer(
            Dataset dataset, FixId id, Fix fix, Ground ground, Optional<Forecast> forecast, Locale locale) {
        var language = Language.of(locale);
        return new FixesView.OfferView(
                "/workspace/datasets/" + dataset.id() + "/fixes/" + id,
                fix.kind().title().best(language),
                fix.kind().effect().best(language),
                words.subject(dataset, fix.distribution().map(DistributionId::number).orElse(0), locale),
                ground.metric().map(metric -> awards.name(metric, locale)).orElse(""),
                ground.seen().best(language),
                ground.expected().best(language),
                words.places(ground.places(), locale),
                forecast.map(each -> awards.shown(each.policies(), each.after()))
                        .map(card -> Badge.ofCode(card.award(), language))
                        .stream()
                        .toList(),
                forecast.map(each -> gains(each, locale)).orElse(List.of()));
    }

    /// What gets better, policy by policy.
    private List<String> gains(Forecast forecast, Locale locale) {
        var language = Language.of(locale);
        var gains = new ArrayList<String>();
        for (int i = 0; i < forecast.before().size(); i++) {
            var policy = forecast.policies().get(i);
            var before = forecast.before().get(i);
            var after = forecast.after().get(i);
            if (!before.award().equals(after.award())) {
                gains.add(say(
                        "fix.gain.award",
                        locale,
                        policy.title().best(language),
                        AwardViews.name(policy, before.award(), language),
                        AwardViews.name(policy, after.award(), language)));
            } else if (earned(after).compareTo(earned(before)) > 0) {
                gains.add(say(
                        "fix.gain.points",
                        locale,
                        policy.title().best(language),
                        earned(after).minus(earned(before))));
            }
        }
        return gains;
    }

    private static Points earned(Scorecard card) {
        return card.points().map(PointTotal::earned).orElse(Points.ZERO);
    }

    private FixesView.AppliedView applied(AppliedFix fix, Dataset dataset, Locale locale) {
        return new FixesView.AppliedView(
                fix.kind().title().best(Language.of(locale)),
                words.subject(dataset, fix.distribution(), locale),
                Figures.minute(fix.at()),
                fix.by(),
                mending.isUndoable(fix, dataset)
                        ? "/workspace/datasets/" + dataset.id() + "/fixes/applied/" + fix.number() + "/undo"
                        : "",
                fix.undone()
                        .map(undone -> say("fix.undone", locale, Figures.minute(undone.at()), undone.by()))
                        .orElse(""));
    }

    private FixesView.FieldView field(Dataset dataset, FieldChange change, Locale locale) {
        return new FixesView.FieldView(
                words.property(dataset, change.field(), locale),
                change.field(), change.before().orElse(""), change.after().orElse(""));
    }

    private FixesView.FileView file(Dataset dataset, FileChange change, Locale locale) {
        return new FixesView.FileView(
                words.subject(dataset, change.distribution().number(), locale),
                say(
                        "fix.file.sizes",
                        locale,
                        Figures.count(change.before().size()),
                        Figures.count(change.after().size())),
                change.lines().stream().map(FixesViews::line).toList());
    }

    private static FixesView.LineView line(LineChange change) {
        return new FixesView.LineView(
                Figures.count(change.line()),
                change.before(),
                change.after().orElse(""),
                change.after().isEmpty());
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
