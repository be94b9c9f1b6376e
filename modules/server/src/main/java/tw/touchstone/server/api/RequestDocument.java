package tw.touchstone.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import tw.touchstone.server.http.Problem;
import tw.touchstone.vocabulary.profile.RdfSyntax;

/// The document a request carries.
final class RequestDocument {

    private static final String JSON = "application/json";

    private static final int MOST_JSON = 5_000_000;

    private final Optional<RdfSyntax> syntax;
    private final byte[] bytes;

    private RequestDocument(Optional<RdfSyntax> syntax, byte[] bytes) {
        this.syntax = syntax;
        this.bytes = bytes;
    }

    /// The syntax of RDF; empty for our JSON.
    Optional<RdfSyntax> syntax() {
        return syntax;
    }

    /// All of it, at most a few megabytes; not to be changed.
    byte[] bytes() {
        return bytes;
    }

    /// @throws Problem 415 for a type that is not understood, 413 where it is too large
    static RequestDocument of(HttpServletRequest request) {
        try {
            return of(Optional.ofNullable(request.getContentType()).orElse(""), request.getInputStream());
        } catch (IOException cutOff) {
            throw cutOff();
        }
    }

    /// A document of this type; the stream is read once and not closed.
    ///
    /// @throws Problem 415 for a type that is not understood, 413 where it is too large
    static RequestDocument of(String type, InputStream document) {
        var syntax = RdfSyntax.ofMediaType(type);
        if (syntax.isEmpty() && !bare(type).equalsIgnoreCase(JSON)) {
            throw Problem.in(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "Content-Type",
                            "send application/json, text/turtle, application/ld+json, application/rdf+xml or "
                                    + "application/n-triples")
                    .header("Accept-Post", "application/json, text/turtle, application/ld+json, application/rdf+xml");
        }
        int most = syntax.isPresent() ? RdfSyntax.Limits.DATASET.maxBytes() : MOST_JSON;
        var bytes = read(document, most);
        if (bytes.length > most) {
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "a document of this type has at most " + most + " bytes");
        }
        return new RequestDocument(syntax, bytes);
    }

    private static String bare(String type) {
        return type.split(";", 2)[0].strip();
    }

    private static byte[] read(InputStream document, int most) {
        try {
            return document.readNBytes(most + 1);
        } catch (IOException cutOff) {
            throw cutOff();
        }
    }

    private static Problem cutOff() {
        return Problem.of(HttpStatus.BAD_REQUEST, "the document ended too early");
    }
}
