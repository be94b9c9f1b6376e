package tw.touchstone.server.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tw.touchstone.catalog.querying.Queries;
import tw.touchstone.server.http.Problem;

/// Reads a query from a request by any of the three ways of the protocol. (SPARQL 1.1 Protocol, section 2.1)
///
/// Parameters are read here and not by the container, which would mix those of the address and of the body, and guess a
/// charset.
final class SparqlRequest {

    private static final MediaType QUERY = MediaType.parseMediaType("application/sparql-query");
    private static final MediaType UPDATE = MediaType.parseMediaType("application/sparql-update");
    private static final Set<String> KNOWN = Set.of("query", "default-graph-uri", "named-graph-uri");
    private static final Set<String> OF_UPDATES = Set.of("update", "using-graph-uri", "using-named-graph-uri");
    /// Each character of a query can be nine of a form.
    private static final int MOST_BYTES = 9 * Queries.MOST_TEXT + (64 << 10);

    private SparqlRequest() {}

    /// The query of a GET; empty where there is none, which asks for the description of the service.
    ///
    /// @throws Problem 400 where it is malformed, 403 where it is an update
    static Optional<Queries.Asked> get(HttpServletRequest request) {
        var query = request.getQueryString();
        var fields = fields(query == null ? "" : query, Set.of("lang"));
        return fields.containsKey("query") ? Optional.of(asked(one(fields, "query"), fields)) : Optional.empty();
    }

    /// The query of a POST.
    ///
    /// @throws Problem as above, and 415 where the body is of another type
    static Queries.Asked post(HttpServletRequest request) throws IOException {
        var type = type(request);
        var body = body(request);
        var address = Optional.ofNullable(request.getQueryString()).orElse("");
        if (type.equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED)) {
            if (!address.isEmpty()) {
                throw Problem.of(HttpStatus.BAD_REQUEST, "a form has its parameters in the body, and none in the address");
            }
            var fields = fields(body, Set.of());
            return asked(one(fields, "query"), fields);
        }
        var fields = fields(address, Set.of());
        if (fields.containsKey("query")) {
            throw Problem.badField("query", "the query is the body, and stands in the address too");
        }
        return asked(body, fields);
    }

    private static MediaType type(HttpServletRequest request) {
        MediaType type;
        try {
            type = Optional.ofNullable(request.getContentType())
                    .map(MediaType::parseMediaType)
                    .orElseThrow(() -> unsupported("the request has no Content-Type"));
        } catch (InvalidMediaTypeException e) {
            throw unsupported("the Content-Type cannot be read");
        }
        if (type.equalsTypeAndSubtype(UPDATE)) {
            throw readOnly();
        }
        if (!type.equalsTypeAndSubtype(QUERY) && !type.equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED)) {
            throw unsupported("a query comes as application/sparql-query or application/x-www-form-urlencoded");
        }
        var charset = Optional.ofNullable(type.getParameter("charset")).orElse("utf-8");
        if (!charset.equalsIgnoreCase("utf-8") && !charset.equalsIgnoreCase("us-ascii")) {
            throw unsupported("a query is UTF-8");
        }
        return type;
    }

    private static String body(HttpServletRequest request) throws IOException {
        var bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "a query has at most " + Queries.MOST_TEXT + " characters");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "the body is not UTF-8");
        }
    }

    private static Map<String, List<String>> fields(String form, Set<String> more) {
        var fields = new HashMap<String, List<String>>();
        for (var pair : form.split("&", -1)) {
            if (!pair.isEmpty()) {
                int at = pair.indexOf('=');
                var name = decoded(at < 0 ? pair : pair.substring(0, at));
                if (OF_UPDATES.contains(name)) {
                    throw readOnly();
                }
                if (!KNOWN.contains(name) && !more.contains(name)) {
                    throw Problem.badField(
                            name, "there is no parameter " + name + "; known are query, default-graph-uri and named-graph-uri");
                }
                fields.computeIfAbsent(name, each -> new ArrayList<>()).add(at < 0 ? "" : decoded(pair.substring(at + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            var decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.indexOf('\uFFFD') < 0) {
                return decoded;
            }
        } catch (IllegalArgumentException broken) {
            // Told below.
        }
        throw Problem.of(HttpStatus.BAD_REQUEST, "the parameters are not percent-encoded UTF-8");
    }

    private static String one(Map<String, List<String>> fields, String name) {
        var values = fields.getOrDefault(name, List.of());
        if (values.size() != 1) {
            throw Problem.badField(name, values.isEmpty() ? "there is no query" : "there are " + values.size() + " queries");
        }
        return values.getFirst();
    }

    private static Queries.Asked asked(String text, Map<String, List<String>> fields) {
        return new Queries.Asked(
                text,
                fields.getOrDefault("default-graph-uri", List.of()),
                fields.getOrDefault("named-graph-uri", List.of()));
    }

    private static Problem unsupported(String reason) {
        return Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, reason).header("Accept-Post", QUERY + ", application/x-www-form-urlencoded");
    }

    private static Problem readOnly() {
        return Problem.of(HttpStatus.FORBIDDEN, "this endpoint takes no updates; datasets are changed at /api/v1/datasets");
    }
}
