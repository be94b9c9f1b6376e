package tw.touchstone.exchange.catalogue;

import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The children of an XML file's root, each with one element per column.
///
/// A document type is not read and no entity is resolved.
final class XmlRows implements RawRows {

    private final RecordReader in;
    private final XMLStreamReader parser;
    private final char separator;
    private long record;
    private boolean inRoot;
    private boolean ended;

    XmlRows(Reader reader, Limits limits, char separator) {
        in = new RecordReader(reader, limits.rowChars());
        this.separator = separator;
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            parser = factory.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the XML parser reads nothing before it is asked to", e);
        }
    }

    @Override
    public Optional<RawRow> next() {
        if (ended) {
            return Optional.empty();
        }
        in.newRecord();
        try {
            while (parser.hasNext()) {
                int event = parser.next();
                if (event == XMLStreamConstants.DTD) {
                    return broken("a document type is not accepted");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (inRoot) {
                        record++;
                        return Optional.of(new RawRow.Read(record, readRecord(), Optional.empty()));
                    }
                    inRoot = true;
                }
            }
            ended = true;
            return Optional.empty();
        } catch (XMLStreamException malformed) {
            return broken(
                    malformed.getNestedException() instanceof RecordReader.TooLong tooLong
                            ? tooLong.reason()
                            : "not valid XML");
        }
    }

    private Map<String, String> readRecord() throws XMLStreamException {
        var values = new LinkedHashMap<String, String>();
        while (parser.next() != XMLStreamConstants.END_ELEMENT) {
            if (parser.getEventType() == XMLStreamConstants.START_ELEMENT) {
                var name = parser.getLocalName();
                values.merge(name, readColumn(), (first, second) -> first + separator + second);
            }
        }
        return values;
    }

    /// The text of an element, or the texts of its children as one list.
    private String readColumn() throws XMLStreamException {
        var text = new StringBuilder();
        int depth = 1;
        boolean separate = false;
        while (depth > 0) {
            switch (parser.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    var before = text.toString().stripTrailing();
                    text.setLength(before.length());
                    separate = !before.isBlank();
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (separate && !parser.getText().isBlank()) {
                        text.append(separator);
                        separate = false;
                    }
                    text.append(parser.getText());
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("undeclared entity " + parser.getLocalName(), parser.getLocation());
                default -> {
                    // comments and processing instructions say nothing about the dataset
                }
            }
        }
        return text.toString().strip();
    }

    private Optional<RawRow> broken(String reason) {
        ended = true;
        var where = parser.getLocation();
        return Optional.of(new RawRow.Broken(
                Math.max(1, record),
                "%s (line %d, column %d)".formatted(reason, where.getLineNumber(), where.getColumnNumber())));
    }
}
