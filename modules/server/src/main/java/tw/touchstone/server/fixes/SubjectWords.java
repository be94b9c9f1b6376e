package tw.touchstone.server.fixes;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.fact.Place;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.scorecard.CheckViews;

/// Says what a finding or a fix is about: a distribution or the dataset as a whole, and places in a file.
@Component
class SubjectWords {

    /// What people call the properties of a dataset's document, by their names there.
    private static final Map<String, String> NAMES = Map.of(
            "encoding", "dataset.encoding",
            "format", "dataset.format",
            "mediaType", "fix.property.media-type",
            "byteSize", "fact.size",
            "checksum", "dataset.checksum",
            "fields", "dataset.field",
            "licence", "dataset.licence",
            "frequency", "dataset.frequency",
            "title", "form.title");

    private static final Pattern PROPERTY = Pattern.compile("(?:distributions\\[(\\d+)]\\.)?(\\w+)(?:[\\[.].*)?");

    private final MessageSource messages;
    private final CheckViews checks;

    SubjectWords(MessageSource messages, CheckViews checks) {
        this.messages = messages;
        this.checks = checks;
    }

    /// What a property of the document is called and whose it is; empty where people have no word for it.
    ///
    /// @param path for example `distributions[0].encoding`
    String property(Dataset dataset, String path, Locale locale) {
        var matched = PROPERTY.matcher(path);
        if (!matched.matches() || !NAMES.containsKey(matched.group(2))) {
            return "";
        }
        var name = say(NAMES.getOrDefault(matched.group(2), ""), locale);
        return Optional.ofNullable(matched.group(1))
                .map(Integer::parseInt)
                .filter(at -> at < dataset.distributions().size())
                .map(at -> subject(dataset, dataset.distributions().get(at).id().number(), locale) + " · " + name)
                .orElse(name);
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
        return checks.places(places, locale).stream()
                .map(place -> place.where().isEmpty() || place.text().isEmpty()
                        ? place.where() + place.text()
                        : say("fix.place", locale, place.where(), place.text()))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
