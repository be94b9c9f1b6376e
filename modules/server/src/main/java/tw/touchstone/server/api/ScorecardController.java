package tw.touchstone.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.evaluating.Evaluations;
import tw.touchstone.model.Sha256;
import tw.touchstone.quality.Policy;
import tw.touchstone.server.http.EntityTag;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.http.PublishedDatasets;

/// The scorecard of a dataset as it was stored, byte by byte; never a new evaluation.
@RestController
class ScorecardController {

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private final Evaluations evaluations;
    private final PublishedDatasets published;

    ScorecardController(Catalog catalog, PublishedDatasets published) {
        this.evaluations = catalog.evaluations();
        this.published = published;
    }

    @GetMapping(
            path = {"/api/v1/datasets/{id}/scorecard", "/datasets/{id}/scorecard.json"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> scorecard(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) Optional<String> ifNoneMatch,
            HttpServletRequest request) {
        var parameters = Parameters.of(request, Set.of("policy", "asOf"));
        var policy = policy(parameters);
        var asOf = parameters.one("asOf").map(ScorecardController::instant);
        var document = evaluations
                .document(published.require(id), policy, asOf)
                .orElseThrow(() -> Problem.of(
                        HttpStatus.NOT_FOUND, "the dataset has no scorecard under " + policy + (asOf.isPresent() ? " at that time" : " yet")));
        var tag = EntityTag.of(Sha256.of(document));
        boolean known = tag.isIn(ifNoneMatch);
        var answer = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag.header())
                .cacheControl(CacheControl.noCache());
        return known ? answer.build() : answer.contentType(MediaType.APPLICATION_JSON).body(document);
    }

    private String policy(Parameters parameters) {
        var known = evaluations.policies().stream().map(Policy::id).collect(Collectors.toSet());
        var policy = parameters.one("policy").orElse(evaluations.shownPolicy());
        if (!known.contains(policy)) {
            throw Problem.badField("policy", "policy is one of " + String.join(", ", known.stream().sorted().toList()));
        }
        return policy;
    }

    /// An instant, or the end of a day in Taipei.
    private static Instant instant(String text) {
        try {
            return text.length() == "2026-01-31".length()
                    ? LocalDate.parse(text).plusDays(1).atStartOfDay(TAIPEI).toInstant().minusNanos(1)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw Problem.badField("asOf", "asOf is a day such as 2026-01-31 or an instant such as 2026-01-31T09:00:00+08:00");
        }
    }
}
