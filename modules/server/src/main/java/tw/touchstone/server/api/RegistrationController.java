package tw.touchstone.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.evaluating.Evaluations;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.catalog.publishing.Publishing;
import tw.touchstone.catalog.publishing.Registration;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Label;
import tw.touchstone.server.http.EntityTag;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.http.PublishedDatasets;
import tw.touchstone.server.signin.CurrentAccount;

/// Registers, revises and withdraws datasets.
@RestController
class RegistrationController {

    private final Publishing publishing;
    private final Evaluations evaluations;
    private final Iris iris;
    private final DatasetDrafts drafts;
    private final PublishedDatasets published;
    private final CurrentAccount accounts;

    RegistrationController(
            Catalog catalog, DatasetDrafts drafts, PublishedDatasets published, CurrentAccount accounts) {
        this.publishing = catalog.publishing();
        this.evaluations = catalog.judging().evaluations();
        this.iris = catalog.settings().iris();
        this.drafts = drafts;
        this.published = published;
        this.accounts = accounts;
    }

    /// What was published.
    ///
    /// @param number the change number the dataset stands at, its entity tag
    /// @param label  code of the label under the policy that is shown
    /// @param advice what the application profile recommends beyond what it demands
    record Receipt(
            String id,
            String iri,
            long number,
            @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> label,
            List<String> distributions,
            List<ErrorItem> advice) {}

    @PostMapping("/api/v1/datasets")
    ResponseEntity<Receipt> register(HttpServletRequest request, Principal principal) {
        var document = RequestDocument.of(request);
        Parameters.of(request, Set.of());
        var draft = drafts.forRegistration(document, publishing.newId());
        var done = done(publishing.register(draft, accounts.of(principal)));
        return ResponseEntity.created(URI.create("/api/v1/datasets/" + done.dataset().id()))
                .eTag(EntityTag.of(done.number()).header())
                .body(receipt(done));
    }

    @PutMapping("/api/v1/datasets/{id}")
    ResponseEntity<Receipt> revise(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) Optional<String> ifMatch,
            HttpServletRequest request,
            Principal principal) {
        var current = published.current(id);
        var expected = expected(
                ifMatch.orElseThrow(() -> Problem.in(
                        HttpStatus.PRECONDITION_REQUIRED,
                        HttpHeaders.IF_MATCH,
                        "send If-Match with the ETag of the state you changed")),
                current.number());
        var document = RequestDocument.of(request);
        Parameters.of(request, Set.of());
        var draft = drafts.forRevision(document, current.dataset());
        var done = done(publishing.revise(current.dataset().id(), draft, expected, accounts.of(principal)));
        return ResponseEntity.ok().eTag(EntityTag.of(done.number()).header()).body(receipt(done));
    }

    @DeleteMapping("/api/v1/datasets/{id}")
    ResponseEntity<Void> withdraw(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) Optional<String> ifMatch,
            HttpServletRequest request,
            Principal principal) {
        var reason = Parameters.of(request, Set.of("reason"))
                .one("reason")
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> Problem.badField("reason", "say why in the parameter reason; its tombstone shows it"));
        var current = published.current(id);
        var expected = ifMatch.map(tags -> expected(tags, current.number())).orElse(OptionalLong.empty());
        done(publishing.withdraw(current.dataset().id(), reason, expected, accounts.of(principal)));
        return ResponseEntity.noContent().build();
    }

    /// The number the client saw, where that is the present one; `*` is any.
    private static OptionalLong expected(String ifMatch, long current) {
        if (ifMatch.strip().equals("*")) {
            return OptionalLong.empty();
        }
        if (!EntityTag.strong(ifMatch).contains(EntityTag.of(current))) {
            throw stale(current);
        }
        return OptionalLong.of(current);
    }

    private Registration.Done done(Registration registration) {
        return switch (registration) {
            case Registration.Done done -> done;
            case Registration.NotConforming wrong -> throw DatasetDrafts.refused(ErrorItem.violations(wrong.report()));
            case Registration.IdTaken taken ->
                throw Problem.in(HttpStatus.CONFLICT, "id", "there is a dataset " + taken.id() + " already, or was one");
            case Registration.NotAllowed not ->
                throw Problem.in(
                        HttpStatus.FORBIDDEN, "publisher", "this account may not act for the agency " + not.publisher());
            case Registration.Absent absent -> throw published.missing(absent.id());
            case Registration.Gone gone -> throw published.missing(gone.id());
            case Registration.Conflict conflict -> throw stale(conflict.current());
        };
    }

    private static Problem stale(long current) {
        return Problem.in(
                        HttpStatus.PRECONDITION_FAILED,
                        HttpHeaders.IF_MATCH,
                        "the dataset was changed in between: read it again")
                .header(HttpHeaders.ETAG, EntityTag.of(current).header());
    }

    private Receipt receipt(Registration.Done done) {
        var id = done.dataset().id();
        return new Receipt(
                id.value(),
                iris.dataset(id).toString(),
                done.number(),
                evaluations
                        .history()
                        .current(id, evaluations.shownPolicy())
                        .flatMap(StoredScorecard::label)
                        .map(Label::code),
                done.dataset().distributions().stream()
                        .map(each -> each.id().toString())
                        .toList(),
                ErrorItem.advice(done.report()));
    }
}
