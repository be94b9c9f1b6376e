package tw.touchstone.server.national;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.evaluating.Evaluations;
import tw.touchstone.catalog.listing.Listed;
import tw.touchstone.catalog.listing.Listing;
import tw.touchstone.exchange.catalogue.NationalExport;
import tw.touchstone.exchange.discovery.Labels;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Label;
import tw.touchstone.server.http.EntityTag;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.http.Streamed;
import tw.touchstone.store.CatalogStore;

/// The whole catalogue in the layout of the national portal's bulk export, at the addresses where its readers look
/// for it. It is written while it is sent, dataset by dataset.
@RestController
class ExportController {

    private static final int BUFFER = 64 << 10;

    /// Labels are looked up for so many datasets at once.
    private static final int ROUND = 500;

    private static final JsonFactory JSON = new JsonFactory();

    private final CatalogStore store;
    private final Listing listing;
    private final Evaluations evaluations;
    private final NationalExport export;

    ExportController(Catalog catalog, Listing listing, Labels labels) {
        this.store = catalog.store();
        this.listing = listing;
        this.evaluations = catalog.judging().evaluations();
        this.export = new NationalExport(labels, catalog.vocabularies());
    }

    @GetMapping("/datasets/export/{format:csv|json}")
    void byPath(@PathVariable String format, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Parameters.of(request, Set.of());
        send(format, request, response);
    }

    @GetMapping({"/api/front/dataset/export", "/api/v2/rest/dataset/export"})
    void byParameter(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var format = Parameters.of(request, Set.of("format")).one("format").orElse("csv");
        if (!format.equals("csv") && !format.equals("json")) {
            throw Problem.badField("format", "format is csv or json");
        }
        send(format, request, response);
    }

    private void send(String format, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var inventory = listing.now();
        var published =
                inventory.all().stream().filter(each -> !each.withdrawn()).toList();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dataset." + format + "\"");
        Streamed.send(
                request,
                response,
                new EntityTag("change-" + inventory.number()),
                format.equals("csv") ? "text/csv;charset=utf-8" : "application/json;charset=utf-8",
                sink -> {
                    var out = new BufferedOutputStream(sink, BUFFER);
                    if (format.equals("csv")) {
                        csv(published, out);
                    } else {
                        json(published, out);
                    }
                    out.flush();
                });
    }

    private void csv(List<Listed> published, OutputStream out) throws IOException {
        out.write(NationalExport.header().getBytes(StandardCharsets.UTF_8));
        for (int from = 0; from < published.size(); from += ROUND) {
            var round = published.subList(from, Math.min(from + ROUND, published.size()));
            var labels = labels(round);
            for (var listed : round) {
                var dataset = store.dataset(listed.id());
                if (dataset.isPresent()) {
                    out.write(export.csv(dataset.get(), label(dataset.get(), labels)).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private void json(List<Listed> published, OutputStream out) {
        var json = JSON.createGenerator(ObjectWriteContext.empty(), out);
        json.writeStartArray();
        for (int from = 0; from < published.size(); from += ROUND) {
            var round = published.subList(from, Math.min(from + ROUND, published.size()));
            var labels = labels(round);
            round.forEach(listed -> store.dataset(listed.id())
                    .ifPresent(dataset -> export.json(dataset, label(dataset, labels), json)));
        }
        json.writeEndArray();
        json.flush();
    }

    private Map<DatasetId, String> labels(Collection<Listed> round) {
        return evaluations
                .history()
                .awards(round.stream().map(Listed::id).toList(), evaluations.shownPolicy());
    }

    private static Label label(Dataset dataset, Map<DatasetId, String> labels) {
        return Optional.ofNullable(labels.get(dataset.id())).flatMap(Label::ofCode).orElse(Label.NONE_UNCHECKED);
    }
}
