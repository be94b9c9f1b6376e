package tw.touchstone.inspection.tree;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import tw.touchstone.inspection.format.AnomalyTally;
import tw.touchstone.inspection.table.CellKind;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.FieldPresence;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.Place;

/// Reads the records of XML once it is known where they are: what stands in their fields, and where they lie.
///
/// Fields are the attributes of the record element and the elements below it, whose value may stand in one more element
/// (`<x><value>1</value></x>`); in KML also the named values of
/// `ExtendedData`. (OGC 07-147, 9.2)
final class XmlRecords implements XmlReader.Events {

    private static final int TEXT = 1 << 16;

    /// An element inside a record.
    private static final class Level {
        final String name;
        final String path;
        final boolean record;
        /// Name of the field this element's text is the value of; empty where it is none.
        final String field;
        /// Whether it is the first element inside a field, in which the value may stand.
        final boolean wrapped;
        int children;
        /// Whether characters stand beside the elements in it.
        boolean mixed;
        /// What the last element in it says, where that has none inside.
        @Nullable String only;
        @Nullable Place began;

        Level(String name, String path, boolean record, String field, boolean wrapped) {
            this.name = name;
            this.path = path;
            this.record = record;
            this.field = field;
            this.wrapped = wrapped;
        }
    }

    private final RecordNodes.Node node;
    private final boolean kml;
    private final RecordFields fields;
    private final AnomalyTally anomalies;
    private final Optional<GeoText> geo;
    private final ArrayDeque<Level> levels = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private long count;

    XmlRecords(
            RecordNodes.Node node, boolean kml, RecordFields fields, AnomalyTally anomalies, Optional<GeoText> geo) {
        this.node = node;
        this.kml = kml;
        this.fields = fields;
        this.anomalies = anomalies;
        this.geo = geo;
    }

    @Override
    public Optional<Extent> accept(int event, XMLStreamReader xml) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (levels.size() == XmlStreams.DEPTH) {
                    return Optional.of(new Extent.Partial("depth", XmlStreams.DEPTH));
                }
                open(xml);
            }
            case XMLStreamConstants.END_ELEMENT -> close(xml);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters(xml);
            default -> {}
        }
        return Optional.empty();
    }

    private void open(XMLStreamReader xml) {
        var name = xml.getLocalName();
        var parent = levels.peekFirst();
        if (parent != null) {
            parent.mixed |= !text.toString().isBlank();
        }
        text.setLength(0);
        var path = (parent == null ? "" : parent.path) + "/" + name;
        if (path.length() > 4_000 && parent != null) {
            path = parent.path;
        }
        boolean record = (kml && node.path.endsWith("/Placemark")) ? name.equals("Placemark") : path.equals(node.path);
        var level = new Level(name, path, record, record ? "" : field(name, parent, xml), !record && isWrapped(parent));
        if (record) {
            count++;
            fields.next();
            level.began = XmlStreams.place(xml, "");
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                fields.value(xml.getAttributeLocalName(i), xml.getAttributeValue(i), CellKind.UNSTATED, line(xml));
            }
        } else if (parent != null) {
            parent.children++;
            if (parent.record) {
                fields.present(name);
            }
        }
        geo.ifPresent(each -> each.open(name, xml));
        levels.push(level);
    }

    private String field(String name, @Nullable Level parent, XMLStreamReader xml) {
        if (parent == null) {
            return "";
        }
        if (kml && (name.equals("SimpleData") || name.equals("Data"))) {
            var stated = xml.getAttributeValue(null, "name");
            return stated == null ? "" : stated;
        }
        if (kml && name.equals("value")) {
            return parent.field;
        }
        return parent.record ? name : "";
    }

    /// In KML and GML such elements are geometries or named values.
    private boolean isWrapped(@Nullable Level parent) {
        return parent != null && !parent.field.isEmpty() && parent.children == 0 && !kml && geo.isEmpty();
    }

    private void characters(XMLStreamReader xml) {
        var level = levels.peekFirst();
        boolean geometry = geo.map(GeoText::isOpen).orElse(false);
        if (geometry) {
            var buffer = xml.getTextCharacters();
            geo.get().characters(buffer, xml.getTextStart(), xml.getTextLength(), xml);
        } else if (level != null && (level.wrapped || !level.field.isEmpty()) && text.length() < TEXT) {
            text.append(
                    xml.getTextCharacters(),
                    xml.getTextStart(),
                    Math.min(xml.getTextLength(), TEXT - text.length()));
        }
    }

    private void close(XMLStreamReader xml) {
        var level = levels.pop();
        geo.ifPresent(each -> each.close(level.name, xml));
        if (level.record) {
            fields.end(anomalies, level.began == null ? XmlStreams.place(xml, "") : level.began);
        } else if (!level.field.isEmpty()) {
            var only = level.only;
            if (level.children == 0) {
                value(level.field, text, xml);
            } else if (level.children == 1 && only != null && !level.mixed && text.toString().isBlank()) {
                value(level.field, only, xml);
            } else if (!level.name.equals("Data")) {
                fields.complex(level.field);
            }
        } else if (level.wrapped && level.children == 0) {
            var parent = levels.peekFirst();
            if (parent != null) {
                parent.only = text.toString();
            }
        }
        text.setLength(0);
    }

    private void value(String field, CharSequence said, XMLStreamReader xml) {
        if (said.isEmpty()) {
            fields.nothing(field);
        } else {
            fields.value(field, said, CellKind.UNSTATED, line(xml));
        }
    }

    private static long line(XMLStreamReader xml) {
        return Math.max(0, xml.getLocation().getLineNumber());
    }

    long count() {
        return count;
    }

    /// The fields; what is odd about their values is counted now.
    List<FieldPresence> fields() {
        return fields.presences(anomalies);
    }

    Optional<GeoProfile> geo() {
        return geo.flatMap(GeoText::profile);
    }
}
