package tw.touchstone.server.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.fact.Place;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Measurement;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.server.layout.Language;
import tw.touchstone.vocabulary.MetricText;

/// Says in the reader's language what came of a check.
@Component
public class CheckViews {

    private final Map<String, MetricText> texts;
    private final MessageSource messages;

    CheckViews(Catalog catalog, MessageSource messages) {
        this.texts = catalog.vocabularies().metrics();
        this.messages = messages;
    }

    /// A measurement in the reader's language.
    public CheckView of(Measurement measurement, Locale locale) {
        var language = Language.of(locale);
        var metric = measurement.metric();
        var outcome = measurement.outcome();
        var evidence = evidence(outcome);
        boolean failed = outcome instanceof Outcome.Failed;
        return new CheckView(
                name(metric, language),
                "/rules/" + metric.id(),
                code(outcome),
                why(outcome, language),
                evidence.map(each -> each.finding().seen().best(language)).orElse(""),
                evidence.map(each -> each.finding().expected().best(language)).orElse(""),
                evidence.map(each -> places(each.samples(), locale)).orElse(List.of()),
                failed ? text(metric).map(each -> each.advice().best(language)).orElse("") : "");
    }

    /// What a metric is called; its id where the vocabulary has no text.
    public String name(Metric metric, String language) {
        return text(metric).map(each -> each.title().best(language)).orElse(metric.id());
    }

    /// The code by which an outcome is drawn and named.
    public static String code(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed passed -> "passed";
            case Outcome.Failed failed -> "failed";
            case Outcome.NotApplicable not -> "not-applicable";
            case Outcome.NotMeasured not -> "not-measured";
        };
    }

    private static String why(Outcome outcome, String language) {
        return switch (outcome) {
            case Outcome.Passed passed -> "";
            case Outcome.Failed failed -> "";
            case Outcome.NotApplicable not -> not.reason().best(language);
            case Outcome.NotMeasured not -> not.reason().best(language);
        };
    }

    private static Optional<Evidence> evidence(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed passed -> Optional.of(passed.evidence());
            case Outcome.Failed failed -> Optional.of(failed.evidence());
            case Outcome.NotApplicable not -> Optional.empty();
            case Outcome.NotMeasured not -> Optional.empty();
        };
    }

    /// Places in a file as line, field, byte and part, with what stands there.
    public List<CheckView.PlaceView> places(List<Place> samples, Locale locale) {
        return samples.stream().map(place -> place(place, locale)).toList();
    }

    private CheckView.PlaceView place(Place place, Locale locale) {
        var where = new ArrayList<String>();
        if (!place.part().isEmpty()) {
            where.add(place.part());
        }
        if (place.line() > 0 && place.column() > 0) {
            where.add(say("place.line-column", locale, String.valueOf(place.line()), String.valueOf(place.column())));
        } else if (place.line() > 0) {
            where.add(say("place.line", locale, String.valueOf(place.line())));
        }
        if (place.offset() >= 0) {
            where.add(say("place.offset", locale, String.valueOf(place.offset())));
        }
        return new CheckView.PlaceView(String.join(" · ", where), place.seen());
    }

    private Optional<MetricText> text(Metric metric) {
        return Optional.ofNullable(texts.get(metric.id()));
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
