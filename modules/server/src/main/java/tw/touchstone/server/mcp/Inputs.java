package tw.touchstone.server.mcp;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.server.http.Problem;

/// Which arguments a tool takes: their schema for the client, and the strict reading of what a client sends.
///
/// An argument that is not known is refused, as in `/api/v1`: a misspelt one must not silently change what is found.
final class Inputs {

    private static final int MOST_CHARACTERS = 8_000;
    private static final int MOST_TEXTS = 500;

    /// Of which kind an argument is.
    private sealed interface Kind {
        record Text() implements Kind {}

        record OneOf(List<String> values) implements Kind {}

        record Texts() implements Kind {}

        record Whole(long least, long most) implements Kind {}

        record Flag() implements Kind {}

        record Document() implements Kind {}
    }

    private record Input(Kind kind, String description, boolean required) {}

    private final Map<String, Input> inputs = new LinkedHashMap<>();

    private Inputs() {}

    static Inputs none() {
        return new Inputs();
    }

    Inputs text(String name, String description) {
        return with(name, new Kind.Text(), description, false);
    }

    Inputs required(String name, String description) {
        return with(name, new Kind.Text(), description, true);
    }

    Inputs oneOf(String name, List<String> values, String description) {
        return with(name, new Kind.OneOf(List.copyOf(values)), description, false);
    }

    /// A list of texts; one alone may stand without brackets.
    Inputs texts(String name, String description) {
        return with(name, new Kind.Texts(), description, false);
    }

    Inputs number(String name, long least, long most, String description) {
        return with(name, new Kind.Whole(least, most), description, false);
    }

    Inputs flag(String name, String description) {
        return with(name, new Kind.Flag(), description, false);
    }

    /// A JSON object.
    Inputs document(String name, String description) {
        return with(name, new Kind.Document(), description, false);
    }

    private Inputs with(String name, Kind kind, String description, boolean required) {
        inputs.put(name, new Input(kind, description, required));
        return this;
    }

    /// The schema of the arguments. (JSON Schema 2020-12)
    Map<String, Object> schema() {
        var properties = new LinkedHashMap<String, Object>();
        inputs.forEach((name, input) -> {
            var property = new LinkedHashMap<>(schema(input.kind()));
            property.put("description", input.description());
            properties.put(name, property);
        });
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        var required = inputs.entrySet().stream().filter(each -> each.getValue().required()).map(Map.Entry::getKey).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> schema(Kind kind) {
        return switch (kind) {
            case Kind.Text _ -> Map.of("type", "string", "maxLength", MOST_CHARACTERS);
            case Kind.OneOf(var values) -> Map.of("type", "string", "enum", values);
            case Kind.Texts _ ->
                Map.of(
                        "type",
                        "array",
                        "items",
                        Map.of("type", "string", "maxLength", MOST_CHARACTERS),
                        "maxItems",
                        MOST_TEXTS);
            case Kind.Whole(var least, var most) -> Map.of("type", "integer", "minimum", least, "maximum", most);
            case Kind.Flag _ -> Map.of("type", "boolean");
            case Kind.Document _ -> Map.of("type", "object");
        };
    }

    /// Reads what a client sent.
    ///
    /// @param sent an argument that is null counts as left out
    /// @throws Problem 400 naming the argument that is not known, missing or of another kind
    Arguments read(Map<String, Object> sent) {
        var values = new HashMap<String, String[]>();
        var documents = new HashMap<String, Map<String, Object>>();
        sent.forEach((name, value) -> {
            var input = Optional.ofNullable(inputs.get(name)).orElseThrow(() -> unknown(name));
            if (value == null) {
                return;
            }
            if (input.kind() instanceof Kind.Document) {
                documents.put(name, document(name, value));
            } else {
                values.put(name, texts(name, input.kind(), value).toArray(String[]::new));
            }
        });
        inputs.forEach((name, input) -> {
            if (input.required() && !values.containsKey(name)) {
                throw Problem.badField(name, "the argument " + name + " is missing: " + input.description());
            }
        });
        return new Arguments(Parameters.of(values, inputs.keySet()), documents);
    }

    private Problem unknown(String name) {
        var known = inputs.isEmpty() ? "the tool takes none" : "known are " + String.join(", ", inputs.keySet());
        return Problem.badField(name, "there is no argument " + shown(name) + "; " + known);
    }

    private static List<String> texts(String name, Kind kind, Object value) {
        return switch (kind) {
            case Kind.Text _ -> List.of(text(name, value));
            case Kind.OneOf(var allowed) ->
                Optional.of(text(name, value))
                        .filter(allowed::contains)
                        .map(List::of)
                        .orElseThrow(() -> Problem.badField(name, name + " is one of " + String.join(", ", allowed)));
            case Kind.Texts _ -> value instanceof List<?> list ? texts(name, list) : List.of(text(name, value));
            case Kind.Whole(var least, var most) -> List.of(number(name, value, least, most));
            case Kind.Flag _ ->
                switch (value) {
                    case Boolean flag -> List.of(flag.toString());
                    default -> throw Problem.badField(name, name + " is true or false");
                };
            case Kind.Document _ -> throw new IllegalArgumentException("a document is no text");
        };
    }

    private static List<String> texts(String name, List<?> values) {
        if (values.size() > MOST_TEXTS) {
            throw Problem.badField(name, name + " has at most " + MOST_TEXTS + " entries");
        }
        var texts = new ArrayList<String>();
        values.forEach(each -> texts.add(text(name, each)));
        return texts;
    }

    private static String text(String name, @Nullable Object value) {
        if (!(value instanceof String text)) {
            throw Problem.badField(name, name + " is a text");
        }
        if (text.length() > MOST_CHARACTERS) {
            throw Problem.badField(name, name + " has at most " + MOST_CHARACTERS + " characters");
        }
        return text;
    }

    /// Some models write `10.0` for ten.
    private static String number(String name, Object value, long least, long most) {
        try {
            if (value instanceof Number number) {
                long whole = new BigDecimal(number.toString()).longValueExact();
                if (whole >= least && whole <= most) {
                    return Long.toString(whole);
                }
            }
        } catch (ArithmeticException | NumberFormatException notWhole) {
            // Refused below.
        }
        throw Problem.badField(name, name + " is a whole number from " + least + " to " + most);
    }

    private static Map<String, Object> document(String name, Object value) {
        if (!(value instanceof Map<?, ?> document)) {
            throw Problem.badField(name, name + " is a JSON object");
        }
        var copy = new LinkedHashMap<String, Object>();
        document.forEach((key, each) -> copy.put(String.valueOf(key), each));
        return copy;
    }

    private static String shown(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }

    @Override
    public String toString() {
        return inputs.keySet().stream().collect(Collectors.joining(", ", "Inputs[", "]"));
    }
}
