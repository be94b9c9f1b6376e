package tw.touchstone.server.national;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.publishing.Publishing;
import tw.touchstone.catalog.publishing.Registration;
import tw.touchstone.exchange.json.FieldError;
import tw.touchstone.exchange.national.NationalReading;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.model.SourceRef;
import tw.touchstone.server.api.OwnFiles;
import tw.touchstone.server.http.EntityTag;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.signin.CurrentAccount;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.DatasetState;
import tw.touchstone.vocabulary.NationalTerms;
import tw.touchstone.vocabulary.conformance.ConformanceFinding;
import tw.touchstone.vocabulary.conformance.ConformanceReport;
import tw.touchstone.vocabulary.conformance.Severity;

/// Registers, revises and withdraws datasets for systems of agencies that publish on the national portal; their key
/// is a token of ours. What they send must conform to the application profile like anything that is registered here.
@RestController
class NationalRegistration {

    private static final int MOST_BYTES = 5_000_000;

    private final CatalogStore store;
    private final Publishing publishing;
    private final NationalTerms terms;
    private final NationalAgencies agencies;
    private final CurrentAccount accounts;
    private final Iris iris;

    NationalRegistration(Catalog catalog, NationalAgencies agencies, CurrentAccount accounts) {
        this.store = catalog.store();
        this.publishing = catalog.publishing();
        this.terms = catalog.vocabularies().nationalTerms();
        this.agencies = agencies;
        this.accounts = accounts;
        this.iris = catalog.settings().iris();
    }

    /// What the portal answers to a registration or revision.
    record Receipt(boolean success, Result result) {}

    /// What the dataset is called.
    ///
    /// @param identifier as sent, where one was
    record Result(String identifier, String datasetId) {}

    @PostMapping("/api/v2/rest/dataset")
    ResponseEntity<Receipt> register(HttpServletRequest request, Principal principal) throws IOException {
        Parameters.of(request, Set.of());
        var id = publishing.newId();
        var empty = Dataset.of(id, new SourceRef(SourceRef.LOCAL, id.value()), LangText.NONE).build();
        var draft = read(request, empty);
        refuseClaims(draft, Optional.empty());
        var done = done(id, publishing.register(draft, accounts.of(principal)));
        return ResponseEntity.created(iris.dataset(id))
                .eTag(EntityTag.of(done.number()).header())
                .body(receipt(done.dataset()));
    }

    @PutMapping("/api/v2/rest/dataset/{id}")
    ResponseEntity<Receipt> revise(@PathVariable String id, HttpServletRequest request, Principal principal)
            throws IOException {
        Parameters.of(request, Set.of());
        var current = published(id);
        var draft = read(request, current);
        if (!draft.publisher().equals(current.publisher())) {
            throw NationalError.refused(List.of(
                    error("publisherOID", "提供機關不能變更", "the agency of a dataset cannot be changed")));
        }
        refuseClaims(draft, Optional.of(current));
        var done = done(
                current.id(),
                publishing.revise(current.id(), draft, OptionalLong.empty(), accounts.of(principal)));
        return ResponseEntity.ok().eTag(EntityTag.of(done.number()).header()).body(receipt(done.dataset()));
    }

    @DeleteMapping("/api/v2/rest/dataset/{id}")
    Receipt withdraw(@PathVariable String id, HttpServletRequest request, Principal principal) {
        var reason = Parameters.of(request, Set.of("reason"))
                .one("reason")
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse("提供機關的系統下架");
        var current = published(id);
        return receipt(done(current.id(), publishing.withdraw(current.id(), reason, accounts.of(principal))).dataset());
    }

    private Dataset read(HttpServletRequest request, Dataset before) throws IOException {
        var type = Optional.ofNullable(request.getContentType()).orElse("");
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw NationalError.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "ER0031:資料集屬性錯誤", "send application/json")
                    .header("Accept-Post", "application/json");
        }
        var bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw NationalError.of(
                    HttpStatus.CONTENT_TOO_LARGE, "ER0031:資料集屬性錯誤", "a record has at most " + MOST_BYTES + " bytes");
        }
        return switch (NationalReading.read(bytes, terms, agencies::find, before)) {
            case NationalReading.Outcome.Read(Dataset draft) -> draft;
            case NationalReading.Outcome.Malformed(String reason) -> throw NationalError.malformed(reason);
            case NationalReading.Outcome.Refused(List<FieldError> errors) ->
                throw NationalError.refused(errors.stream()
                        .map(each -> error(each.path(), each.message()))
                        .toList());
        };
    }

    private Dataset published(String id) {
        if (!DatasetId.isValid(id)) {
            throw NationalError.absent(id);
        }
        var dataset = new DatasetId(id);
        return store.dataset(dataset).orElseThrow(() -> missing(dataset));
    }

    private Problem missing(DatasetId id) {
        return store.state(id) instanceof DatasetState.Withdrawn(long _, Instant at, String reason)
                ? NationalError.gone(id.value(), at, reason)
                : NationalError.absent(id.value());
    }

    private void refuseClaims(Dataset draft, Optional<Dataset> current) {
        OwnFiles.claimed(draft, current, iris).ifPresent(place -> {
            throw NationalError.refused(List.of(error(
                    "distribution[" + place + "].resourceDownloadUrl", OwnFiles.REASON)));
        });
    }

    private Registration.Done done(DatasetId id, Registration registration) {
        return switch (registration) {
            case Registration.Done done -> done;
            case Registration.NotConforming(ConformanceReport report) ->
                throw NationalError.refused(report.of(Severity.VIOLATION).stream()
                        .map(NationalRegistration::error)
                        .toList());
            case Registration.NotAllowed not -> throw NationalError.forbidden(not.publisher().value());
            case Registration.IdTaken _, Registration.Conflict _ ->
                throw NationalError.of(
                        HttpStatus.CONFLICT,
                        "ER0031:資料集屬性錯誤",
                        "the dataset was changed in between; send it again");
            case Registration.Absent _, Registration.Gone _ -> throw missing(id);
        };
    }

    private static Map<String, Object> error(ConformanceFinding finding) {
        var error = error(finding.path(), finding.message());
        error.put("shape", finding.shape());
        return error;
    }

    private static Map<String, Object> error(String field, String zh, String en) {
        return error(field, LangText.of(zh, en));
    }

    private static Map<String, Object> error(String field, LangText message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("field", field);
        error.put("message", message.byLanguage());
        return error;
    }

    private static Receipt receipt(Dataset dataset) {
        return new Receipt(
                true,
                new Result(
                        dataset.nationalFields().getOrDefault("identifier", dataset.source().identifier()),
                        dataset.id().value()));
    }
}
