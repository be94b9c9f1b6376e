package tw.touchstone.server.certificates;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.certificates.Certificates;
import tw.touchstone.catalog.certificates.Certified;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.model.Label;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.http.PublishedDatasets;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.scorecard.WantedScorecards;

/// Certificates, the keys they are signed with, and badges.
@RestController
class CertificateController {

    private static final MediaType JOSE = MediaType.parseMediaType("application/jose");
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=utf-8");
    private static final CacheControl AN_HOUR = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final Catalog catalog;
    private final Certificates certificates;
    private final PublishedDatasets published;
    private final WantedScorecards wanted;
    private final MessageSource messages;

    CertificateController(
            Catalog catalog, PublishedDatasets published, WantedScorecards wanted, MessageSource messages) {
        this.catalog = catalog;
        this.certificates = catalog.judging().certificates();
        this.published = published;
        this.wanted = wanted;
        this.messages = messages;
    }

    /// A certificate in the flattened JSON form of RFC 7515 §7.2.2. (its `protected` is named by the standard)
    record Flattened(String payload, @JsonProperty("protected") String header, String signature) {}

    /// The public keys. (RFC 7517)
    @GetMapping(path = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> keys() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(AN_HOUR)
                .body(certificates.keys().published().getBytes(StandardCharsets.UTF_8));
    }

    /// The certificate of what the dataset holds now, as one line of text.
    @GetMapping(path = "/datasets/{id}/certificate")
    ResponseEntity<byte[]> compact(@PathVariable String id, @RequestParam Optional<String> policy) {
        return ResponseEntity.ok()
                .contentType(JOSE)
                .cacheControl(CacheControl.noCache())
                .body(certified(id, policy).compact().getBytes(StandardCharsets.US_ASCII));
    }

    @GetMapping(path = "/datasets/{id}/certificate.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Flattened> json(@PathVariable String id, @RequestParam Optional<String> policy) {
        var certified = certified(id, policy);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(new Flattened(certified.payload(), certified.header(), certified.signature()));
    }

    private Certified certified(String id, Optional<String> policy) {
        var dataset = published.require(id);
        var judged = wanted.policy(dataset, policy);
        return certificates
                .of(dataset, judged)
                .orElseThrow(() -> Problem.of(
                        HttpStatus.NOT_FOUND, "the dataset holds nothing under " + judged + " that is certified"));
    }

    /// What the dataset holds now as a picture to put on other pages; a link around it leads to its verification.
    ///
    /// Other sites show it from here, so that a lost label is not shown on.
    @GetMapping(path = "/datasets/{id}/badge.svg")
    ResponseEntity<byte[]> badge(@PathVariable String id, @RequestParam Optional<String> policy, Locale locale) {
        var dataset = published.require(id);
        var judged = wanted.policy(dataset, policy);
        var language = Language.of(locale);
        var current = catalog.judging().evaluations().history().current(dataset, judged);
        var label = current.flatMap(StoredScorecard::label).orElse(Label.NONE_UNCHECKED);
        var award = current.filter(each -> each.label().isEmpty())
                .map(each -> grade(each, language))
                .orElseGet(() -> label.displayName().best(language));
        var svg = new BadgeSvg(
                        messages.getMessage("badge.name", new Object[0], locale),
                        award,
                        label,
                        catalog.settings().iris().base() + "verify/" + dataset + "?policy=" + judged)
                .write();
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.noCache())
                .body(svg.getBytes(StandardCharsets.UTF_8));
    }

    private String grade(StoredScorecard stored, String language) {
        return catalog.judging().policies().inForce().stream()
                .filter(each -> each.id().equals(stored.policy()))
                .flatMap(each -> each.title(stored.award()).stream())
                .map(title -> title.best(language))
                .findFirst()
                .orElse(stored.award());
    }
}
