package tw.touchstone.inspection.tree;

import com.ctc.wstx.exc.WstxLazyException;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tw.touchstone.inspection.format.AnomalyTally;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.inspection.geo.Crs;
import tw.touchstone.inspection.geo.Positions;
import tw.touchstone.inspection.table.RowSink;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.TreeProfile;

/// Reads XML and what is built on it, twice: [XmlShape] finds where the records are, [XmlRecords] what stands in them.
/// Document type declarations and entities are noted, never resolved.
public final class XmlReader {

    /// Opens a text from its first character.
    @FunctionalInterface
    public interface Text {
        Reader open() throws IOException;
    }

    /// Takes an event; says why to stop, or nothing.
    interface Events {
        Optional<Extent> accept(int event, XMLStreamReader xml) throws XMLStreamException;
    }

    private XmlReader() {}

    /// Reads a text.
    public static Reading read(Text text, RowSink sink) throws IOException {
        var anomalies = new AnomalyTally();
        var shape = new XmlShape(anomalies);
        Extent extent;
        try {
            extent = events(text, shape);
        } catch (XMLStreamException e) {
            var reason = XmlStreams.reason(e);
            return Reading.of(
                    shape.format(), shape.evidence(), new Content.Malformed(reason, XmlStreams.place(e)));
        }
        var node = shape.records();
        if (node.isEmpty()) {
            return Reading.of(shape.format(), shape.evidence(), new Content.Tree(shape.nodes().none()))
                    .read(extent);
        }
        var records = new XmlRecords(
                node.get(),
                shape.format() == FileFormat.KML,
                new RecordFields(node.get().fields, node.get().count, sink),
                anomalies,
                positions(shape));
        try {
            events(text, records);
        } catch (XMLStreamException e) {
            var reason = XmlStreams.reason(e);
            return Reading.of(
                    shape.format(), shape.evidence(), new Content.Malformed(reason, XmlStreams.place(e)));
        }
        var tree = new TreeProfile(
                node.get().path,
                records.count(),
                records.fields(),
                shape.nodes().names(),
                anomalies.anomalies());
        return new Reading(shape.format(), shape.evidence(), new Content.Tree(tree), extent, records.geo());
    }

    private static Optional<GeoText> positions(XmlShape shape) {
        return switch (shape.format()) {
            // KML fixes WGS 84. (OGC 07-147, 6.2)
            case KML -> Optional.of(new GeoText(new Positions(Crs.WGS84, true), false));
            case GML -> Optional.of(new GeoText(
                    shape.crs().map(Positions::stated).orElseGet(Positions::unstated), shape.isNorthFirst()));
            default -> Optional.empty();
        };
    }

    private static Extent events(Text text, Events events) throws XMLStreamException, IOException {
        try {
            return allEvents(text, events);
        } catch (XMLStreamException e) {
            return XmlStreams.cap(e).orElseThrow(() -> e);
        }
    }

    private static Extent allEvents(Text text, Events events) throws XMLStreamException, IOException {
        try (var in = text.open()) {
            var xml = XmlStreams.open(in);
            try {
                while (xml.hasNext()) {
                    var stop = events.accept(xml.next(), xml);
                    if (stop.isPresent()) {
                        return stop.get();
                    }
                }
                return new Extent.Whole();
            } catch (WstxLazyException e) {
                throw XmlStreams.cause(e);
            } finally {
                xml.close();
            }
        }
    }

    /// Notes what is not followed.
    static void refused(int event, XMLStreamReader xml, AnomalyTally anomalies) {
        if (event == XMLStreamConstants.DTD) {
            anomalies.add(AnomalyCode.DOCTYPE, XmlStreams.place(xml, ""));
        } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            anomalies.add(AnomalyCode.ENTITY_REFERENCE, XmlStreams.place(xml, "&" + xml.getLocalName() + ";"));
        }
    }
}
