package tw.touchstone.server.ckan;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads the arguments of an action from a request, in all the ways that CKAN takes them: the parameters of a GET, a
/// JSON
/// object, a form, and a JSON object that is sent as a form, as curl does it unasked.
///
/// The body is read here and not by the container, which would make a form of it before anybody has looked.
final class CallReader {

    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_FIELDS = 1_000;

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(MOST_BYTES)
                            .build())
                    .build())
            .build();

    /// The reader of JSON with bounds.
    JsonMapper json() {
        return json;
    }

    Arguments get(HttpServletRequest request) {
        return form(Optional.ofNullable(request.getQueryString()).orElse(""));
    }

    Arguments post(HttpServletRequest request) throws IOException {
        var bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw Refusal.tooLarge("arguments have at most " + MOST_BYTES + " bytes");
        }
        var type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/")) {
            throw Refusal.badRequest("this catalogue takes no uploads by CKAN's API; send JSON or a form");
        }
        var text = text(bytes).strip();
        if (text.isEmpty()) {
            return get(request);
        }
        if (!type.startsWith("application/x-www-form-urlencoded")) {
            return object(text);
        }
        var unescaped =
                text.startsWith("%7B") || text.startsWith("%7b") ? decoded(text).strip() : text;
        return unescaped.startsWith("{")
                ? object(unescaped.endsWith("=") ? unescaped.substring(0, unescaped.length() - 1) : unescaped)
                : form(text);
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.badRequest("the body is not UTF-8");
        }
    }

    private Arguments object(String text) {
        JsonNode read;
        try {
            read = json.readTree(text);
        } catch (JacksonException malformed) {
            throw Refusal.badRequest("JSON Error: Error decoding JSON data. Error: " + malformed.getOriginalMessage());
        }
        if (!read.isObject()) {
            throw Refusal.badRequest(
                    "JSON Error: Request data JSON decoded to something else; it needs to be a dictionary.");
        }
        Map<String, JsonNode> values = new LinkedHashMap<>();
        read.properties().forEach(each -> values.put(each.getKey(), each.getValue()));
        return new Arguments(values);
    }

    private static Arguments form(String form) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        var pairs = form.split("&", MOST_FIELDS + 1);
        if (pairs.length > MOST_FIELDS) {
            throw Refusal.badRequest("there are more than " + MOST_FIELDS + " arguments");
        }
        for (var pair : pairs) {
            if (!pair.isEmpty()) {
                int at = pair.indexOf('=');
                var name = decoded(at < 0 ? pair : pair.substring(0, at));
                JsonNode value = JsonNodeFactory.instance.stringNode(at < 0 ? "" : decoded(pair.substring(at + 1)));
                values.merge(name, value, CallReader::both);
            }
        }
        return new Arguments(values);
    }

    private static JsonNode both(JsonNode before, JsonNode more) {
        var list = before instanceof ArrayNode known
                ? known
                : JsonNodeFactory.instance.arrayNode().add(before);
        return list.add(more);
    }

    private static String decoded(String text) {
        try {
            var decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.indexOf('\uFFFD') < 0) {
                return decoded;
            }
        } catch (IllegalArgumentException broken) {
            // Told below.
        }
        throw Refusal.badRequest("the arguments are not percent-encoded UTF-8");
    }
}
