package tw.touchstone.server.rows;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.rows.RowOutcome;
import tw.touchstone.catalog.rows.RowQuery;
import tw.touchstone.catalog.rows.RowTable;
import tw.touchstone.catalog.rows.RowWriter;
import tw.touchstone.catalog.rows.Rows;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Sha256;
import tw.touchstone.server.http.EntityTag;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.http.Streamed;

/// The rows of a distribution whose file is kept here, whatever the file is: selected, filtered, sorted, aggregated, page by
/// page. docs/rows.md says what each parameter means.
@RestController
class RowsController {

    private static final Set<String> OF_A_TABLE = Set.of("table", "format");
    private static final Set<String> KNOWN = Set.of(
            "table", "format", "select", "filter", "sort", "aggregate", "group", "limit", "offset", "total");

    private final KeptTables tables;
    private final Rows rows;
    private final Iris iris;

    RowsController(Catalog catalog, KeptTables tables) {
        this.tables = tables;
        this.rows = catalog.rows();
        this.iris = catalog.settings().iris();
    }

    @GetMapping("/distributions/{id}/rows")
    void rows(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var stated = Parameters.of(request, KNOWN).one("format");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        var format = stated.map(text -> RowFormat.of(text)
                        .orElseThrow(() -> Problem.badField("format", "format is json, csv, ndjson or parquet")))
                .orElseGet(() -> RowFormat.accepted(request));
        answer(id, format, request, response);
    }

    @GetMapping("/distributions/{id}/rows.{suffix:json|csv|ndjson|parquet}")
    void rows(
            @PathVariable String id,
            @PathVariable String suffix,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var format = RowFormat.of(suffix).orElseThrow();
        Parameters.of(request, KNOWN)
                .one("format")
                .filter(text -> !text.equals(suffix))
                .ifPresent(_ -> {
                    throw Problem.badField("format", "the address says " + suffix + " already");
                });
        answer(id, format, request, response);
    }

    private void answer(String id, RowFormat format, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var parameters = Parameters.of(request, format == RowFormat.PARQUET ? OF_A_TABLE : KNOWN);
        var distribution = tables.distribution(id).distribution();
        var table = tables.require(distribution, parameters.number("table", 1, Integer.MAX_VALUE));
        if (format == RowFormat.PARQUET) {
            parquet(distribution.id(), table, request, response);
            return;
        }
        var query = AskedRows.query(table, parameters, format.usual(), format.most());
        var next = NextRows.of(request, iris.base().toString(), query);
        if (format == RowFormat.CSV) {
            // CSV on the web is described by another document. (Tabular Data Model, section 5.2)
            response.addHeader(
                    HttpHeaders.LINK,
                    "<%s/csvw.json>; rel=\"describedby\"; type=\"application/csvm+json\"".formatted(iris.distribution(distribution.id())));
        }
        Streamed.send(request, response, tag(table, format, request), format.contentType(), out -> {
            var outcome = rows.ask(table, query, to -> writer(format, to, distribution.id(), table, query, next));
            send(outcome, next, response, out);
        });
    }

    private static RowWriter writer(
            RowFormat format, OutputStream out, DistributionId distribution, RowTable table, RowQuery query, NextRows next) {
        return switch (format) {
            case JSON -> new JsonRows(out, distribution, table, query, next);
            case CSV -> new CsvRows(out);
            case NDJSON -> new NdjsonRows(out);
            case PARQUET -> throw new IllegalArgumentException("a Parquet is sent as it is");
        };
    }

    /// The same question to the same table has the same answer.
    private static EntityTag tag(RowTable table, RowFormat format, HttpServletRequest request) {
        var query = Optional.ofNullable(request.getQueryString()).orElse("");
        var state = table.digest().hex() + " " + format + " " + query;
        return EntityTag.of(Sha256.of(state.getBytes(StandardCharsets.UTF_8)));
    }

    private static void send(RowOutcome outcome, NextRows next, HttpServletResponse response, OutputStream out)
            throws IOException {
        switch (outcome) {
            case RowOutcome.Answered(var spooled, var total, var given) -> {
                try (spooled;
                        var bytes = spooled.open()) {
                    if (total >= 0) {
                        response.setHeader("Touchstone-Total-Rows", Long.toString(total));
                    }
                    next.after(total, given).ifPresent(url -> response.addHeader(HttpHeaders.LINK, "<" + url + ">; rel=\"next\""));
                    response.setContentLengthLong(spooled.size());
                    bytes.transferTo(out);
                }
            }
            case RowOutcome none -> throw AskedRows.refused(none);
        }
    }

    private void parquet(
            DistributionId distribution, RowTable table, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var tag = EntityTag.of(table.digest());
        response.setHeader(HttpHeaders.ETAG, tag.header());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (tag.isIn(Optional.ofNullable(request.getHeader(HttpHeaders.IF_NONE_MATCH)))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(RowFormat.PARQUET.contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"%s-table-%d.parquet\"".formatted(distribution, table.number()));
        response.setHeader("Touchstone-Total-Rows", Long.toString(table.rows()));
        response.setContentLengthLong(table.size());
        if (request.getMethod().equals("GET")) {
            Files.copy(rows.parquet(table), response.getOutputStream());
        }
    }
}
