package tw.touchstone.exchange.catalogue;

import java.io.StringWriter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes an [ImportReport] for programs.
final class ReportJson {

    private ReportJson() {}

    static String of(ImportReport report) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("layout", report.layout());
            json.writeStringProperty("source", report.source());
            json.writeStringProperty("unit", report.unit());
            writeRows(json, report);
            writeUrls(json, report.urls());
            writeNotes(json, report);
            writeLists(json, report);
            json.writeObjectPropertyStart("findings");
            report.findings().forEach(json::writeNumberProperty);
            json.writeEndObject();
            report.stopped().ifPresent(stop -> {
                json.writeObjectPropertyStart("stopped");
                json.writeNumberProperty("line", stop.line());
                json.writeStringProperty("reason", stop.reason());
                json.writeEndObject();
            });
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void writeRows(JsonGenerator json, ImportReport report) {
        json.writeObjectPropertyStart("rows");
        json.writeNumberProperty("read", report.rows());
        json.writeNumberProperty("datasets", report.datasets());
        for (var fate : Fate.values()) {
            json.writeNumberProperty(name(fate), report.repeated(fate));
        }
        json.writeNumberProperty("refused", report.refusedRows());
        json.writeEndObject();
    }

    private static void writeUrls(JsonGenerator json, UrlCounts urls) {
        json.writeObjectPropertyStart("urls");
        json.writeNumberProperty("read", urls.read());
        json.writeNumberProperty("kept", urls.kept());
        json.writeNumberProperty("keptWithNote", urls.repaired());
        json.writeNumberProperty("glued", urls.glued());
        json.writeNumberProperty("repeated", urls.repeated());
        json.writeNumberProperty("refused", urls.refused());
        json.writeNumberProperty("unregistered", urls.unregistered());
        json.writeEndObject();
    }

    private static void writeNotes(JsonGenerator json, ImportReport report) {
        json.writeObjectPropertyStart("notes");
        report.notes().forEach((kind, noted) -> {
            json.writeObjectPropertyStart(kind);
            json.writeNumberProperty("count", noted.count());
            json.writeArrayPropertyStart("samples");
            for (var note : noted.samples()) {
                json.writeStartObject();
                json.writeNumberProperty("line", note.line());
                json.writeStringProperty("text", note.text());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private static void writeLists(JsonGenerator json, ImportReport report) {
        json.writeArrayPropertyStart("conflicts");
        for (var row : report.conflicts()) {
            json.writeStartObject();
            json.writeNumberProperty("line", row.line());
            json.writeStringProperty("identifier", row.identifier());
            json.writeStringProperty("fate", name(row.fate()));
            json.writeNumberProperty("otherLine", row.otherLine());
            json.writeStringProperty("difference", row.difference());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("refused");
        for (var row : report.refused()) {
            json.writeStartObject();
            json.writeNumberProperty("line", row.line());
            row.identifier().ifPresent(identifier -> json.writeStringProperty("identifier", identifier));
            json.writeStringProperty("reason", row.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// `firstWins` and the like.
    private static String name(Fate fate) {
        var words = fate.name().toLowerCase(Locale.ROOT).split("_", -1);
        var name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
        }
        return name.toString();
    }
}
