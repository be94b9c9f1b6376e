package tw.touchstone.inspection.link;

import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Errors of interfaces that come with status 200: a JSON envelope or an exception of OGC and SOAP services.
final class ErrorEnvelope {

    /// An envelope is short. What is longer holds data, whatever its first field is called.
    static final int LONGEST = 1 << 16;

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> BAD_STATES = Set.of("error", "fail", "failed", "failure");
    private static final Pattern XML = Pattern.compile(
            "^\\s*(<\\?xml[^>]*>\\s*)?((<!--.*?-->|<!DOCTYPE[^>]*>)\\s*)*"
                    + "<(\\w+:)?(ServiceException(Report)?|ExceptionReport|Fault|Envelope\\b[^>]*>\\s*<(\\w+:)?Body\\b"
                    + "[^>]*>\\s*<(\\w+:)?Fault)\\b",
            Pattern.DOTALL);

    private ErrorEnvelope() {}

    /// Whether this whole body says that something went wrong.
    static boolean is(String body) {
        var text = body.startsWith("\uFEFF") ? body.substring(1) : body;
        return text.stripLeading().startsWith("{") ? isJson(text) : XML.matcher(text).find();
    }

    /// An object whose own fields say so: `"success": false`, an `error` that is not empty, or a `status` of error.
    private static boolean isJson(String text) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            boolean bad = false;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                var value = parser.nextToken();
                if (name.equals("data") && value == JsonToken.START_ARRAY && parser.nextToken() != JsonToken.END_ARRAY) {
                    return false;
                }
                bad |= isBad(name, value, parser);
                parser.skipChildren();
            }
            return bad;
        } catch (JacksonException e) {
            return false;
        }
    }

    private static boolean isBad(String name, JsonToken value, JsonParser parser) {
        return switch (name) {
            case "success", "Success" ->
                value == JsonToken.VALUE_FALSE
                        || (value == JsonToken.VALUE_STRING && parser.getString().equalsIgnoreCase("false"));
            case "error", "errors", "Error" -> isSomething(value, parser);
            case "status" ->
                value == JsonToken.VALUE_STRING && BAD_STATES.contains(parser.getString().toLowerCase(java.util.Locale.ROOT));
            default -> false;
        };
    }

    private static boolean isSomething(JsonToken value, JsonParser parser) {
        return switch (value) {
            case VALUE_TRUE -> true;
            case VALUE_STRING -> !parser.getString().isBlank();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue() != 0;
            case START_OBJECT -> parser.nextToken() != JsonToken.END_OBJECT;
            case START_ARRAY -> parser.nextToken() != JsonToken.END_ARRAY;
            default -> false;
        };
    }
}
