package tw.touchstone.server.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.previewing.LookedAt;
import tw.touchstone.catalog.previewing.Preview;
import tw.touchstone.catalog.previewing.Previews;
import tw.touchstone.catalog.publishing.Publishing;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.signin.CurrentAccount;
import tw.touchstone.store.CatalogStore;

/// Says what a dataset would be judged if it were published like this, and keeps nothing of it.
///
/// A document alone, in JSON or RDF; or `multipart/form-data` with the document as the part `metadata` and the file of
/// the first distribution as `file-1`, of the second as `file-2`.
@RestController
class PreviewController {

    private static final String METADATA = "metadata";
    private static final Pattern FILE = Pattern.compile("file-([1-9][0-9]{0,3})");

    private final Previews previews;
    private final Publishing publishing;
    private final CatalogStore store;
    private final DatasetDrafts drafts;
    private final FindingItems findings;
    private final CurrentAccount accounts;

    PreviewController(Catalog catalog, DatasetDrafts drafts, CurrentAccount accounts) {
        this.previews = catalog.previews();
        this.publishing = catalog.publishing();
        this.store = catalog.store();
        this.drafts = drafts;
        this.findings = new FindingItems(new CheckItems(catalog.vocabularies()));
        this.accounts = accounts;
    }

    /// What a dataset would be judged.
    ///
    /// @param revises     whether a published dataset has this identifier, which publishing would revise
    /// @param publishable whether it conforms to the application profile; where it does not, `errors` says why
    /// @param unasked     distributions whose address elsewhere was not asked, so that what hangs on it is not measured
    /// @param awards      under each policy
    /// @param findings    what failed or could not be measured, each once
    record Previewed(
            String dataset,
            boolean revises,
            boolean publishable,
            List<String> distributions,
            List<String> unasked,
            List<AwardItem> awards,
            List<FindingItems.FindingItem> findings,
            List<ErrorItem> errors,
            List<ErrorItem> advice) {}

    @PostMapping("/api/v1/preview")
    Previewed preview(HttpServletRequest request, Principal principal) {
        boolean parts = request instanceof MultipartHttpServletRequest;
        if (!parts) {
            Parameters.of(request, Set.of());
        }
        var document = parts ? metadata((MultipartHttpServletRequest) request) : RequestDocument.of(request);
        var looked = drafts.forPreview(document, publishing.newId(), store::dataset);
        requireMayEdit(looked, accounts.of(principal));
        var files = parts
                ? files(((MultipartHttpServletRequest) request).getMultiFileMap(), looked.draft())
                : Map.<Integer, ByteFacts>of();
        return previewed(previews.judge(looked.draft(), looked.current(), files), looked.current());
    }

    private static void requireMayEdit(DatasetDrafts.Looked looked, Account account) {
        Stream.concat(looked.current().stream(), Stream.of(looked.draft()))
                .flatMap(each -> each.publisher().stream())
                .filter(publisher -> !account.mayEdit(publisher))
                .findFirst()
                .ifPresent(publisher -> {
                    throw Problem.in(
                            HttpStatus.FORBIDDEN,
                            "publisher",
                            "this account may not act for the agency " + publisher);
                });
    }

    /// A part with a file name is a file to the framework, one without is a parameter.
    private static RequestDocument metadata(MultipartHttpServletRequest request) {
        var unknown = request.getParameterMap().keySet().stream()
                .filter(name -> !name.equals(METADATA))
                .findFirst();
        if (unknown.isPresent()) {
            throw Problem.badField(unknown.get(), "there is no part " + unknown.get() + "; known are metadata and file-1, file-2, …");
        }
        try {
            var part = request.getPart(METADATA);
            if (part == null) {
                throw Problem.badField(METADATA, "send the dataset's document as the part metadata");
            }
            try (var document = part.getInputStream()) {
                return RequestDocument.of(
                        Optional.ofNullable(part.getContentType()).orElse("application/json"), document);
            }
        } catch (IOException cutOff) {
            throw Problem.badField(METADATA, "the document ended too early");
        } catch (ServletException noParts) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "the parts of the request cannot be read");
        }
    }

    private Map<Integer, ByteFacts> files(MultiValueMap<String, MultipartFile> parts, Dataset draft) {
        var files = new HashMap<Integer, ByteFacts>();
        parts.forEach((name, sent) -> {
            if (name.equals(METADATA)) {
                return;
            }
            var match = FILE.matcher(name);
            int place = match.matches() ? Integer.parseInt(match.group(1)) : 0;
            if (place < 1 || place > draft.distributions().size()) {
                throw Problem.badField(name, "there is no distribution for the part " + name);
            }
            if (sent.size() > 1) {
                throw Problem.badField(name, "the part " + name + " is sent twice");
            }
            files.put(place - 1, facts(name, sent.getFirst()));
        });
        return files;
    }

    private ByteFacts facts(String name, MultipartFile file) {
        try (var bytes = file.getInputStream()) {
            return switch (previews.look(bytes)) {
                case LookedAt.Seen(ByteFacts facts) -> facts;
                case LookedAt.Empty _ -> throw Problem.badField(name, "the file is empty");
                case LookedAt.TooLarge(long limit) ->
                    throw Problem.in(HttpStatus.CONTENT_TOO_LARGE, name, "a file has at most " + limit + " bytes");
                case LookedAt.CutOff(long received) ->
                    throw Problem.badField(name, "the file broke off after " + received + " bytes");
                case LookedAt.NotInspected(String reason) ->
                    throw Problem.in(
                            HttpStatus.UNPROCESSABLE_CONTENT, name, "the file cannot be inspected: " + reason);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Previewed previewed(Preview preview, Optional<Dataset> current) {
        var awards = new ArrayList<AwardItem>();
        for (int i = 0; i < preview.scorecards().size(); i++) {
            awards.add(AwardItem.of(preview.policies().get(i), preview.scorecards().get(i)));
        }
        return new Previewed(
                preview.dataset().id().value(),
                current.isPresent(),
                preview.report().conforms(),
                preview.dataset().distributions().stream()
                        .map(each -> each.id().toString())
                        .toList(),
                preview.unasked().stream().map(DistributionId::toString).toList(),
                awards,
                findings.of(preview.scorecards(), List.of()),
                ErrorItem.violations(preview.report()),
                ErrorItem.advice(preview.report()));
    }
}
