package tw.touchstone.exchange.catalogue;

import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// The objects of the first array in a JSON file: the root itself, or the first array among the root's properties.
///
/// Arrays of texts become one list cell; a nested object's properties are named `outer.inner`.
final class JsonRows implements RawRows {

    private final RecordReader in;
    private final JsonParser parser;
    private final char separator;
    private long record;
    private boolean inArray;
    private boolean ended;

    JsonRows(Reader reader, Limits limits, char separator) {
        in = new RecordReader(reader, limits.rowChars());
        this.separator = separator;
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(16)
                .maxStringLength(limits.rowChars())
                .maxNameLength(1_000)
                .build();
        parser = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .build()
                .createParser(ObjectReadContext.empty(), in);
    }

    @Override
    public Optional<RawRow> next() {
        if (ended) {
            return Optional.empty();
        }
        try {
            in.newRecord();
            if (!inArray) {
                inArray = findArray();
                if (!inArray) {
                    return broken("no array of records found");
                }
            }
            return read();
        } catch (JacksonException malformed) {
            return broken(
                    malformed.getCause() instanceof RecordReader.TooLong tooLong
                            ? tooLong.reason()
                            : "not valid JSON: " + malformed.getOriginalMessage());
        }
    }

    private Optional<RawRow> read() {
        var token = parser.nextToken();
        if (token == JsonToken.END_ARRAY) {
            ended = true;
            return Optional.empty();
        }
        record++;
        if (token == null) {
            return broken("the file ends within the array of records");
        }
        if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return Optional.of(new RawRow.Unreadable(record, "not an object"));
        }
        var values = new LinkedHashMap<String, String>();
        readObject("", values);
        return Optional.of(new RawRow.Read(record, values, Optional.empty()));
    }

    private void readObject(String prefix, Map<String, String> values) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = prefix + parser.currentName();
            parser.nextToken();
            readValue(name, values);
        }
    }

    private void readValue(String name, Map<String, String> values) {
        switch (parser.currentToken()) {
            case START_OBJECT -> readObject(name + ".", values);
            case START_ARRAY -> {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    readValue(name, values);
                }
            }
            case VALUE_NULL -> values.putIfAbsent(name, "");
            default -> values.merge(name, parser.getString(), (first, second) -> first + separator + second);
        }
    }

    private boolean findArray() {
        var token = parser.nextToken();
        if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                if (parser.nextToken() == JsonToken.START_ARRAY) {
                    return true;
                }
                parser.skipChildren();
            }
        }
        return token == JsonToken.START_ARRAY;
    }

    private Optional<RawRow> broken(String reason) {
        ended = true;
        var where = parser.currentLocation();
        return Optional.of(new RawRow.Broken(
                Math.max(1, record), "%s (line %d, column %d)".formatted(reason, where.getLineNr(), where.getColumnNr())));
    }
}
