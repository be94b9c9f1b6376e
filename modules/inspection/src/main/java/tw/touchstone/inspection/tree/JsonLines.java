package tw.touchstone.inspection.tree;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tw.touchstone.inspection.format.AnomalyTally;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.inspection.table.RowSink;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TreeProfile;

/// Reads JSON Lines: a JSON value on each line, so that a broken line spoils no other.
final class JsonLines {

    /// Of so many lines one may be broken.
    private static final int WHOLE_FOR_BROKEN = 10;

    private static final int LINE = 16 << 20;

    private final JsonText text;
    private final AnomalyTally anomalies = new AnomalyTally();
    private final AnomalyTally uneven = new AnomalyTally();
    private final RecordFields fields;
    private long lines;
    /// Characters before the current line.
    private long began;
    private long ended;
    private long records;
    private long broken;
    private Extent extent = new Extent.Whole();
    private final char[] buffer = new char[1 << 14];
    private int from;
    private int to;

    private JsonLines(JsonText text, RecordFields fields) {
        this.text = text;
        this.fields = fields;
    }

    /// Whether a text that broke off may be lines, one of which is broken.
    static boolean mayBe(JsonShape shape) {
        return shape.wholeRoots() > 0 && shape.isLines();
    }

    /// Reads the lines; empty where too many of them are broken for JSON Lines.
    static Optional<Reading> read(JsonText text, RowSink sink) throws IOException {
        var first = new JsonLines(text, new RecordFields());
        var shape = new JsonShape(text, first.anomalies);
        first.lines(shape, shape::accept);
        if (first.records == 0 || first.broken * WHOLE_FOR_BROKEN > first.records) {
            return Optional.empty();
        }
        var node = shape.records();
        Map<String, Long> presence = node.map(each -> each.fields).orElse(new HashMap<>());
        var second = new JsonLines(text, new RecordFields(presence, first.records, sink));
        var records = new JsonRecords("/", second.fields, second.uneven, text, Optional.empty());
        second.lines(records, records::accept);
        var fields = records.fields();
        var merged = new AnomalyTally();
        first.anomalies.into(merged);
        second.uneven.into(merged);
        var tree = new TreeProfile(
                "/", first.records, fields, shape.nodes().names(), merged.anomalies());
        return Optional.of(Reading.of(
                        FileFormat.JSON_LINES,
                        first.records + " JSON values on lines of their own",
                        new Content.Tree(tree))
                .read(first.extent));
    }

    /// Reads each line as if it were the first one of a text.
    interface LineCounted {
        /// Says how many lines and characters stand before what the parser reads.
        void begin(long lines, long characters);
    }

    private interface Tokens {
        void accept(JsonToken token, JsonParser parser);
    }

    private void lines(LineCounted reading, Tokens tokens) throws IOException {
        try (var reader = text.characters()) {
            var line = new StringBuilder();
            while (next(reader, line)) {
                lines++;
                if (!line.toString().isBlank()) {
                    line(line.toString(), reading, tokens);
                }
            }
        }
    }

    private void line(String line, LineCounted reading, Tokens tokens) {
        // Twice, so that a broken record leaves no half of it behind.
        try (var check = JsonText.line(line)) {
            int depth = 0;
            int roots = 0;
            JsonToken token;
            while ((token = check.nextToken()) != null) {
                roots += depth == 0 ? 1 : 0;
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
            if (roots != 1) {
                broken(text.place(lines, 1, began, "not one JSON value"));
                return;
            }
        } catch (JacksonException e) {
            var at = e.getLocation() == null ? TokenStreamLocation.NA : e.getLocation();
            broken(text.place(lines, Math.max(1, at.getColumnNr()), began, JsonReader.firstSentence(e)));
            return;
        }
        records++;
        reading.begin(lines - 1, began);
        try (var parser = JsonText.line(line)) {
            JsonToken token;
            while ((token = parser.nextToken()) != null) {
                tokens.accept(token, parser);
            }
        }
    }

    private void broken(Place place) {
        broken++;
        anomalies.add(AnomalyCode.BROKEN_RECORD, place);
    }

    /// The next line into `line`; false at the end.
    private boolean next(Reader reader, StringBuilder line) throws IOException {
        line.setLength(0);
        began = ended;
        boolean any = false;
        while (true) {
            if (from == to) {
                from = 0;
                to = Math.max(0, reader.read(buffer, 0, buffer.length));
                if (to == 0) {
                    return any;
                }
            }
            any = true;
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            if (line.length() + end - from > LINE) {
                extent = new Extent.Partial("line-chars", LINE);
                return false;
            }
            line.append(buffer, from, end - from);
            ended += end - from;
            if (end < to) {
                ended++;
                from = end + 1;
                return true;
            }
            from = end;
        }
    }
}
