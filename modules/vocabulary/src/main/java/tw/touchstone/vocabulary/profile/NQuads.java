package tw.touchstone.vocabulary.profile;

import java.io.OutputStream;
import java.net.URI;
import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.atlas.lib.CharSpace;
import org.apache.jena.riot.writer.WriterStreamRDFPlain;
import org.apache.jena.sparql.core.Quad;

/// Writes named graphs one after the other, each forgotten when it is written. (RDF 1.1 N-Quads, UTF-8)
///
/// For one thread.
public final class NQuads implements AutoCloseable {

    private final AWriter writer;
    private final WriterStreamRDFPlain out;

    public NQuads(OutputStream out) {
        this.writer = IO.wrapUTF8(out);
        this.out = new WriterStreamRDFPlain(writer, CharSpace.UTF8);
        this.out.start();
    }

    /// Writes a graph under a name.
    public void write(URI name, Graph graph) {
        var node = NodeFactory.createURI(name.toString());
        graph.find().forEach(each -> out.quad(Quad.create(node, each)));
    }

    /// Writes what is held back; the stream below stays open.
    @Override
    public void close() {
        out.finish();
        writer.flush();
    }
}
