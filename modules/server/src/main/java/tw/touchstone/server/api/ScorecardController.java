package tw.touchstone.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.model.Sha256;
import tw.touchstone.server.http.EntityTag;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.scorecard.WantedScorecards;

/// The scorecard of a dataset as it was stored, byte by byte, alone or with everything it was computed from.
@RestController
class ScorecardController {

    private final Catalog catalog;
    private final WantedScorecards wanted;

    ScorecardController(Catalog catalog, WantedScorecards wanted) {
        this.catalog = catalog;
        this.wanted = wanted;
    }

    @GetMapping(
            path = {"/api/v1/datasets/{id}/scorecard", "/datasets/{id}/scorecard.json"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> scorecard(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) Optional<String> ifNoneMatch,
            HttpServletRequest request) {
        var document = catalog.archive()
                .read(wanted(id, request).scorecard())
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "the scorecard is not kept any more"));
        var tag = EntityTag.of(Sha256.of(document));
        boolean known = tag.isIn(ifNoneMatch);
        var answer = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag.header())
                .cacheControl(CacheControl.noCache());
        return known ? answer.build() : answer.contentType(MediaType.APPLICATION_JSON).body(document);
    }

    /// The scorecard with its inputs, for `touchstone verify`.
    @GetMapping(path = "/datasets/{id}/scorecard/bundle")
    ResponseEntity<byte[]> bundle(@PathVariable String id, HttpServletRequest request) {
        var stored = wanted(id, request);
        var bundle = catalog.judging().cases()
                .bundle(stored)
                .orElseThrow(() -> Problem.of(
                        HttpStatus.NOT_FOUND,
                        "the scorecard was made by another engine, or its inputs are not kept: it cannot be replayed"));
        var name = "%s-%s-%s.bundle.json"
                .formatted(stored.dataset(), stored.policy(), stored.scorecard().hex().substring(0, 12));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .cacheControl(CacheControl.noCache())
                .body(bundle);
    }

    /// What was observed of the dataset, for `touchstone score` in a closed network.
    @GetMapping(path = "/datasets/{id}/observations.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> observations(@PathVariable String id, HttpServletRequest request) {
        var observations = catalog.judging().cases()
                .observations(wanted(id, request))
                .orElseThrow(() -> Problem.of(
                        HttpStatus.NOT_FOUND, "the scorecard was made by another engine, or its inputs are not kept"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(observations);
    }

    private StoredScorecard wanted(String id, HttpServletRequest request) {
        var parameters = Parameters.of(request, Set.of("policy", "asOf"));
        return wanted.find(id, parameters.one("policy"), parameters.one("asOf"));
    }
}
