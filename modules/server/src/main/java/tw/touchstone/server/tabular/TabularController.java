package tw.touchstone.server.tabular;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.exchange.discovery.Labels;
import tw.touchstone.exchange.tabular.Croissant;
import tw.touchstone.exchange.tabular.CsvwMetadata;
import tw.touchstone.exchange.tabular.DataPackage;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Sha256;
import tw.touchstone.server.http.EntityTag;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.http.PublishedDatasets;
import tw.touchstone.server.rows.KeptTables;

/// Datasets as Croissant 1.1 and Data Package 2, tables as CSV on the web: with the columns and types that were seen, and
/// over rows that can really be read. Where they cannot, the answer says why.
@RestController
class TabularController {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PublishedDatasets published;
    private final LoadableTables tables;
    private final KeptTables kept;
    private final Croissant croissant;
    private final DataPackage packages;
    private final Iris iris;

    TabularController(
            Catalog catalog, PublishedDatasets published, LoadableTables tables, KeptTables kept, Labels labels) {
        this.published = published;
        this.tables = tables;
        this.kept = kept;
        this.iris = catalog.settings().iris();
        this.croissant = new Croissant(iris, labels);
        this.packages = new DataPackage(iris, labels);
    }

    @GetMapping("/datasets/{id}/croissant.json")
    ResponseEntity<byte[]> croissant(@PathVariable String id, HttpServletRequest request) {
        Parameters.of(request, Set.of());
        var dataset = published.current(id).dataset();
        var loadable = tables.of(dataset, true).stream()
                .filter(table -> !table.samples().isEmpty())
                .toList();
        if (loadable.isEmpty()) {
            if (tables.isWaiting(dataset)) {
                throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "the rows are being made; ask again in some seconds")
                        .with("reason", "preparing")
                        .header(HttpHeaders.RETRY_AFTER, "5");
            }
            throw Problem.of(
                            HttpStatus.NOT_FOUND,
                            "no table of the dataset has a first record that can be read here, so there is no Croissant")
                    .with("reason", "no-record");
        }
        return switch (croissant.describe(dataset, loadable)) {
            case Croissant.Described.Document(var document) -> answer(document, Croissant.MEDIA_TYPE, request);
            case Croissant.Described.Missing(var missing) ->
                throw Problem.of(
                                HttpStatus.NOT_FOUND,
                                "the dataset does not state what Croissant requires: " + String.join(", ", missing))
                        .with("reason", "incomplete")
                        .with("missing", missing);
        };
    }

    @GetMapping("/datasets/{id}/datapackage.json")
    ResponseEntity<byte[]> dataPackage(@PathVariable String id, HttpServletRequest request) {
        Parameters.of(request, Set.of());
        var dataset = published.current(id).dataset();
        var document = packages.describe(dataset, tables.of(dataset, false))
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "the dataset has no file, and a data package has one at least")
                        .with("reason", "no-resource"));
        return answer(document, "application/json", request);
    }

    @GetMapping("/distributions/{id}/csvw.json")
    ResponseEntity<byte[]> csvw(@PathVariable String id, HttpServletRequest request) {
        Parameters.of(request, Set.of());
        var distribution = kept.distribution(id).distribution();
        // Says why, where there are no rows at all.
        kept.require(distribution, Optional.empty());
        var self = java.net.URI.create(iris.distribution(distribution.id()) + "/csvw.json");
        return answer(
                CsvwMetadata.describe(distribution, self, tables.of(distribution, false)), "application/csvm+json", request);
    }

    private static ResponseEntity<byte[]> answer(Map<String, Object> document, String type, HttpServletRequest request) {
        var bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document).getBytes(StandardCharsets.UTF_8);
        var tag = EntityTag.of(Sha256.of(bytes));
        boolean known = tag.isIn(Optional.ofNullable(request.getHeader(HttpHeaders.IF_NONE_MATCH)));
        var answer = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .header(HttpHeaders.ETAG, tag.header())
                .cacheControl(CacheControl.noCache());
        return known ? answer.build() : answer.header(HttpHeaders.CONTENT_TYPE, type).body(bytes);
    }
}
