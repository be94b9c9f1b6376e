package tw.touchstone.server.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.querying.Queries;
import tw.touchstone.catalog.querying.QueryOutcome;
import tw.touchstone.catalog.querying.ResultSyntax;
import tw.touchstone.model.Iris;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.rdf.AcceptedRdf;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.vocabulary.profile.RdfSyntax;

/// The endpoint. (SPARQL 1.1 Protocol, section 2; SPARQL 1.1 Service Description; VoID)
///
/// Browsers, which would rather have a page, are led to it by [PageNegotiation].
@RestController
class SparqlController {

    private final Queries queries;
    private final CatalogStore store;
    private final Iris iris;

    SparqlController(Queries queries, Catalog catalog) {
        this.queries = queries;
        this.store = catalog.store();
        this.iris = catalog.settings().iris();
    }

    @GetMapping("/sparql")
    ResponseEntity<byte[]> get(HttpServletRequest request) {
        return SparqlRequest.get(request)
                .map(asked -> answer(asked, request))
                .orElseGet(() -> described(ServiceDescription.of(iris), request));
    }

    @PostMapping("/sparql")
    ResponseEntity<byte[]> post(HttpServletRequest request) throws IOException {
        return answer(SparqlRequest.post(request), request);
    }

    /// What is in the catalogue and where, for programs that look for it at the usual place. (VoID, section 7.2)
    @GetMapping("/.well-known/void")
    ResponseEntity<byte[]> statistics(HttpServletRequest request) {
        Parameters.of(request, Set.of());
        return described(ServiceDescription.statistics(iris, store.datasets()), request);
    }

    private ResponseEntity<byte[]> answer(Queries.Asked asked, HttpServletRequest request) {
        return switch (queries.parse(asked)) {
            case Queries.Parsed.Unreadable unreadable -> throw Problem.badField("query", unreadable.reason());
            case Queries.Parsed.Understood understood -> {
                var syntax = wanted(understood.table(), request);
                yield ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, contentType(syntax))
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                        .cacheControl(CacheControl.noCache())
                        .body(bytes(queries.run(understood.query(), syntax)));
            }
        };
    }

    private static byte[] bytes(QueryOutcome outcome) {
        return switch (outcome) {
            case QueryOutcome.Answered answered -> answered.bytes();
            case QueryOutcome.Refused(var reason) -> throw Problem.badField("query", reason);
            case QueryOutcome.TooDear(var limit, var reason) ->
                throw Problem.of(
                                limit.equals("time") ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.CONTENT_TOO_LARGE, reason)
                        .with("limit", limit);
            case QueryOutcome.Busy _ ->
                throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "other queries are running; ask again in some seconds")
                        .header(HttpHeaders.RETRY_AFTER, "5");
        };
    }

    private static ResultSyntax wanted(boolean table, HttpServletRequest request) {
        var offered = ResultSyntax.of(table);
        var accept = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        if (accept.isBlank()) {
            return offered.getFirst();
        }
        List<MediaType> ranges;
        try {
            ranges = MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException e) {
            throw Problem.badField(HttpHeaders.ACCEPT, "the Accept header cannot be read");
        }
        return offered.stream()
                .filter(each -> quality(ranges, each) > 0)
                // The first of equals wins.
                .reduce((best, next) -> quality(ranges, next) > quality(ranges, best) ? next : best)
                .orElseThrow(() -> Problem.of(
                        HttpStatus.NOT_ACCEPTABLE,
                        "there are " + offered.stream().map(ResultSyntax::mediaType).toList()));
    }

    private static double quality(List<MediaType> ranges, ResultSyntax syntax) {
        var type = MediaType.parseMediaType(syntax.mediaType());
        // Plain JSON and XML are what those who know no better ask for.
        var plain = syntax == ResultSyntax.JSON
                ? Optional.of(MediaType.APPLICATION_JSON)
                : Optional.of(MediaType.APPLICATION_XML).filter(_ -> syntax == ResultSyntax.XML);
        return ranges.stream()
                .filter(range -> range.includes(type) || plain.filter(range::equalsTypeAndSubtype).isPresent())
                .max(Comparator.comparingInt(range -> range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }

    private static String contentType(ResultSyntax syntax) {
        return syntax.mediaType().startsWith("text/") ? syntax.mediaType() + ";charset=utf-8" : syntax.mediaType();
    }

    private static ResponseEntity<byte[]> described(Graph graph, HttpServletRequest request) {
        var accept = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        var syntax = AcceptedRdf.of(accept).orElse(RdfSyntax.TURTLE);
        var bytes = new ByteArrayOutputStream();
        RdfSyntax.write(graph, syntax, bytes);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, syntax.contentType())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .cacheControl(CacheControl.noCache())
                .body(bytes.toByteArray());
    }
}
