package tw.touchstone.inspection.tree;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.codehaus.stax2.XMLInputFactory2;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.Place;

/// Opens XML for reading as a stream, so that nothing in it is followed, resolved or kept whole: no document type
/// declaration, no entity but XML's own five, no long attribute.
public final class XmlStreams {

    /// Elements in one another that are read.
    public static final int DEPTH = 500;

    private static final int ATTRIBUTES = 1_000;
    private static final int ATTRIBUTE_CHARS = 1 << 20;

    private XmlStreams() {}

    /// Reads characters.
    public static XMLStreamReader open(Reader in) throws XMLStreamException {
        return factory().createXMLStreamReader(in);
    }

    /// Reads bytes, in the encoding that they state.
    public static XMLStreamReader open(InputStream in) throws XMLStreamException {
        return factory().createXMLStreamReader(in);
    }

    /// Reads the bytes of a part of a document, where a document type declaration breaks the rules (ECMA-376 part 2, 8.1.4:
    /// no part may have one) and ends reading: only an attack has a use for it.
    public static XMLStreamReader openPart(InputStream in) throws XMLStreamException {
        return new StreamReaderDelegate(open(in)) {
            @Override
            public int next() throws XMLStreamException {
                int event = super.next();
                if (event == DTD) {
                    throw new XMLStreamException("a document type declaration, which is refused", getLocation());
                }
                return event;
            }
        };
    }

    /// A new factory each time: it keeps all names that it ever saw.
    private static XMLInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory2.P_INTERN_NAMES, false);
        factory.setProperty(XMLInputFactory2.P_INTERN_NS_URIS, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEPTH + 2);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, ATTRIBUTE_CHARS);
        return factory;
    }

    /// Where the reader is, counted in characters of lines.
    public static Place place(XMLStreamReader xml, String seen) {
        return place(xml.getLocation(), seen);
    }

    static Place place(Location at, String seen) {
        return at == null
                ? new Place(0, 0, -1, seen)
                : new Place(Math.max(0, at.getLineNumber()), Math.max(0, at.getColumnNumber()), -1, seen);
    }

    /// The place and the reason of a failure.
    public static Place place(XMLStreamException e) {
        return place(e.getLocation(), "");
    }

    /// The cap that a failure stands for; empty where the XML is broken or cannot be read.
    public static Optional<Extent> cap(XMLStreamException e) {
        var message = String.valueOf(e.getMessage());
        if (message.contains("Maximum attribute size limit")) {
            return Optional.of(new Extent.Partial("attribute-chars", ATTRIBUTE_CHARS));
        }
        return message.contains("Attribute limit")
                ? Optional.of(new Extent.Partial("attributes", ATTRIBUTES))
                : Optional.empty();
    }

    /// What a failure means: broken XML, or that the bytes could not be read.
    ///
    /// @throws IOException where they could not be read
    public static String reason(XMLStreamException e) throws IOException {
        if (e.getCause() instanceof IOException io && !(io instanceof java.io.CharConversionException)) {
            throw io;
        }
        return Reading.firstLine(String.valueOf(e.getMessage()));
    }

    /// Broken XML that the parser only noticed when it was asked for the text.
    public static XMLStreamException cause(WstxLazyException e) {
        return e.getCause() instanceof XMLStreamException cause ? cause : new XMLStreamException(e.getMessage(), e);
    }
}
