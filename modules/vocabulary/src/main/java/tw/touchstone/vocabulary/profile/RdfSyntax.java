package tw.touchstone.vocabulary.profile;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/// The syntaxes RDF is exchanged in.
public enum RdfSyntax {
    TURTLE("text/turtle", "ttl"),
    JSON_LD("application/ld+json", "jsonld"),
    RDF_XML("application/rdf+xml", "rdf"),
    N_TRIPLES("application/n-triples", "nt");

    private final String mediaType;
    private final String suffix;

    RdfSyntax(String mediaType, String suffix) {
        this.mediaType = mediaType;
        this.suffix = suffix;
    }

    /// What one document may cost.
    ///
    /// @param maxBytes   its length
    /// @param maxTriples what it may grow to
    public record Limits(int maxBytes, long maxTriples) {

        /// Enough for a dataset with thousands of described fields.
        public static final Limits DATASET = new Limits(4 << 20, 50_000);
    }

    /// For example `text/turtle`; all are UTF-8.
    public String mediaType() {
        return mediaType;
    }

    /// As it stands in a header. Turtle says its charset, since the default of HTTP's old days was another one; the other
    /// types have no such parameter.
    public String contentType() {
        return this == TURTLE ? mediaType + ";charset=utf-8" : mediaType;
    }

    /// The file name suffix without dot, for example `ttl`.
    public String suffix() {
        return suffix;
    }

    /// The syntax of a media type, parameters and case aside.
    public static Optional<RdfSyntax> ofMediaType(String mediaType) {
        var bare = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(each -> each.mediaType.equals(bare)).findFirst();
    }

    /// The syntax of a [#suffix()].
    public static Optional<RdfSyntax> ofSuffix(String suffix) {
        return Arrays.stream(values()).filter(each -> each.suffix.equals(suffix)).findFirst();
    }

    /// Reads a document from a stranger. Nothing is fetched: remote JSON-LD contexts, document types and entities are
    /// refused, and so are IRIs with forbidden characters or broken escapes. The stream is not closed.
    ///
    /// @param base what relative IRIs are relative to
    /// @throws java.io.UncheckedIOException if the stream cannot be read
    public static ParseResult parse(InputStream in, RdfSyntax syntax, URI base, Limits limits) {
        return new RdfParsing(syntax, base, limits).parse(in);
    }

    /// Writes a graph: equal graphs without blank nodes give equal bytes, sorted by subject, property and value.
    ///
    /// RDF/XML has no spelling for control characters; there they become U+FFFD.
    public static void write(Graph graph, RdfSyntax syntax, OutputStream out) {
        var sorted = SortedGraph.of(graph, syntax == RDF_XML);
        var writer = RDFWriter.create().format(syntax.format());
        if (syntax == JSON_LD) {
            writer.source(DatasetGraphFactory.wrap(sorted));
        } else {
            writer.source(sorted);
        }
        writer.output(out);
    }

    Lang lang() {
        return format().getLang();
    }

    private RDFFormat format() {
        return switch (this) {
            case TURTLE -> RDFFormat.TURTLE_PRETTY;
            case JSON_LD -> RDFFormat.JSONLD11_PRETTY;
            case RDF_XML -> RDFFormat.RDFXML_PLAIN;
            case N_TRIPLES -> RDFFormat.NTRIPLES_UTF8;
        };
    }
}
