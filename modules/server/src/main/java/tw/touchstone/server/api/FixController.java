package tw.touchstone.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.evaluating.Evaluations;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.catalog.mending.AppliedFix;
import tw.touchstone.catalog.mending.FieldChange;
import tw.touchstone.catalog.mending.FileChange;
import tw.touchstone.catalog.mending.FixApplication;
import tw.touchstone.catalog.mending.FixId;
import tw.touchstone.catalog.mending.FixPreview;
import tw.touchstone.catalog.mending.FixSight;
import tw.touchstone.catalog.mending.FixUndoing;
import tw.touchstone.catalog.mending.LineChange;
import tw.touchstone.catalog.mending.Mending;
import tw.touchstone.catalog.publishing.Registration;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Label;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Metric;
import tw.touchstone.server.http.EntityTag;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.http.PublishedDatasets;
import tw.touchstone.server.signin.CurrentAccount;

/// What a machine can mend in a dataset: the list, each with all it would change, applied and undone.
@RestController
class FixController {

    private static final String FIX = "fix";

    private final Mending mending;
    private final Evaluations evaluations;
    private final FindingItems findings;
    private final PublishedDatasets published;
    private final CurrentAccount accounts;

    FixController(Catalog catalog, PublishedDatasets published, CurrentAccount accounts) {
        this.mending = catalog.mending();
        this.evaluations = catalog.judging().evaluations();
        this.findings = new FindingItems(new CheckItems(catalog.vocabularies()));
        this.published = published;
        this.accounts = accounts;
    }

    /// The fixes of a dataset.
    ///
    /// @param items    that can be had
    /// @param findings what does not hold, with or without a fix for it
    /// @param applied  that were, the newest first
    record Fixes(List<FixItem> items, List<FindingItems.FindingItem> findings, List<AppliedItem> applied) {}

    /// A fix that was applied.
    ///
    /// @param distribution number of the one it mended; 0 where it mended the dataset as a whole
    /// @param from         change number before
    /// @param to           change number after
    /// @param undoable     whether the dataset is still what the fix made of it
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record AppliedItem(
            long number,
            String kind,
            int distribution,
            Instant at,
            String by,
            long from,
            long to,
            boolean undoable,
            Optional<Instant> undoneAt,
            Optional<String> undoneBy) {}

    /// Everything a fix would change.
    ///
    /// @param fields of the metadata
    /// @param files  written anew
    record Shown(FixItem fix, List<FieldChange> fields, List<ChangedFile> files) {}

    /// A file before and after, with the first lines that change.
    record ChangedFile(String distribution, FileItem before, FileItem after, List<LineChange> lines) {
        static ChangedFile of(FileChange change) {
            return new ChangedFile(
                    change.distribution().toString(),
                    new FileItem(change.before().size(), change.before().digest().hex()),
                    new FileItem(change.after().size(), change.after().digest().hex()),
                    change.lines());
        }
    }

    /// A file.
    ///
    /// @param size in bytes
    record FileItem(long size, String sha256) {}

    /// What a dataset became.
    ///
    /// @param number the change number it stands at, its entity tag
    /// @param label  code of the label under the policy that is shown
    record Changed(String dataset, long number, String label, AppliedItem applied) {}

    @GetMapping("/api/v1/datasets/{id}/fixes")
    ResponseEntity<Fixes> fixes(@PathVariable String id, HttpServletRequest request) {
        Parameters.of(request, Set.of());
        var current = published.current(id);
        var offers = mending.offers(current.dataset());
        var cards = evaluations.policies().stream()
                .flatMap(policy -> evaluations.current(current.dataset().id(), policy.id()).stream())
                .toList();
        return ResponseEntity.ok()
                .eTag(EntityTag.of(current.number()).header())
                .body(new Fixes(
                        offers.stream().map(FixItem::of).toList(),
                        findings.of(cards, offers),
                        mending.applied(current.dataset().id()).stream()
                                .map(each -> item(each, current.dataset()))
                                .toList()));
    }

    @GetMapping("/api/v1/datasets/{id}/fixes/{fix}")
    ResponseEntity<Shown> fix(@PathVariable String id, @PathVariable String fix, HttpServletRequest request) {
        Parameters.of(request, Set.of());
        var current = published.current(id);
        return switch (mending.preview(current.dataset(), fixId(fix))) {
            case FixSight.Shown(FixPreview preview) ->
                ResponseEntity.ok().eTag(EntityTag.of(current.number()).header()).body(shown(preview));
            case FixSight not -> throw refused(not);
        };
    }

