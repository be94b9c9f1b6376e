package tw.touchstone.inspection.tree;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tw.touchstone.inspection.format.AnomalyTally;
import tw.touchstone.inspection.format.Recognised;
import tw.touchstone.inspection.geo.Crs;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.AnomalyCode;

/// What one reading of JSON shows: its format, where the records are, which keys stand twice.
final class JsonShape implements JsonLines.LineCounted {

    private static final Set<String> GEOMETRIES = Set.of(
            "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection");

    /// The body holds at least one of so many values.
    private static final int BODY = 3;

    /// Keys of one object that are compared with one another.
    private static final int KEYS = 1_000;

    /// An open object or array.
    private static final class Level {
        final String path;
        final boolean array;
        final RecordNodes.@Nullable Node node;
        final Set<String> keys;
        /// Values before it.
        final long before;
        long children;

        Level(String path, boolean array, RecordNodes.@Nullable Node node, Set<String> keys, long before) {
            this.path = path;
            this.array = array;
            this.node = node;
            this.keys = keys;
            this.before = before;
        }
    }

    private final JsonText text;
    private final RecordNodes nodes = new RecordNodes();
    private final AnomalyTally anomalies;
    private final ArrayDeque<Level> levels = new ArrayDeque<>();
    private final ArrayDeque<Set<String>> spare = new ArrayDeque<>();
    private final Map<String, String> rootFields = new HashMap<>();
    private final Set<String> itemFields = new HashSet<>();
    private Optional<String> crs = Optional.empty();
    private int rootBegan;
    private int rootEnded;
    private long roots;
    private long values;
    private long lineOffset;
    private long charOffset;
    private boolean rootsOnOwnLines = true;
    private boolean rootIsArray;

    JsonShape(JsonText text, AnomalyTally anomalies) {
        this.text = text;
        this.anomalies = anomalies;
    }

    @Override
    public void begin(long lines, long characters) {
        lineOffset = lines;
        charOffset = characters;
    }

    void accept(JsonToken token, JsonParser parser) {
        switch (token) {
            case START_OBJECT -> open(parser, false);
            case START_ARRAY -> open(parser, true);
            case END_OBJECT, END_ARRAY -> close(parser);
            case PROPERTY_NAME -> property(parser);
            default -> scalar(parser);
        }
    }

    private void close(JsonParser parser) {
        var closed = levels.pop();
        // What is empty is a value, too.
        values += values == closed.before ? 1 : 0;
        if (closed.array && closed.node != null) {
            closed.node.values += values - closed.before;
        }
        if (!closed.array && closed.keys.size() <= 64) {
            closed.keys.clear();
            spare.push(closed.keys);
        }
        if (levels.isEmpty()) {
            rootEnded = parser.currentTokenLocation().getLineNr();
            rootsOnOwnLines &= rootEnded == rootBegan;
        }
    }

    private void property(JsonParser parser) {
        var name = parser.currentName();
        nodes.name(name);
        var level = levels.getFirst();
        if (level.keys.size() < KEYS && !level.keys.add(name)) {
            anomalies.add(AnomalyCode.DUPLICATE_KEY, text.place(parser.currentTokenLocation(), lineOffset, charOffset, name));
        } else if (level.node != null) {
            level.node.field(name);
        }
        if (levels.size() == 1) {
            if (rootFields.size() < KEYS) {
                rootFields.putIfAbsent(name, "");
            }
        } else if (levels.size() == 2 && rootIsArray) {
            itemFields.add(itemFields.size() < 100 ? name : "");
        }
    }

    private void scalar(JsonParser parser) {
        values++;
        var parent = levels.peekFirst();
        if (parent == null) {
            root(parser);
        } else if (parent.array) {
            element(parent, false);
        } else if (parser.currentToken() == JsonToken.VALUE_STRING
                && (levels.size() == 1 || parent.path.equals("/crs/properties"))
                && parser.getStringLength() < 100) {
            if (levels.size() == 1) {
                rootFields.replace(parser.currentName(), parser.getString());
            } else if (parser.currentName().equals("name")) {
                crs = Crs.idOfName(parser.getString());
            }
        }
    }

    private void open(JsonParser parser, boolean array) {
        var parent = levels.peekFirst();
        if (parent == null) {
            root(parser);
            rootIsArray = array;
            push("", array, array ? nodes.at("/", 0) : singleRoot());
            return;
        }
        RecordNodes.Node node;
        String path;
        if (parent.array) {
            path = parent.path;
            element(parent, !array);
            node = array ? null : parent.node;
        } else {
            path = parent.path.length() < 4_000 ? parent.path + "/" + RecordNodes.step(parser.currentName()) : parent.path;
            node = array && path.length() < 1_000 ? nodes.at(path, levels.size()) : null;
        }
        push(path, array, node);
    }

    private void push(String path, boolean array, RecordNodes.@Nullable Node node) {
        var keys = array ? Set.<String>of() : spare.isEmpty() ? new HashSet<String>() : spare.pop();
        levels.push(new Level(path, array, node, keys, values));
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

    private static void element(Level array, boolean object) {
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

    long roots() {
        return roots;
    }

    /// Whether all values so far stand on lines of their own, with or without one that is still open.
    boolean isLines() {
        return rootsOnOwnLines && (levels.isEmpty() || roots == 1 || rootBegan > rootEnded - 1);
    }

    /// How many values ended.
    long wholeRoots() {
        return levels.isEmpty() ? roots : roots - 1;
    }

    /// The reference system that a legacy `crs` member states.
    Optional<String> crs() {
        return crs;
    }

    RecordNodes nodes() {
        return nodes;
    }

    /// The format; to be asked where there is at most one value.
    Recognised format() {
        if (!rootIsArray) {
            var type = rootFields.getOrDefault("type", "");
            boolean collection = type.equals("FeatureCollection") && rootFields.containsKey("features");
            boolean single = (type.equals("Feature") && rootFields.containsKey("geometry"))
                    || (GEOMETRIES.contains(type)
                            && rootFields.keySet().stream()
                                    .anyMatch(key -> key.equals("coordinates") || key.equals("geometries")));
            if (collection || single) {
                return new Recognised(FileFormat.GEOJSON, "a JSON object of the type " + type);
            }
            if ((rootFields.containsKey("openapi") || rootFields.containsKey("swagger"))
                    && rootFields.containsKey("paths")) {
                return new Recognised(FileFormat.API, "a JSON object with openapi and paths");
            }
        }
        if (rootFields.containsKey("@context") || itemFields.contains("@context") || itemFields.contains("@id")) {
            return new Recognised(FileFormat.JSON_LD, "JSON with @context");
        }
        return new Recognised(FileFormat.JSON, rootIsArray ? "a JSON array" : "a JSON value");
    }

    /// The records: the root array, else the array below the root with the most objects that is not inside another
    /// such array and is the body of the document, else the root object itself: a report on one thing has lists, too.
    Optional<RecordNodes.Node> records() {
        var all = nodes.all();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var root = all.getFirst();
        if (rootIsArray || roots > 1) {
            return Optional.of(root);
        }
        boolean geo = format().format() == FileFormat.GEOJSON;
        var best = all.stream()
                .skip(1)
                .filter(node -> node.complex > 0 && (geo || node.values * BODY >= values))
                .filter(node -> all.stream()
                        .noneMatch(other -> other.complex > 0
                                && other.depth > 0
                                && node.path.startsWith(other.path + "/")))
                .max(Comparator.comparingLong((RecordNodes.Node node) -> node.complex)
                        .thenComparingInt(node -> -node.depth));
        return Optional.of(best.orElse(root));
    }
}
