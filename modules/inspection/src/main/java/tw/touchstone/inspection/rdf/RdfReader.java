package tw.touchstone.inspection.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.system.ErrorHandler;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.Place;

/// Reads RDF as a stream of statements. The records of such a file are its statements, and their fields the predicates.
///
/// Nothing is loaded from elsewhere. JSON-LD is not read here: what it states depends on contexts on the network.
public final class RdfReader {

    /// Opens the bytes, in UTF-8.
    @FunctionalInterface
    public interface Bytes {
        InputStream open() throws IOException;
    }

    private static final String BASE = "urn:x-base:";

    private RdfReader() {}

    /// Whether this reads a format.
    public static boolean reads(FileFormat format) {
        return lang(format).isPresent();
    }

    private static Optional<Lang> lang(FileFormat format) {
        return switch (format) {
            case TURTLE -> Optional.of(Lang.TURTLE);
            case TRIG -> Optional.of(Lang.TRIG);
            case N_TRIPLES -> Optional.of(Lang.NTRIPLES);
            case N_QUADS -> Optional.of(Lang.NQUADS);
            case RDF_XML -> Optional.of(Lang.RDFXML);
            default -> Optional.empty();
        };
    }

    /// Reads a text.
    ///
    /// @param evidence what showed the format
    public static Reading read(FileFormat format, String evidence, Bytes bytes) throws IOException {
        var statements = new Statements();
        try (var in = new StatementCap(bytes.open(), statements, format != FileFormat.RDF_XML)) {
            try {
                RDFParser.create()
                        .source(in)
                        .base(BASE)
                        .forceLang(lang(format).orElseThrow())
                        .checking(false)
                        .errorHandler(new Strict())
                        .parse(statements);
            } catch (Statements.Full e) {
                return Reading.of(format, evidence, new Content.Tree(statements.profile())).read(e.extent());
            } catch (RiotParseException e) {
                return malformed(format, evidence, in, e, e.getLine(), e.getCol());
            } catch (RuntimeException e) {
                // The library answers some broken terms with exceptions of other kinds.
                return malformed(format, evidence, in, e, 0, 0);
            }
            if (in.stoppedAt().isPresent()) {
                return Reading.of(format, evidence, new Content.Tree(statements.profile()))
                        .read(in.stoppedAt().get());
            }
        }
        return Reading.of(format, evidence, new Content.Tree(statements.profile())).read(new Extent.Whole());
    }

    private static Reading malformed(
            FileFormat format, String evidence, StatementCap in, RuntimeException why, long line, long column)
            throws IOException {
        if (in.failure().isPresent()) {
            throw in.failure().get();
        }
        if (in.stoppedAt().isPresent()) {
            return Reading.of(format, evidence, new Content.Opaque()).read(in.stoppedAt().get());
        }
        var place = new Place(Math.max(0, line), Math.clamp(column, 0, Integer.MAX_VALUE), -1, "");
        var reason = Reading.message(why);
        return Reading.of(
                format, evidence, new Content.Malformed(reason.isEmpty() ? "broken RDF" : reason, place));
    }

    /// Warnings are opinions; the first error ends reading.
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {}

        @Override
        public void error(String message, long line, long column) {
            throw new RiotParseException(message, line, column);
        }

        @Override
        public void fatal(String message, long line, long column) {
            throw new RiotParseException(message, line, column);
        }
    }
}