    @PostMapping("/api/v1/datasets/{id}/fixes/{fix}")
    ResponseEntity<Changed> apply(
            @PathVariable String id,
            @PathVariable String fix,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) Optional<String> ifMatch,
            HttpServletRequest request,
            Principal principal) {
        Parameters.of(request, Set.of());
        var current = published.current(id);
        var wanted = fixId(fix);
        requireMatch(ifMatch, current.number());
        var account = accounts.of(principal);
        return switch (mending.apply(current.dataset(), current.number(), wanted, account)) {
            case FixApplication.Done(Registration.Done done, AppliedFix applied) -> changed(done, applied);
            case FixApplication.NotToBeHad(FixSight why) -> throw refused(why);
            case FixApplication.NotPublished(Registration why) -> throw refused(why);
        };
    }

    @PostMapping("/api/v1/datasets/{id}/fixes/applied/{number}/undo")
    ResponseEntity<Changed> undo(
            @PathVariable String id, @PathVariable String number, HttpServletRequest request, Principal principal) {
        Parameters.of(request, Set.of());
        var dataset = published.require(id);
        var wanted = Optional.of(number).filter(text -> text.matches("[0-9]{1,18}")).map(Long::parseLong).orElse(0L);
        return switch (mending.undo(dataset, wanted, accounts.of(principal))) {
            case FixUndoing.Done(Registration.Done done, AppliedFix undone) -> changed(done, undone);
            case FixUndoing.Absent _ ->
                throw Problem.in(HttpStatus.NOT_FOUND, "number", "no fix of this number was applied to the dataset");
            case FixUndoing.Already(AppliedFix undone) ->
                throw Problem.in(HttpStatus.CONFLICT, "number", "the fix " + undone.number() + " was undone before");
            case FixUndoing.ChangedSince(AppliedFix applied) ->
                throw Problem.in(
                        HttpStatus.CONFLICT,
                        "number",
                        "the dataset was changed since the fix " + applied.number()
                                + ": undoing it would undo that change too");
            case FixUndoing.NotPublished(Registration why) -> throw refused(why);
        };
    }

    private static FixId fixId(String text) {
        return FixId.parse(text)
                .orElseThrow(() -> Problem.in(HttpStatus.NOT_FOUND, FIX, "there is no such fix"));
    }

    private static void requireMatch(Optional<String> ifMatch, long current) {
        var tags = ifMatch.orElseThrow(() -> Problem.in(
                HttpStatus.PRECONDITION_REQUIRED,
                HttpHeaders.IF_MATCH,
                "send If-Match with the ETag of the state you saw the fix of"));
        if (!tags.strip().equals("*") && !EntityTag.strong(tags).contains(EntityTag.of(current))) {
            throw stale(current);
        }
    }

    private static Problem stale(long current) {
        return Problem.in(
                        HttpStatus.PRECONDITION_FAILED,
                        HttpHeaders.IF_MATCH,
                        "the dataset was changed in between: read its fixes again")
                .header(HttpHeaders.ETAG, EntityTag.of(current).header());
    }

    private static Problem refused(FixSight why) {
        return switch (why) {
            case FixSight.Outdated _ ->
                Problem.in(
                        HttpStatus.CONFLICT,
                        FIX,
                        "what this fix was made for has changed, or it was applied: read the fixes again");
            case FixSight.Impossible(LangText reason) ->
                Problem.in(HttpStatus.UNPROCESSABLE_CONTENT, FIX, reason.best(LangText.EN))
                        .with("message", reason.byLanguage());
            case FixSight.Harmful(var worse) ->
                Problem.in(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                FIX,
                                "the fix would make something else worse under " + worse.policy())
                        .with("metric", worse.metric().map(Metric::id).orElse(""));
            case FixSight.Shown _ -> throw new IllegalStateException("what is shown is not refused");
        };
    }

    private Problem refused(Registration why) {
        return switch (why) {
            case Registration.NotConforming wrong -> DatasetDrafts.refused(ErrorItem.violations(wrong.report()));
            case Registration.NotAllowed not ->
                Problem.in(
                        HttpStatus.FORBIDDEN,
                        "publisher",
                        "this account may not act for the agency " + not.publisher());
            case Registration.Absent absent -> published.missing(absent.id());
            case Registration.Gone gone -> published.missing(gone.id());
            case Registration.Conflict conflict -> stale(conflict.current());
            case Registration.IdTaken _, Registration.Done _ ->
                throw new IllegalStateException("no reason not to publish: " + why);
        };
    }

    private static Shown shown(FixPreview preview) {
        return new Shown(
                FixItem.of(preview.id(), preview.fix(), preview.ground(), FixItem.forecast(preview.forecast())),
                preview.fields(),
                preview.files().stream().map(ChangedFile::of).toList());
    }

    private ResponseEntity<Changed> changed(Registration.Done done, AppliedFix fix) {
        var id = done.dataset().id();
        var label = evaluations
                .history()
                .current(id, evaluations.shownPolicy())
                .flatMap(StoredScorecard::label)
                .orElse(Label.NONE_UNCHECKED);
        return ResponseEntity.ok()
                .eTag(EntityTag.of(done.number()).header())
                .body(new Changed(id.value(), done.number(), label.code(), item(fix, done.dataset())));
    }

    private AppliedItem item(AppliedFix fix, Dataset current) {
        return new AppliedItem(
                fix.number(),
                fix.kind().code(),
                fix.distribution(),
                fix.at(),
                fix.by(),
                fix.from(),
                fix.to(),
                mending.isUndoable(fix, current),
                fix.undone().map(AppliedFix.Undone::at),
                fix.undone().map(AppliedFix.Undone::by));
    }
}
