package tw.touchstone.inspection.tree;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Place;

/// Reads JSON, JSON Lines and what is built on them as a stream of tokens: where the records are, how many, and which
/// fields they have. (RFC 8259)
public final class JsonReader {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(500)
                    .maxStringLength(8 << 20)
                    .maxNameLength(50_000)
                    .maxNumberLength(10_000)
                    .build())
            .build();

    private static final Set<String> GEOMETRIES = Set.of(
            "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection");

    /// An open object or array.
    private static final class Level {
        final String path;
        final boolean array;
        final RecordNodes.@Nullable Node node;
        long children;

        Level(String path, boolean array, RecordNodes.@Nullable Node node) {
            this.path = path;
            this.array = array;
            this.node = node;
        }
    }

    private final RecordNodes nodes = new RecordNodes();
    private final ArrayDeque<Level> levels = new ArrayDeque<>();
    private final Map<String, String> rootFields = new HashMap<>();
    private final Set<String> itemFields = new HashSet<>();
    private int rootBegan;
    private int rootEnded;
    private long roots;
    private boolean rootsOnOwnLines = true;
    private boolean rootIsArray;

    private JsonReader() {}

    /// Reads bytes in UTF-8.
    ///
    /// @param skipped bytes that were left out before these
    public static TreeRead read(InputStream in, long skipped) throws IOException {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            return new JsonReader().read(parser, skipped, true);
        }
    }

    /// Reads characters, where the bytes are in another encoding; places then have no offset.
    public static TreeRead read(Reader in) throws IOException {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            return new JsonReader().read(parser, 0, false);
        }
    }

    private TreeRead read(JsonParser parser, long skipped, boolean bytes) {
        try {
            JsonToken token;
            while ((token = parser.nextToken()) != null) {
                accept(token, parser);
            }
        } catch (StreamConstraintsException e) {
            return malformed("JSON beyond a cap: " + firstSentence(e), e.getLocation(), skipped, bytes);
        } catch (JacksonException e) {
            return malformed(firstSentence(e), e.getLocation(), skipped, bytes);
        }
        return refined();
    }

    private void accept(JsonToken token, JsonParser parser) {
        switch (token) {
            case START_OBJECT -> open(parser, false);
            case START_ARRAY -> open(parser, true);
            case END_OBJECT, END_ARRAY -> {
                levels.pop();
                if (levels.isEmpty()) {
                    rootEnded = parser.currentTokenLocation().getLineNr();
                    rootsOnOwnLines &= rootEnded == rootBegan;
                }
            }
            case PROPERTY_NAME -> property(parser.currentName());
            default -> scalar(parser);
        }
    }

    private void property(String name) {
        nodes.name(name);
        var level = levels.getFirst();
        if (level.node != null) {
            level.node.field(name);
        }
        if (levels.size() == 1) {
            rootFields.putIfAbsent(name, "");
        } else if (levels.size() == 2 && rootIsArray) {
            itemFields.add(itemFields.size() < 100 ? name : "");
        }
    }

    private void scalar(JsonParser parser) {
        var parent = levels.peekFirst();
        if (parent == null) {
            root(parser);
        } else if (parent.array) {
            element(parent, false);
        } else if (levels.size() == 1
                && parser.currentToken() == JsonToken.VALUE_STRING
                && parser.getStringLength() < 50) {
            rootFields.put(parser.currentName(), parser.getString());
        }
    }

    private void open(JsonParser parser, boolean array) {
        var parent = levels.peekFirst();
        if (parent == null) {
            root(parser);
            rootIsArray = array;
            levels.push(new Level("", array, array ? nodes.at("/", 0) : singleRoot()));
            return;
        }
        RecordNodes.Node node;
        String path;
        if (parent.array) {
            path = parent.path;
            element(parent, !array);
            node = array ? null : parent.node;
        } else {
            path = parent.path + "/" + parser.currentName();
            node = array && path.length() < 1_000 ? nodes.at(path, levels.size()) : null;
        }
        levels.push(new Level(path, array, node));
    }

    /// A root object counts as a record at `/`, as in JSON Lines.
    private RecordNodes.@Nullable Node singleRoot() {
        var node = nodes.at("/", 0);
        if (node != null) {
            node.count++;
            node.complex++;
        }
        return node;
    }

    private void element(Level array, boolean object) {
        if (array.node != null) {
            array.children++;
            array.node.count++;
            array.node.complex += object ? 1 : 0;
            array.node.mostTogether = Math.max(array.node.mostTogether, array.children);
        }
    }

    private void root(JsonParser parser) {
        roots++;
        rootBegan = parser.currentTokenLocation().getLineNr();
        rootsOnOwnLines &= roots == 1 || rootBegan > rootEnded;
        rootEnded = rootBegan;
    }

    private TreeRead refined() {
        if (roots > 1) {
            return rootsOnOwnLines
                    ? new TreeRead(FileFormat.JSON_LINES, roots + " JSON values on lines of their own", tree())
                    : malformed("several JSON values in one file", TokenStreamLocation.NA, 0, false);
        }
        if (!rootIsArray) {
            var type = rootFields.getOrDefault("type", "");
            boolean collection = type.equals("FeatureCollection") && rootFields.containsKey("features");
            boolean single = (type.equals("Feature") && rootFields.containsKey("geometry"))
                    || (GEOMETRIES.contains(type) && rootFields.keySet().stream()
                            .anyMatch(key -> key.equals("coordinates") || key.equals("geometries")));
            if (collection || single) {
                return new TreeRead(FileFormat.GEOJSON, "a JSON object of the type " + type, tree());
            }
            if ((rootFields.containsKey("openapi") || rootFields.containsKey("swagger"))
                    && rootFields.containsKey("paths")) {
                return new TreeRead(FileFormat.API, "a JSON object with openapi and paths", tree());
            }
        }
        if (rootFields.containsKey("@context") || (itemFields.contains("@context") || itemFields.contains("@id"))) {
            return new TreeRead(FileFormat.JSON_LD, "JSON with @context", tree());
        }
        return new TreeRead(FileFormat.JSON, rootIsArray ? "a JSON array" : "a JSON value", tree());
    }

    /// The records: the root array, else the array below the root with the most objects that is not inside another
    /// such array, else the root object itself.
    private Content.Tree tree() {
        var all = nodes.all();
        if (all.isEmpty()) {
            return new Content.Tree(nodes.none());
        }
        var root = all.getFirst();
        if (rootIsArray || roots > 1) {
            return new Content.Tree(nodes.profile(root));
        }
        var best = all.stream()
                .skip(1)
                .filter(node -> node.complex > 0)
                .filter(node -> all.stream()
                        .noneMatch(other -> other.complex > 0
                                && other.depth > 0
                                && node.path.startsWith(other.path + "/")))
                .max(Comparator.comparingLong((RecordNodes.Node node) -> node.complex)
                        .thenComparingInt(node -> -node.depth));
        return new Content.Tree(nodes.profile(best.orElse(root)));
    }

    private TreeRead malformed(String reason, @Nullable TokenStreamLocation at, long skipped, boolean bytes) {
        var location = at == null ? TokenStreamLocation.NA : at;
        long offset = bytes && location.getByteOffset() >= 0 ? location.getByteOffset() + skipped : -1;
        var place = new Place(
                Math.max(0, location.getLineNr()), Math.max(0, location.getColumnNr()), offset, "");
        return new TreeRead(FileFormat.JSON, "begins like JSON", new Content.Malformed(reason, place));
    }

    private static String firstSentence(JacksonException e) {
        var message = e.getOriginalMessage();
        int end = message.indexOf('\n');
        var line = end < 0 ? message : message.substring(0, end);
        return line.length() > 200 ? line.substring(0, 200) : line;
    }
}
