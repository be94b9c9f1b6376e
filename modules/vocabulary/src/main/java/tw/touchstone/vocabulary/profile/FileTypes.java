package tw.touchstone.vocabulary.profile;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import tw.touchstone.model.FileFormat;

/// The IRIs of file formats: the EU file-type authority list, and ours where it has no code. (DCAT-AP 3, `dct:format`)
public final class FileTypes {

    private static final String EU = "http://publications.europa.eu/resource/authority/file-type/";
    private static final String OURS = Terms.SCHEMES + "file-type/";
    private static final Map<String, FileFormat> BY_IRI =
            Arrays.stream(FileFormat.values()).collect(Collectors.toUnmodifiableMap(FileTypes::text, Function.identity()));

    private FileTypes() {}

    /// The IRI of a format.
    public static Node iri(FileFormat format) {
        return NodeFactory.createURI(text(format));
    }

    /// The format that an IRI names, of either list, with `http` or `https`.
    public static Optional<FileFormat> ofIri(String iri) {
        var known = BY_IRI.get(iri);
        if (known == null && iri.startsWith("https://publications.")) {
            known = BY_IRI.get("http" + iri.substring("https".length()));
        }
        return Optional.ofNullable(known);
    }

    private static String text(FileFormat format) {
        var code = euCode(format);
        return code.isEmpty() ? OURS + format.code() : EU + code;
    }

    // Codes are permanent in the authority list; those that differ from our names, and those it lacks, stand here.
    private static String euCode(FileFormat format) {
        return switch (format) {
            case TURTLE -> "RDF_TURTLE";
            case N_TRIPLES -> "RDF_N_TRIPLES";
            case MP4 -> "MPEG4";
            case SEVEN_ZIP -> "7Z";
            case API -> "REST";
            case WMS -> "WMS_SRVC";
            case WFS -> "WFS_SRVC";
            case JSON_LINES, UNKNOWN -> "";
            default -> format.name();
        };
    }
}
