package tw.touchstone.exchange.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Reads bytes as one JSON value with line numbers; strict UTF-8, bounded in size, depth and number of tokens.
final class NodeParser {

    static final int MAX_BYTES = 5_000_000;

    private static final int MAX_DEPTH = 16;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxTokenCount(500_000)
                    .maxStringLength(MAX_BYTES)
                    .maxNameLength(1_000)
                    .maxNumberLength(40)
                    .build())
            .build();

    private final Errors errors;

    NodeParser(Errors errors) {
        this.errors = errors;
    }

    /// Empty where the bytes are no JSON value; then there is an error that says why.
    Optional<Node> parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            errors.add("", 1, "文件超過 5 MB", "the document is larger than 5 MB");
            return Optional.empty();
        }
        return text(bytes).flatMap(this::parse);
    }

    private Optional<Node> parse(String text) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                errors.add("", 1, "文件是空的", "the document is empty");
                return Optional.empty();
            }
            var node = read(parser, "");
            if (parser.nextToken() != null) {
                errors.add("", line(parser), "文件結束後還有內容", "text follows the end of the document");
                return Optional.empty();
            }
            return Optional.of(node);
        } catch (StreamConstraintsException tooMuch) {
            errors.add(
                    "",
                    Math.max(1, tooMuch.getLocation() == null ? 1 : tooMuch.getLocation().getLineNr()),
                    "文件巢狀過深或過於龐大(最多 " + MAX_DEPTH + " 層)",
                    "the document is nested too deeply or has too many values (at most " + MAX_DEPTH + " levels)");
            return Optional.empty();
        } catch (JacksonException malformed) {
            int line = malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNr();
            errors.add("", Math.max(1, line), "不是有效的 JSON", "not valid JSON: " + malformed.getOriginalMessage());
            return Optional.empty();
        }
    }

    private Node read(JsonParser parser, String path) {
        int line = line(parser);
        return switch (parser.currentToken()) {
            case START_OBJECT -> readObject(parser, path, line);
            case START_ARRAY -> {
                var items = new ArrayList<Node>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(parser, path + "[" + items.size() + "]"));
                }
                yield new Node.Arr(line, items);
            }
            case VALUE_STRING -> new Node.Text(line, parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Digits(line, parser.getString());
            case VALUE_TRUE, VALUE_FALSE -> new Node.Bool(line, parser.currentToken() == JsonToken.VALUE_TRUE);
            default -> new Node.Null(line);
        };
    }

    private Node readObject(JsonParser parser, String path, int line) {
        var members = new LinkedHashMap<String, Node>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var inner = path.isEmpty() ? name : path + "." + name;
            int nameLine = line(parser);
            parser.nextToken();
            var value = read(parser, inner);
            if (members.putIfAbsent(name, value) != null) {
                errors.add(inner, nameLine, "屬性重複", "the property stands twice");
            }
        }
        return new Node.Obj(line, members);
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private Optional<String> text(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length + 1);
        var result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        var text = out.flip().toString();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            errors.add("", line, "不是有效的 UTF-8 文字", "not valid UTF-8 text");
            return Optional.empty();
        }
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }
}
