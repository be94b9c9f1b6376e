package tw.touchstone.server.registration;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.previewing.Previews;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.DimensionScore;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Measurement;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.preview.AwardViews;

/// Says what the dataset of a form would hold.
@Component
class PreviewViews {

    private final Previews previews;
    private final AwardViews awards;
    private final MessageSource messages;

    PreviewViews(Catalog catalog, AwardViews awards, MessageSource messages) {
        this.previews = catalog.previews();
        this.awards = awards;
        this.messages = messages;
    }

    /// Judges a form as it was read.
    ///
    /// @param before the published dataset that it revises; empty for a new one
    PreviewView of(Draft draft, Optional<Dataset> before, Locale locale) {
        var preview = previews.judge(draft.dataset(), before, Map.of());
        var notes = preview.unasked().isEmpty()
                ? List.<String>of()
                : List.of(messages.getMessage(
                        "preview.unasked", new Object[] {preview.unasked().size()}, locale));
        return new PreviewView(
                preview.report().conforms() && draft.problems().isEmpty(),
                notes,
                awards.of(preview.policies(), preview.scorecards(), locale),
                failed(awards.shown(preview.policies(), preview.scorecards()), locale));
    }

    private List<PreviewView.FailedView> failed(Scorecard card, Locale locale) {
        return Stream.concat(
                        card.dimensions().stream(),
                        card.distributions().stream().flatMap(score -> score.dimensions().stream()))
                .map(DimensionScore::measurements)
                .flatMap(List::stream)
                .flatMap(measured -> text(measured)
                        .map(text -> new PreviewView.FailedView(
                                awards.name(measured.metric(), locale), text.best(Language.of(locale))))
                        .stream())
                .toList();
    }

    private static Optional<LangText> text(Measurement measured) {
        return switch (measured.outcome()) {
            case Outcome.Failed(Evidence evidence, var _) -> Optional.of(seenAndExpected(evidence));
            case Outcome.NotMeasured(var cause, LangText reason) ->
                Optional.of(reason).filter(_ -> cause != Outcome.Cause.PREREQUISITE);
            case Outcome.Passed _, Outcome.NotApplicable _ -> Optional.empty();
        };
    }

    private static LangText seenAndExpected(Evidence evidence) {
        var seen = evidence.finding().seen();
        var expected = evidence.finding().expected();
        return LangText.of(
                "看到：%s；應為：%s".formatted(seen.best(LangText.ZH), expected.best(LangText.ZH)),
                "seen: %s; expected: %s".formatted(seen.best(LangText.EN), expected.best(LangText.EN)));
    }
}
