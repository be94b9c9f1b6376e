package tw.touchstone.bench.files;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Trees read by the parsers that the inspector uses, without a look at anything in them.
final class Tokens {

    private Tokens() {}

    static void json(byte[] bytes) {
        try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isScalarValue()) {
                    parser.getStringLength();
                }
            }
        }
    }

    static void xml(byte[] bytes) throws IOException {
        try {
            var reader = new WstxInputFactory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (reader.hasNext()) {
                reader.next();
                if (reader.isCharacters()) {
                    reader.getTextLength();
                }
            }
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
