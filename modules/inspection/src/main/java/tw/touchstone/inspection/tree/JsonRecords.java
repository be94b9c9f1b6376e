package tw.touchstone.inspection.tree;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tw.touchstone.inspection.format.AnomalyTally;
import tw.touchstone.inspection.geo.Positions;
import tw.touchstone.inspection.table.CellKind;
import tw.touchstone.model.fact.FieldPresence;
import tw.touchstone.model.fact.GeoProfile;

/// Reads the records of JSON once it is known where they are: what stands in their fields, and where they lie.
///
/// Of a GeoJSON feature the members of `properties` are the fields; the format fixes all others. (RFC 7946, 3.2)
final class JsonRecords implements JsonLines.LineCounted {

    /// An open object or array.
    private static final class Level {
        final String path;
        final boolean array;
        /// Whether objects in it are records.
        boolean holdsRecords;
        /// Whether its members are fields of the current record.
        boolean isRecord;
        boolean endsRecord;
        @Nullable TokenStreamLocation began;
        @Nullable GeoJsonGeometry geometry;
        boolean mayHoldGeometry;

        Level(String path, boolean array) {
            this.path = path;
            this.array = array;
        }
    }

    private final String recordPath;
    private final RecordFields fields;
    private final AnomalyTally anomalies;
    private final JsonText text;
    private final Optional<Positions> positions;
    private final ArrayDeque<Level> levels = new ArrayDeque<>();
    private long lineOffset;
    private long charOffset;

    JsonRecords(
            String recordPath,
            RecordFields fields,
            AnomalyTally anomalies,
            JsonText text,
            Optional<Positions> positions) {
        this.recordPath = recordPath;
        this.fields = fields;
        this.anomalies = anomalies;
        this.text = text;
        this.positions = positions;
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
            case END_OBJECT, END_ARRAY -> close();
            case PROPERTY_NAME -> {}
            default -> scalar(token, parser);
        }
    }

    private void open(JsonParser parser, boolean array) {
        var parent = levels.peekFirst();
        var geometry = parent == null ? null : parent.geometry;
        if (geometry != null && (parent.array || (array && parser.currentName().equals("coordinates")))) {
            geometry.open(parser.currentTokenLocation());
            var inner = new Level("", array);
            inner.geometry = geometry;
            levels.push(inner);
            return;
        }
        boolean root = parent == null;
        boolean inRoot = recordPath.equals("/");
        var name = root || parent.array ? "" : parser.currentName();
        var path = root ? "" : parent.array || parent.path.length() > 4_000 ? parent.path : parent.path + "/" + RecordNodes.step(name);
        var level = new Level(path, array);
        if (array) {
            level.holdsRecords = root ? inRoot : !parent.array && path.equals(recordPath);
        } else {
            level.endsRecord = root ? inRoot : parent.array && parent.holdsRecords;
            level.isRecord = level.endsRecord && positions.isEmpty();
            if (level.endsRecord) {
                fields.next();
                level.began = parser.currentTokenLocation();
            }
        }
        if (positions.isPresent()) {
            geometry(parent, level, name, array);
        }
        if (parent != null && parent.isRecord) {
            fields.complex(name);
        }
        levels.push(level);
    }

    private void geometry(@Nullable Level parent, Level level, String name, boolean array) {
        boolean feature = parent == null || parent.holdsRecords;
        if (!array && name.equals("properties") && parent != null && parent.endsRecord) {
            level.isRecord = true;
        } else if (!array && (feature || name.equals("geometry") || (parent != null && parent.mayHoldGeometry))) {
            level.geometry = new GeoJsonGeometry(positions.orElseThrow(), text);
        } else if (array && name.equals("geometries")) {
            level.mayHoldGeometry = true;
        }
    }

    private void close() {
        var closed = levels.pop();
        if (closed.geometry != null) {
            if (closed.array) {
                closed.geometry.close();
            } else {
                closed.geometry.end();
            }
        }
        if (closed.endsRecord && closed.began != null) {
            fields.end(anomalies, text.place(closed.began, lineOffset, charOffset, ""));
        }
    }

    private void scalar(JsonToken token, JsonParser parser) {
        var level = levels.peekFirst();
        if (level == null) {
            return;
        }
        var geometry = level.geometry;
        if (geometry != null) {
            if (level.array) {
                geometry.value(token.isNumeric() ? parser.getDoubleValue() : Double.NaN, parser.currentTokenLocation());
            } else if (token == JsonToken.VALUE_STRING
                    && parser.currentName().equals("type")
                    && parser.getStringLength() < 50) {
                geometry.type(parser.getString());
            }
        }
        if (level.isRecord) {
            value(token, parser, parser.currentName());
        }
    }

    private void value(JsonToken token, JsonParser parser, String name) {
        long line = parser.currentTokenLocation().getLineNr() + lineOffset;
        switch (token) {
            case VALUE_NULL -> fields.nothing(name);
            case VALUE_TRUE -> fields.value(name, "true", CellKind.BOOLEAN, line);
            case VALUE_FALSE -> fields.value(name, "false", CellKind.BOOLEAN, line);
            case VALUE_NUMBER_INT -> fields.value(name, parser.getString(), CellKind.NUMBER, line);
            case VALUE_NUMBER_FLOAT -> fields.value(name, DecimalText.of(parser.getString()), CellKind.NUMBER, line);
            default -> fields.value(name, parser.getString(), CellKind.TEXT, line);
        }
    }

    /// The fields; what is odd about their values is counted now.
    List<FieldPresence> fields() {
        return fields.presences(anomalies);
    }

    Optional<GeoProfile> geo() {
        return positions.filter(each -> !each.isEmpty()).map(Positions::profile);
    }
}
