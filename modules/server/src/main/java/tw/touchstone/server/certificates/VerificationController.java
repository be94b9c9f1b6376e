package tw.touchstone.server.certificates;

import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.certificates.Certificate;
import tw.touchstone.catalog.certificates.Certificates;
import tw.touchstone.catalog.certificates.Certified;
import tw.touchstone.catalog.certificates.Standing;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Label;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.PageController;

/// Checks a certificate: its signature, its time, and whether the award is still held.
///
/// A certificate may be shown here after its dataset was withdrawn; that is what the answer says then.
@PageController
class VerificationController {

    private final Catalog catalog;
    private final Certificates certificates;

    VerificationController(Catalog catalog) {
        this.catalog = catalog;
        this.certificates = catalog.judging().certificates();
    }

    @GetMapping(path = "/verify/{id}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(
            @PathVariable String id,
            @RequestParam Optional<String> policy,
            @RequestParam Optional<String> certificate,
            Locale locale) {
        return new ModelAndView(
                "certificates/verification", "verification", view(id, policy, certificate, Language.of(locale)));
    }

    @GetMapping(path = "/verify/{id}.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<VerificationView> json(
            @PathVariable String id, @RequestParam Optional<String> policy, @RequestParam Optional<String> certificate) {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(view(id, policy, certificate, "en"));
    }

    private VerificationView view(
            String id, Optional<String> policy, Optional<String> certificate, String language) {
        if (!DatasetId.isValid(id)) {
            throw Problem.badField("id", "that is no identifier of a dataset");
        }
        var wanted = policy.orElse(catalog.judging().evaluations().shownPolicy());
        var compact = certificate
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .or(() -> certificates.of(new DatasetId(id), wanted).map(Certified::compact));
        return compact.map(text -> view(id, certificates.check(text), text, language))
                .orElseGet(() -> new VerificationView(id, "none", "", "", "", "", wanted, "", "", "", ""));
    }

    private VerificationView view(String id, Standing standing, String compact, String language) {
        return switch (standing) {
            case Standing.Good(var certificate, var newer) ->
                of(id, newer ? "newer" : "good", certificate, "", compact, language);
            case Standing.Expired(var certificate) -> of(id, "expired", certificate, "", compact, language);
            case Standing.Suspended(var certificate) -> of(id, "suspended", certificate, "", compact, language);
            case Standing.Revoked(var certificate, var now) ->
                of(id, "revoked", certificate, now.map(each -> name(each, language)).orElse(""), compact, language);
            case Standing.Forged(var reason) ->
                new VerificationView(id, "forged", reason, "", "", "", "", "", "", "", compact);
        };
    }

    private VerificationView of(
            String id, String state, Certificate certificate, String now, String compact, String language) {
        if (!certificate.dataset().value().equals(id)) {
            return new VerificationView(id, "forged", "dataset", "", "", "", "", "", "", "", compact);
        }
        return new VerificationView(
                id,
                state,
                "",
                catalog.settings().iris().dataset(certificate.dataset()).toString(),
                name(certificate.award(), language),
                now,
                certificate.policy() + " " + certificate.policyVersion(),
                Figures.minute(certificate.issued()),
                Figures.minute(certificate.validUntil()),
                certificate.scorecard().hex(),
                compact);
    }

    private static String name(String award, String language) {
        return Label.ofCode(award)
                .map(label -> label.displayName().best(language))
                .orElse(award);
    }
}
