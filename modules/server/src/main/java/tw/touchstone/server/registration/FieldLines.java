package tw.touchstone.server.registration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.vocabulary.NationalTerms;

/// Fields as they are typed: one `name: description` on a line, or names in the national portal's notation.
final class FieldLines {

    /// A half-width colon only separates before a blank, since names such as `geo:lat` hold one.
    private static final Pattern SEPARATOR = Pattern.compile(":\\s+|：\\s*");

    private FieldLines() {}

    static List<FieldDescription> read(String text, NationalTerms terms) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .flatMap(line -> field(line, terms))
                .toList();
    }

    static String write(List<FieldDescription> fields) {
        return fields.stream()
                .map(field -> field.description()
                        .map(description -> field.name() + ": " + description.replaceAll("\\s+", " "))
                        .orElse(field.name()))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<FieldDescription> field(String line, NationalTerms terms) {
        var separator = SEPARATOR.matcher(line);
        if (!separator.find() || separator.start() == 0) {
            return terms.fields(line).stream();
        }
        var description = line.substring(separator.end()).strip();
        return Stream.of(new FieldDescription(
                line.substring(0, separator.start()).strip(),
                Optional.of(description).filter(each -> !each.isEmpty())));
    }
}
