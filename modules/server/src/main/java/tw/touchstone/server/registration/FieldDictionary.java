package tw.touchstone.server.registration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.touchstone.model.FieldDefinition;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FieldReference;
import tw.touchstone.model.FieldType;
import tw.touchstone.model.LangText;

/// A field dictionary as it is typed: one field on a line, its parts between bars.
///
/// `name | type | unit | null markers, by blanks | required key | code list | table field`. Parts at the end may be left
/// out. A line that was not touched keeps what it stands for, whatever a line cannot say.
final class FieldDictionary {

    private static final int PARTS = 7;

    private FieldDictionary() {}

    static String write(List<FieldDescription> fields) {
        return fields.stream()
                .flatMap(field -> field.definition().map(each -> line(field.name(), each)).stream())
                .collect(Collectors.joining("\n"));
    }

    private static String line(String name, FieldDefinition field) {
        var flags = Stream.of(field.required() ? "required" : "", field.key() ? "key" : "")
                .filter(flag -> !flag.isEmpty())
                .collect(Collectors.joining(" "));
        var parts = List.of(
                name,
                field.type().map(FieldType::code).orElse(""),
                field.unit().orElse(""),
                String.join(" ", field.nullMarkers()),
                flags,
                field.codeList().map(URI::toString).orElse(""),
                field.references().map(each -> each.resource() + " " + each.field()).orElse(""));
        return String.join(" | ", parts).replaceAll("\\s+", " ").replaceFirst("( \\| ?)+$", "");
    }

    /// The fields with the definitions that fields of the same name had.
    static List<FieldDescription> carried(List<FieldDescription> fields, List<FieldDescription> before) {
        if (fields.equals(before)) {
            return before;
        }
        var kept = definitions(before);
        return fields.stream()
                .map(field -> new FieldDescription(
                        field.name(), field.description(), Optional.ofNullable(kept.get(field.name()))))
                .toList();
    }

    private static Map<String, FieldDefinition> definitions(List<FieldDescription> fields) {
        var definitions = new HashMap<String, FieldDefinition>();
        fields.forEach(field -> field.definition().ifPresent(each -> definitions.putIfAbsent(field.name(), each)));
        return definitions;
    }

    /// The fields with the definitions that were typed.
    ///
    /// @param before what the distribution had
    static List<FieldDescription> read(
            String text,
            List<FieldDescription> fields,
            List<FieldDescription> before,
            Function<String, String> say,
            FormProblems problems,
            String input) {
        var kept = definitions(before);
        var defined = new HashMap<String, FieldDefinition>();
        for (var line : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            var name = line.split("\\|", 2)[0].strip();
            if (fields.stream().noneMatch(field -> field.name().equals(name))) {
                problems.error(input, say.apply("form.wrong.dictionary-field") + " " + name);
                continue;
            }
            var untouched = Optional.ofNullable(kept.get(name)).filter(each -> line(name, each).equals(line));
            try {
                defined.put(name, untouched.isPresent() ? untouched.get() : definition(line, Optional.ofNullable(kept.get(name))));
            } catch (IllegalArgumentException wrong) {
                problems.error(input, say.apply("form.wrong.dictionary-line") + " " + name + " | " + wrong.getMessage());
            }
        }
        return fields.stream()
                .map(field -> new FieldDescription(
                        field.name(), field.description(), Optional.ofNullable(defined.get(field.name()))))
                .toList();
    }

    /// @throws IllegalArgumentException with the part that means nothing
    private static FieldDefinition definition(String line, Optional<FieldDefinition> before) {
        var parts = line.split("\\|", -1);
        if (parts.length > PARTS) {
            throw new IllegalArgumentException(parts[PARTS].strip());
        }
        var flags = words(part(parts, 4));
        if (!List.of("required", "key").containsAll(flags)) {
            throw new IllegalArgumentException(part(parts, 4));
        }
        return new FieldDefinition(
                before.map(FieldDefinition::title).orElse(LangText.NONE),
                meaning(part(parts, 1), FieldType::ofCode),
                Optional.of(part(parts, 2)),
                meaning(part(parts, 5), FieldDictionary::iri),
                words(part(parts, 3)),
                flags.contains("required"),
                flags.contains("key"),
                meaning(part(parts, 6), FieldDictionary::reference));
    }

    private static String part(String[] parts, int at) {
        return at < parts.length ? parts[at].strip() : "";
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    private static <T> Optional<T> meaning(String text, Function<String, Optional<T>> reader) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var value = reader.apply(text);
        if (value.isEmpty()) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    private static Optional<FieldReference> reference(String text) {
        var words = text.split("\\s+", 2);
        return words.length < 2 ? Optional.empty() : iri(words[0]).map(iri -> new FieldReference(iri, words[1]));
    }

    /// An absolute IRI.
    static Optional<URI> iri(String text) {
        try {
            return Optional.of(new URI(new URI(text).toASCIIString())).filter(URI::isAbsolute);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
