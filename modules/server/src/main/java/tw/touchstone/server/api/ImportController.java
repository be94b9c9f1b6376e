package tw.touchstone.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.audit.AuditAction;
import tw.touchstone.catalog.audit.AuditLog;
import tw.touchstone.catalog.importing.ImportJob;
import tw.touchstone.catalog.importing.ImportJobs;
import tw.touchstone.catalog.importing.ImportLogEntry;
import tw.touchstone.catalog.importing.ImportOptions;
import tw.touchstone.catalog.importing.ReceivedFile;
import tw.touchstone.exchange.catalogue.OnConflict;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.signin.CurrentAccount;

/// Imports of catalogue files as jobs: a file is taken in, imported after those that wait before it, and reported on.
@RestController
class ImportController {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final int LONGEST_NAME = 200;
    private static final int MOST = 1_000;

    private final ImportJobs imports;
    private final AuditLog audit;
    private final CurrentAccount accounts;
    private final long limit;

    ImportController(Catalog catalog, CurrentAccount accounts) {
        this.imports = catalog.importJobs();
        this.audit = catalog.members().audit();
        this.limit = catalog.settings().uploadLimit();
        this.accounts = accounts;
    }

    /// 202 for a new import; 200 for that of the very file, sent before with the same options.
    @PostMapping(path = "/api/v1/imports", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ImportItem> submit(HttpServletRequest request, Principal principal) {
        requirePlainBody(request);
        var parameters = Parameters.of(request, Set.of("name", "source", "on-conflict", "again"));
        var options = new ImportOptions(
                parameters.one("source"), parameters.constant("on-conflict", OnConflict.class).orElse(OnConflict.FIRST));
        var name = fileName(parameters.one("name").orElse("catalogue"));
        boolean again = yes(parameters, "again");
        var by = accounts.of(principal).name();
        return switch (imports.submit(receive(request), name, options, by, again)) {
            case ImportJobs.Submitted.Accepted(ImportJob job) -> {
                audit.record(by, AuditAction.IMPORT_REQUESTED, "import " + job.id(), name, request.getRemoteAddr());
                yield located(HttpStatus.ACCEPTED, job);
            }
            case ImportJobs.Submitted.Known(ImportJob job) -> located(HttpStatus.OK, job);
            case ImportJobs.Submitted.TooMany _ ->
                throw Problem.of(HttpStatus.CONFLICT, ImportJobs.WAITING + " imports wait already; send it again later");
        };
    }

    private static ResponseEntity<ImportItem> located(HttpStatus status, ImportJob job) {
        return ResponseEntity.status(status)
                .location(URI.create("/api/v1/imports/" + job.id()))
                .body(ImportItem.of(job, true));
    }

    /// A form would be taken apart before we could read it.
    private static void requirePlainBody(HttpServletRequest request) {
        var type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) || type.startsWith("multipart/")) {
            throw Problem.in(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    HttpHeaders.CONTENT_TYPE,
                    "send the file itself, for example as application/octet-stream");
        }
        if (request.getContentLengthLong() == 0) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "the file is empty");
        }
    }

    private ReceivedFile receive(HttpServletRequest request) {
        try {
            var received = imports.receive(request.getInputStream(), limit)
                    .orElseThrow(() ->
                            Problem.of(HttpStatus.CONTENT_TOO_LARGE, "a file has at most " + limit + " bytes"));
            if (received.size() == 0) {
                received.drop();
                throw Problem.of(HttpStatus.BAD_REQUEST, "the file is empty");
            }
            return received;
        } catch (IOException e) {
            throw Problem.of(HttpStatus.INSUFFICIENT_STORAGE, "the file could not be received: " + e.getMessage());
        }
    }

    private static boolean yes(Parameters parameters, String name) {
        return switch (parameters.one(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.badField(name, name + " is true or false");
        };
    }

    /// Only the last part of a path.
    private static String fileName(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip();
        return last.isEmpty() ? "catalogue" : last.substring(0, Math.min(last.length(), LONGEST_NAME));
    }

    @GetMapping(path = "/api/v1/imports", produces = MediaType.APPLICATION_JSON_VALUE)
    ItemList<ImportItem> list(HttpServletRequest request) {
        var parameters = Parameters.of(request, Set.of("before", "limit"));
        long before = parameters.number("before", 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE);
        int wanted = parameters.number("limit", 1, MOST).orElse(100L).intValue();
        var jobs = imports.before(before, wanted + 1);
        var page = jobs.subList(0, Math.min(wanted, jobs.size()));
        return new ItemList<>(
                page.stream().map(job -> ImportItem.of(job, false)).toList(),
                imports.count(),
                jobs.size() > wanted
                        ? Optional.of(NextPage.of(request, "before", Long.toString(page.getLast().id())))
                        : Optional.empty());
    }

    @GetMapping(path = "/api/v1/imports/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ImportItem one(@PathVariable String id, HttpServletRequest request) {
        Parameters.of(request, Set.of());
        return ImportItem.of(job(id), true);
    }

    @GetMapping(path = "/api/v1/imports/{id}/log", produces = MediaType.APPLICATION_JSON_VALUE)
    ItemList<ImportLogEntry> log(@PathVariable String id, HttpServletRequest request) {
        var parameters = Parameters.of(request, Set.of("after", "limit", "kind"));
        var job = job(id);
        var kind = parameters.one("kind");
        int wanted = parameters.number("limit", 1, MOST).orElse(100L).intValue();
        var entries = imports.log(
                job.id(), parameters.number("after", 0, Long.MAX_VALUE).orElse(0L), wanted + 1, kind);
        var page = entries.subList(0, Math.min(wanted, entries.size()));
        return new ItemList<>(
                page,
                imports.logged(job.id(), kind),
                entries.size() > wanted
                        ? Optional.of(NextPage.of(request, "after", Long.toString(page.getLast().number())))
                        : Optional.empty());
    }

    @PostMapping(path = "/api/v1/imports/{id}/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
    ImportItem cancel(@PathVariable String id, HttpServletRequest request, Principal principal) {
        Parameters.of(request, Set.of());
        var job = job(id);
        if (!job.state().isOpen()) {
            throw Problem.of(HttpStatus.CONFLICT, "this import has ended: " + job.state().code());
        }
        var cancelled = imports.cancel(job.id()).orElseThrow(() -> missing(id));
        audit.record(
                accounts.of(principal).name(),
                AuditAction.IMPORT_CANCELLED,
                "import " + job.id(),
                job.name(),
                request.getRemoteAddr());
        return ImportItem.of(cancelled, true);
    }

    private ImportJob job(String id) {
        return Optional.of(id)
                .filter(text -> NUMBER.matcher(text).matches())
                .flatMap(text -> imports.job(Long.parseLong(text)))
                .orElseThrow(() -> missing(id));
    }

    private static Problem missing(String id) {
        return Problem.of(HttpStatus.NOT_FOUND, "there is no import " + id);
    }
}
