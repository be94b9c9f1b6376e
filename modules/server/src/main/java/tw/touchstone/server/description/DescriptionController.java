package tw.touchstone.server.description;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.model.Sha256;
import tw.touchstone.server.http.EntityTag;
import tw.touchstone.server.http.Parameters;

/// The description of our interfaces in OpenAPI 3.1. It is kept by hand, and a test holds that it has every route.
@RestController
class DescriptionController {

    private static final Duration MAY_BE_OLD = Duration.ofHours(1);

    private final byte[] document = document();
    private final EntityTag tag = EntityTag.of(Sha256.of(document));

    /// The document as it is sent.
    static byte[] document() {
        try {
            return new ClassPathResource("openapi.json", DescriptionController.class).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> description(HttpServletRequest request) {
        Parameters.of(request, Set.of());
        boolean known = tag.isIn(Optional.ofNullable(request.getHeader(HttpHeaders.IF_NONE_MATCH)));
        var answer = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag.header())
                .cacheControl(CacheControl.maxAge(MAY_BE_OLD).cachePublic());
        return known ? answer.build() : answer.contentType(MediaType.APPLICATION_JSON).body(document);
    }
}
