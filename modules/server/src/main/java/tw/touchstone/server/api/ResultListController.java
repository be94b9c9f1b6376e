package tw.touchstone.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.sheets.CsvText;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Iris;
import tw.touchstone.search.CatalogSearch;
import tw.touchstone.search.Hit;
import tw.touchstone.search.SearchOutcome;
import tw.touchstone.search.SearchResult;
import tw.touchstone.server.http.Problem;

/// What was found, for people with a spreadsheet: one page of the search as CSV, with a byte order mark, guarded
/// against formulas. Where there are more, the header `Link` leads to the next page.
@RestController
class ResultListController {

    private static final List<String> COLUMNS = List.of(
            "id", "iri", "title", "agency", "agency_name", "formats", "label", "grade", "modified", "downloads");

    private final CatalogSearch search;
    private final Iris iris;
    private final SearchParameters parameters;

    ResultListController(Catalog catalog) {
        this.search = catalog.search();
        this.iris = catalog.settings().iris();
        this.parameters = new SearchParameters(catalog);
    }

    @GetMapping("/api/v1/datasets.csv")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var query = parameters.read(request).query().facets(false);
        var result =
                switch (search.search(query)) {
                    case SearchResult found -> found;
                    case SearchOutcome.InvalidCursor invalid -> throw Problem.badField("after", invalid.reason());
                };
        var text = new StringBuilder("\uFEFF").append(CsvText.row(COLUMNS));
        result.hits().forEach(hit -> text.append(CsvText.row(row(hit, query.language()))));
        var answer = ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"datasets.csv\"")
                .header("Total-Count", Long.toString(result.total()));
        result.next().ifPresent(after -> answer.header(
                HttpHeaders.LINK, "<" + NextPage.of(request, "after", after) + ">; rel=\"next\""));
        return answer.body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<String> row(Hit hit, String language) {
        return List.of(
                hit.id().value(),
                iris.dataset(hit.id()).toString(),
                hit.title().best(language),
                hit.agency().map(AgencyId::value).orElse(""),
                hit.agencyName().best(language),
                String.join(";", hit.formats()),
                hit.label(),
                hit.grade(),
                hit.modified().toString(),
                Long.toString(hit.downloads()));
    }
}
