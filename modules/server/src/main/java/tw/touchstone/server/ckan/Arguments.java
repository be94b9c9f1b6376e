package tw.touchstone.server.ckan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The arguments of an action, however they came. A null counts as not given, and what an action does not know is
/// passed over,
/// both as in CKAN.
///
/// @param values by name
record Arguments(Map<String, JsonNode> values) {

    Arguments {
        values = new LinkedHashMap<>(values);
        values.values().removeIf(JsonNode::isNull);
    }

    /// A text; numbers and truth values are texts too.
    Optional<String> text(String name) {
        var value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isValueNode()) {
            throw Refusal.invalid(name, "Must be a Unicode string value");
        }
        return Optional.of(value.asString());
    }

    /// A text that must be there.
    String required(String name) {
        return text(name).filter(each -> !each.isBlank()).orElseThrow(() -> Refusal.invalid(name, "Missing value"));
    }

    /// A whole number from zero on.
    int natural(String name, int otherwise) {
        return text(name)
                .map(text -> number(name, text, "Must be a natural number"))
                .map(number -> {
                    if (number < 0) {
                        throw Refusal.invalid(name, "Must be a natural number");
                    }
                    return number;
                })
                .orElse(otherwise);
    }

    /// A whole number, negative ones included.
    int integer(String name, int otherwise) {
        return text(name).map(text -> number(name, text, "Invalid integer")).orElse(otherwise);
    }

    private static int number(String name, String text, String complaint) {
        if (!text.strip().matches("-?[0-9]{1,18}")) {
            throw Refusal.invalid(name, complaint);
        }
        return Math.clamp(Long.parseLong(text.strip()), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /// A truth value in any of the ways in which they are written.
    boolean flag(String name, boolean otherwise) {
        return text(name)
                .map(text -> switch (text.strip().toLowerCase(Locale.ROOT)) {
                    case "true", "yes", "t", "y", "1", "on" -> true;
                    case "false", "no", "f", "n", "0", "off", "" -> false;
                    default -> throw Refusal.invalid(name, "Must be a boolean");
                })
                .orElse(otherwise);
    }

    /// A list: as such, as a text that is one in JSON, or a single text.
    List<String> list(String name, JsonMapper json) {
        var value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (value.isArray()) {
            return texts(name, value);
        }
        var text = text(name).orElse("").strip();
        if (text.startsWith("[")) {
            try {
                return texts(name, json.readTree(text));
            } catch (JacksonException malformed) {
                throw Refusal.invalid(name, "Not a list of strings");
            }
        }
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private static List<String> texts(String name, JsonNode list) {
        var texts = new ArrayList<String>();
        for (var each : list) {
            if (!each.isValueNode() || each.isNull()) {
                throw Refusal.invalid(name, "Not a list of strings");
            }
            texts.add(each.asString());
        }
        return texts;
    }
}
