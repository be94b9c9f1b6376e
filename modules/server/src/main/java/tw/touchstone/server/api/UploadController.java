package tw.touchstone.server.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.evaluating.Evaluations;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.publishing.Publishing;
import tw.touchstone.catalog.publishing.Upload;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Label;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.quality.DistributionScore;
import tw.touchstone.quality.QualityJson;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.http.PublishedDatasets;
import tw.touchstone.server.signin.CurrentAccount;

/// Takes a file as the bytes of a distribution and says at once how it fares.
@RestController
class UploadController {

    private static final String OFFSET = "Upload-Offset";

    private final Publishing publishing;
    private final Evaluations evaluations;
    private final Iris iris;
    private final long limit;
    private final CheckItems checks;
    private final PartialUploads partial;
    private final PublishedDatasets published;
    private final CurrentAccount accounts;

    UploadController(
            Catalog catalog, PartialUploads partial, PublishedDatasets published, CurrentAccount accounts) {
        this.publishing = catalog.publishing();
        this.evaluations = catalog.judging().evaluations();
        this.iris = catalog.settings().iris();
        this.limit = catalog.settings().uploadLimit();
        this.checks = new CheckItems(catalog.vocabularies());
        this.partial = partial;
        this.published = published;
        this.accounts = accounts;
    }

    /// How a file was received.
    ///
    /// @param label  code of the dataset's label
    /// @param policy by which it was judged
    /// @param checks of this distribution, in the order they were made
    /// @param facts  what was seen in the bytes, as the scorecard's inputs have it
    record Received(
            String dataset,
            String distribution,
            String download,
            long size,
            String sha256,
            String label,
            String policy,
            List<CheckItems.CheckItem> checks,
            @JsonRawValue String facts) {}

    /// A whole file; or the piece from `Upload-Offset` on, the last one unless `Upload-Complete: ?0` says otherwise.
    @PutMapping("/api/v1/datasets/{id}/distributions/{number}/content")
    ResponseEntity<Received> upload(
            @PathVariable String id, @PathVariable String number, HttpServletRequest request, Principal principal)
            throws IOException {
        Parameters.of(request, Set.of());
        var distribution = distribution(id, number);
        var account = accounts.of(principal);
        requireMayEdit(id, account);
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        var offset = Optional.ofNullable(request.getHeader(OFFSET));
        return offset.isPresent()
                ? piece(distribution, offset(offset.get()), request, account)
                : ResponseEntity.ok(received(publishing.upload(distribution, request.getInputStream(), account)));
    }

    /// How many bytes of a file in pieces have arrived, for the sender to go on from.
    @GetMapping("/api/v1/datasets/{id}/distributions/{number}/content")
    ResponseEntity<Void> arrived(@PathVariable String id, @PathVariable String number, @Nullable Principal principal) {
        if (principal == null) {
            throw Problem.of(HttpStatus.UNAUTHORIZED, "send a token or a name and password")
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"touchstone\"");
        }
        var account = accounts.of(principal);
        requireMayEdit(id, account);
        return ResponseEntity.noContent()
                .header(OFFSET, Long.toString(partial.received(distribution(id, number), account)))
                .build();
    }

    private ResponseEntity<Received> piece(
            DistributionId distribution, long offset, HttpServletRequest request, Account account) throws IOException {
        return switch (partial.append(distribution, account, offset, request.getInputStream())) {
            case PartialUploads.Piece.Kept kept ->
                "?0".equals(request.getHeader("Upload-Complete"))
                        ? ResponseEntity.noContent().header(OFFSET, Long.toString(kept.total())).build()
                        : ResponseEntity.ok(whole(distribution, kept.file(), account));
            case PartialUploads.Piece.Misplaced misplaced ->
                throw Problem.in(HttpStatus.CONFLICT, OFFSET, "the next piece begins at " + misplaced.expected())
                        .header(OFFSET, Long.toString(misplaced.expected()));
            case PartialUploads.Piece.CutOff cut ->
                throw Problem.of(HttpStatus.BAD_REQUEST, "the piece broke off; go on from " + cut.total())
                        .header(OFFSET, Long.toString(cut.total()));
            case PartialUploads.Piece.TooLarge large -> throw tooLarge(large.limit());
        };
    }

    private Received whole(DistributionId distribution, Path file, Account account) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return received(publishing.upload(distribution, bytes, account));
        } finally {
            partial.forget(distribution, account);
        }
    }

    private static long offset(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.badField(OFFSET, OFFSET + " is the number of bytes before this piece");
        }
        return Long.parseLong(text);
    }

    private Received received(Upload upload) {
        return switch (upload) {
            case Upload.Done done -> received(done);
            case Upload.Empty empty -> throw Problem.of(HttpStatus.BAD_REQUEST, "the file is empty; nothing was changed");
            case Upload.TooLarge large -> throw tooLarge(large.limit());
            case Upload.CutOff cut ->
                throw Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "the file broke off after " + cut.received() + " bytes; nothing was changed");
            case Upload.Absent absent -> throw noSuchDistribution();
            case Upload.NotAllowed not -> throw notAllowed(not.publisher().value());
        };
    }

    private static DistributionId distribution(String id, String number) {
        return DistributionId.parse(id + "-" + number)
                .filter(each -> each.dataset().value().equals(id))
                .orElseThrow(UploadController::noSuchDistribution);
    }

    /// Asked before gigabytes are taken in for nothing.
    private void requireMayEdit(String id, Account account) {
        published.current(id).dataset().publisher().filter(publisher -> !account.mayEdit(publisher)).ifPresent(publisher -> {
            throw notAllowed(publisher.value());
        });
    }

    private Received received(Upload.Done done) {
        var policy = evaluations.shownPolicy();
        var scorecard = evaluations.current(done.dataset().id(), policy);
        return new Received(
                done.dataset().id().value(),
                done.distribution().id().toString(),
                iris.download(done.distribution().id()).toString(),
                done.facts().size(),
                done.facts().digest().hex(),
                scorecard.flatMap(Scorecard::label).orElse(Label.NONE_UNCHECKED).code(),
                policy,
                scorecard
                        .flatMap(each -> each.distribution(done.distribution().id()))
                        .map(this::checks)
                        .orElse(List.of()),
                json(done.facts()));
    }

    private List<CheckItems.CheckItem> checks(DistributionScore score) {
        return score.dimensions().stream()
                .flatMap(dimension -> dimension.measurements().stream())
                .map(checks::item)
                .toList();
    }

    private static String json(ByteFacts facts) {
        return new String(QualityJson.write(facts), StandardCharsets.UTF_8);
    }

    private static Problem tooLarge(long limit) {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "a file has at most " + limit + " bytes");
    }

    private static Problem notAllowed(String publisher) {
        return Problem.in(
                HttpStatus.FORBIDDEN, "publisher", "this account may not act for the agency " + publisher);
    }

    private static Problem noSuchDistribution() {
        return Problem.of(HttpStatus.NOT_FOUND, "there is no such distribution");
    }
}
