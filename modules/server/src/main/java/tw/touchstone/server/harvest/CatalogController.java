package tw.touchstone.server.harvest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Sha256;
import tw.touchstone.server.http.EntityTag;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.rdf.AcceptedRdf;
import tw.touchstone.vocabulary.profile.RdfSyntax;

/// The catalogue in DCAT, page by page.
///
/// Equal pages give equal bytes, so the entity tag is the digest of the bytes; the number of the last change that a page
/// takes into account stands in a header, since it changes where the page does not.
@RestController
class CatalogController {

    private static final String CHANGE_NUMBER = "Touchstone-Change-Number";
    private static final long MOST_PAGES = 1_000_000;

    private final CatalogPages pages;

    CatalogController(CatalogPages pages) {
        this.pages = pages;
    }

    /// The catalogue's IRI: RDF for whom wants that, else the page on which people look for datasets.
    @GetMapping("/catalog")
    ResponseEntity<byte[]> negotiated(HttpServletRequest request) {
        var accept = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        var syntax = AcceptedRdf.of(accept);
        var answer = syntax.isPresent()
                ? page(syntax.get(), request)
                : ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/datasets")).<byte[]>build();
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .body(answer.getBody());
    }

    @GetMapping({"/catalog.ttl", "/catalog.jsonld", "/catalog.rdf", "/catalog.nt"})
    ResponseEntity<byte[]> page(HttpServletRequest request) {
        var path = request.getRequestURI();
        return page(
                RdfSyntax.ofSuffix(path.substring(path.lastIndexOf('.') + 1)).orElseThrow(), request);
    }

    private ResponseEntity<byte[]> page(RdfSyntax syntax, HttpServletRequest request) {
        var parameters = Parameters.of(request, Set.of("page", "after", "modified_since"));
        var page = pages.page(new CatalogPages.Wanted(
                syntax.suffix(),
                parameters.number("page", 1, MOST_PAGES).orElse(1L),
                parameters.one("after").map(CatalogController::identifier),
                parameters.instant("modified_since")));
        var bytes = new ByteArrayOutputStream();
        RdfSyntax.write(page.graph(), syntax, bytes);
        var tag = EntityTag.of(Sha256.of(bytes.toByteArray()));
        boolean known = tag.isIn(Optional.ofNullable(request.getHeader(HttpHeaders.IF_NONE_MATCH)));
        var answer = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag.header())
                .cacheControl(CacheControl.noCache())
                .header(CHANGE_NUMBER, Long.toString(page.change()));
        return known
                ? answer.build()
                : answer.header(HttpHeaders.CONTENT_TYPE, syntax.contentType()).body(bytes.toByteArray());
    }

    private static DatasetId identifier(String text) {
        if (!DatasetId.isValid(text)) {
            throw Problem.badField("after", "after is the identifier of a dataset");
        }
        return new DatasetId(text);
    }
}
