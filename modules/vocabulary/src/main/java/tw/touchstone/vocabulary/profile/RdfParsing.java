package tw.touchstone.vocabulary.profile;

import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.uri.UriValidationPolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.graph.GraphFactory;
import tw.touchstone.vocabulary.profile.ParseResult.Parsed;
import tw.touchstone.vocabulary.profile.ParseResult.Refused;

/// One reading of one document from a stranger.
final class RdfParsing {

    private final RdfSyntax syntax;
    private final URI base;
    private final RdfSyntax.Limits limits;

    RdfParsing(RdfSyntax syntax, URI base, RdfSyntax.Limits limits) {
        this.syntax = syntax;
        this.base = base;
        this.limits = limits;
    }

    ParseResult parse(InputStream in) {
        byte[] document;
        try {
            document = in.readNBytes(limits.maxBytes() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (document.length > limits.maxBytes()) {
            return new Refused(0, 0, "the document is longer than " + limits.maxBytes() + " bytes");
        }
        var doctype = syntax == RdfSyntax.RDF_XML ? doctype(document) : Optional.<Refused>empty();
        return doctype.isPresent() ? doctype.get() : triples(document);
    }

    // Parsers recurse into nested documents and have bugs of their own: whatever they throw is a refused document,
    // never a failed request.
    private ParseResult triples(byte[] document) {
        var graph = GraphFactory.createDefaultGraph();
        var problems = new Problems();
        try {
            RDFParser.create()
                    .source(new ByteArrayInputStream(document))
                    .forceLang(syntax.lang())
                    .base(base.toString())
                    .errorHandler(problems)
                    .set(LangJSONLD11.JSONLD_OPTIONS, offline())
                    .parse(new Guard(graph, problems, limits.maxTriples()));
            return new Parsed(graph);
        } catch (StackOverflowError e) {
            return new Refused(0, 0, "the document is nested too deeply");
        } catch (RuntimeException e) {
            return problems.refusal(e);
        }
    }

    private static JsonLdOptions offline() {
        var options = new JsonLdOptions((url, how) -> {
            throw new Unacceptable("remote contexts are not fetched: " + url);
        });
        // Skipping ill-formed IRIs would silently lose triples; the guard refuses them instead.
        options.setUriValidation(UriValidationPolicy.None);
        return options;
    }

    private static Optional<Refused> doctype(byte[] document) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
            for (int event = reader.getEventType(); event != XMLStreamConstants.START_ELEMENT; event = reader.next()) {
                if (event == XMLStreamConstants.DTD) {
                    return Optional.of(at(reader));
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            var place = e.getLocation();
            return Optional.of(new Refused(
                    place == null ? 0 : place.getLineNumber(),
                    place == null ? 0 : place.getColumnNumber(),
                    "no well-formed XML"));
        }
    }

    private static Refused at(XMLStreamReader reader) {
        var place = reader.getLocation();
        return new Refused(
                place.getLineNumber(), place.getColumnNumber(), "document types and entities are not accepted");
    }

    /// Why a document is not taken although its syntax may be right.
    private static final class Unacceptable extends RuntimeException {
        private Unacceptable(String message) {
            super(message);
        }
    }

    /// Remembers what the parser complained about last, with the place.
    private static final class Problems implements ErrorHandler {
        private Refused last = new Refused(0, 0, "");

        @Override
        public void warning(String message, long line, long column) {
            last = new Refused(Math.max(line, 0), Math.max(column, 0), message);
        }

        @Override
        public void error(String message, long line, long column) {
            warning(message, line, column);
        }

        @Override
        public void fatal(String message, long line, long column) {
            warning(message, line, column);
            throw new Unacceptable(message);
        }

        private Refused refusal(RuntimeException thrown) {
            Throwable reason = thrown;
            for (Throwable each = thrown; each != null; each = each.getCause()) {
                reason = each instanceof Unacceptable ? each : reason;
            }
            var message = Optional.ofNullable(reason.getMessage()).orElse("the document cannot be read");
            return new Refused(last.line(), last.column(), message);
        }
    }

    /// Counts triples and looks at every IRI: Jena only warns about some that no one can use.
    private static final class Guard extends StreamRDFWrapper {
        private final Problems problems;
        private final long maxTriples;
        private long triples;

        private Guard(Graph graph, Problems problems, long maxTriples) {
            super(StreamRDFLib.graph(graph));
            this.problems = problems;
            this.maxTriples = maxTriples;
        }

        @Override
        public void triple(Triple triple) {
            if (++triples > maxTriples) {
                throw new Unacceptable("the document has more than " + maxTriples + " triples");
            }
            for (var node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
                if (node.isURI() && !isLegal(node)) {
                    throw new Unacceptable("no legal IRI: <" + node.getURI() + ">"
                            + (problems.last.message().isEmpty() ? "" : " (" + problems.last.message() + ")"));
                }
            }
            super.triple(triple);
        }

        private static boolean isLegal(Node node) {
            try {
                return IRIx.create(node.getURI()).scheme() != null;
            } catch (IRIException e) {
                return false;
            }
        }
    }
}
