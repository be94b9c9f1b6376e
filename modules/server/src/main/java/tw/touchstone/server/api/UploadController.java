package tw.touchstone.server.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
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
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.http.PublishedDatasets;
import tw.touchstone.server.signin.CurrentAccount;

/// Takes a file as the bytes of a distribution and says at once how it fares.
@RestController
class UploadController {

    private final Publishing publishing;
    private final Evaluations evaluations;
    private final Iris iris;
    private final long limit;
    private final CheckItems checks;
    private final PublishedDatasets published;
    private final CurrentAccount accounts;

    UploadController(Catalog catalog, PublishedDatasets published, CurrentAccount accounts) {
        this.publishing = catalog.publishing();
        this.evaluations = catalog.evaluations();
        this.iris = catalog.settings().iris();
        this.limit = catalog.settings().uploadLimit();
        this.checks = new CheckItems(catalog.vocabularies());
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

    @PutMapping("/api/v1/datasets/{id}/distributions/{number}/content")
    Received upload(
            @PathVariable String id, @PathVariable String number, HttpServletRequest request, Principal principal)
            throws IOException {
        Parameters.of(request, Set.of());
        var distribution = distribution(id, number);
        var account = accounts.of(principal);
        requireMayEdit(id, account);
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        return switch (publishing.upload(distribution, request.getInputStream(), account)) {
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
                scorecard.map(Scorecard::label).orElse(Label.NONE_UNCHECKED).code(),
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
