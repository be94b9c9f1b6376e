package tw.touchstone.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.search.CatalogSearch;
import tw.touchstone.search.Suggestion;
import tw.touchstone.server.http.Parameters;

/// What somebody may be about to type, for search boxes.
@RestController
class SuggestionController {

    private final CatalogSearch search;

    SuggestionController(Catalog catalog) {
        this.search = catalog.search();
    }

    record Suggested(List<Item> items) {}

    /// @param kind `agency`, `theme`, `column` or `title`
    /// @param url  address of the page with what it stands for
    record Item(String kind, String text, long datasets, String url) {}

    @GetMapping(path = "/api/v1/suggest", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Suggested> suggest(HttpServletRequest request) {
        var typed = Parameters.of(request, Set.of("q")).one("q").orElse("");
        var items = search.suggest(typed).stream().map(SuggestionController::item).toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(new Suggested(items));
    }

    private static Item item(Suggestion suggestion) {
        var url = switch (suggestion.kind()) {
            case AGENCY -> address("agency", suggestion.value());
            case THEME -> address("q", "theme:\"" + suggestion.text() + '"');
            case COLUMN -> address("q", "column:\"" + suggestion.text() + '"');
            case TITLE -> address("q", suggestion.text());
        };
        return new Item(suggestion.kind().name().toLowerCase(Locale.ROOT), suggestion.text(), suggestion.datasets(), url);
    }

    private static String address(String parameter, String value) {
        return UriComponentsBuilder.fromPath("/datasets")
                .queryParam(parameter, "{value}")
                .encode()
                .buildAndExpand(value)
                .toUriString();
    }
}
