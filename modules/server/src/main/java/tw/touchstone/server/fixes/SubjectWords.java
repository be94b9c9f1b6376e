package tw.touchstone.server.fixes;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.fact.Place;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.Language;

/// Says what a finding or a fix is about: a distribution or the dataset as a whole, and places in a file.
@Component
class SubjectWords {

    private final MessageSource messages;

    SubjectWords(MessageSource messages) {
        this.messages = messages;
    }

    /// A distribution by its number and title.
    ///
    /// @param number 0 for the dataset as a whole
    String subject(Dataset dataset, int number, Locale locale) {
        if (number == 0) {
            return say("fix.subject.dataset", locale);
        }
        var title = dataset.distribution(new DistributionId(dataset.id(), number))
                .map(each -> each.title().best(Language.of(locale)))
                .orElse("");
        return say("fix.subject.distribution", locale, number, title).strip();
    }

    /// Places in a file; what names none is left out.
    List<String> places(List<Place> places, Locale locale) {
        return places.stream()
                .map(place -> place(place, locale))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private String place(Place place, Locale locale) {
        if (place.line() > 0) {
            return say("fix.place.line", locale, Figures.count(place.line()), place.seen());
        }
        return place.offset() >= 0 && !place.seen().isEmpty()
                ? say("fix.place.byte", locale, Figures.count(place.offset()), place.seen())
                : "";
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
