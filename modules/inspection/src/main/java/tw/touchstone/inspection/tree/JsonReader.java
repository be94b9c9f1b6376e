package tw.touchstone.inspection.tree;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tw.touchstone.inspection.format.AnomalyTally;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.inspection.geo.Crs;
import tw.touchstone.inspection.geo.Positions;
import tw.touchstone.inspection.table.RowSink;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.TreeProfile;

/// Reads JSON, JSON Lines and what is built on them (RFC 8259), twice: [JsonShape] finds where the records are,
/// [JsonRecords] what stands in them. Both in constant memory.
public final class JsonReader {

    private final JsonText text;
    private final RowSink sink;
    private final AnomalyTally anomalies = new AnomalyTally();
    private final JsonShape shape;

    private JsonReader(JsonText text, RowSink sink) {
        this.text = text;
        this.sink = sink;
        this.shape = new JsonShape(text, anomalies);
    }

    /// Reads a text.
    public static Reading read(JsonText text, RowSink sink) throws IOException {
        return text.located(new JsonReader(text, sink).read());
    }

    private Reading read() throws IOException {
        Extent extent = new Extent.Whole();
        try (var parser = text.open()) {
            JsonToken token;
            while ((token = parser.nextToken()) != null) {
                shape.accept(token, parser);
            }
        } catch (StreamConstraintsException e) {
            extent = JsonText.cap(e);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            return JsonLines.mayBe(shape)
                    ? JsonLines.read(text, sink).orElseGet(() -> malformed(firstSentence(e), e.getLocation()))
                    : malformed(firstSentence(e), e.getLocation());
        }
        if (shape.roots() > 1) {
            return shape.isLines()
                    ? JsonLines.read(text, sink).orElseGet(() -> malformed("not JSON Lines", null))
                    : malformed("several JSON values in one file", null);
        }
        return records(extent);
    }

    private Reading records(Extent extent) throws IOException {
        var format = shape.format();
        var node = shape.records();
        if (node.isEmpty()) {
            return Reading.of(format.format(), format.evidence(), new Content.Tree(shape.nodes().none()))
                    .read(extent);
        }
        boolean geo = format.format() == FileFormat.GEOJSON;
        // RFC 7946 fixes WGS 84; GeoJSON of 2008 could state another system.
        var positions = geo
                ? Optional.of(Positions.stated(shape.crs().orElse(Crs.WGS84.id())))
                : Optional.<Positions>empty();
        var fields = new RecordFields(geo ? Map.of() : node.get().fields, node.get().count, sink);
        var records = new JsonRecords(node.get().path, fields, anomalies, text, positions);
        var reached = extent;
        try (var parser = text.open()) {
            JsonToken token;
            while ((token = parser.nextToken()) != null) {
                records.accept(token, parser);
            }
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (StreamConstraintsException e) {
            reached = JsonText.cap(e);
        } catch (JacksonException e) {
            // A number that no type of ours holds.
            return malformed(firstSentence(e), e.getLocation());
        }
        var tree = new TreeProfile(
                node.get().path,
                node.get().count,
                records.fields(),
                shape.nodes().names(),
                anomalies.anomalies());
        return new Reading(format.format(), format.evidence(), new Content.Tree(tree), reached, records.geo());
    }

    private Reading malformed(String reason, @Nullable TokenStreamLocation at) {
        var location = at == null ? TokenStreamLocation.NA : at;
        return Reading.of(
                FileFormat.JSON, "begins like JSON", new Content.Malformed(reason, text.place(location, "")));
    }

    static String firstSentence(JacksonException e) {
        return Reading.firstLine(String.valueOf(e.getOriginalMessage()));
    }
}
