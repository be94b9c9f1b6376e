package tw.touchstone.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.exchange.json.DatasetJson;
import tw.touchstone.server.download.VisitCounter;
import tw.touchstone.server.http.EntityTag;
import tw.touchstone.server.http.PublishedDatasets;

/// One dataset in our JSON, as it can be sent back with `PUT` and its entity tag as `If-Match`.
@RestController
class RecordController {

    private final PublishedDatasets published;
    private final VisitCounter visits;

    RecordController(PublishedDatasets published, VisitCounter visits) {
        this.published = published;
        this.visits = visits;
    }

    @GetMapping(path = "/api/v1/datasets/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> dataset(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) Optional<String> ifNoneMatch,
            HttpServletRequest request) {
        var current = published.current(id);
        var tag = EntityTag.of(current.number());
        if (tag.isIn(ifNoneMatch)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(tag.header())
                    .cacheControl(CacheControl.noCache())
                    .build();
        }
        var document = DatasetJson.write(current.dataset()).getBytes(StandardCharsets.UTF_8);
        visits.viewed(request, current.dataset().id());
        return ResponseEntity.ok()
                .eTag(tag.header())
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.APPLICATION_JSON)
                .body(document);
    }
}
