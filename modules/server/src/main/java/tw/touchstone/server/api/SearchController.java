package tw.touchstone.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Iris;
import tw.touchstone.search.CatalogSearch;
import tw.touchstone.search.Facet;
import tw.touchstone.search.FacetCount;
import tw.touchstone.search.Hit;
import tw.touchstone.search.RankReason;
import tw.touchstone.search.SearchOutcome;
import tw.touchstone.search.SearchQuery;
import tw.touchstone.search.SearchResult;
import tw.touchstone.server.http.Problem;

/// The search for datasets.
@RestController
class SearchController {

    /// A list for people to choose from; whoever wants all agencies asks for the agencies.
    private static final int MOST_FACET_VALUES = 100;

    private final CatalogSearch search;
    private final Iris iris;
    private final SearchParameters parameters;
    private final FacetLabels labels;

    SearchController(Catalog catalog) {
        this.search = catalog.search();
        this.iris = catalog.settings().iris();
        this.parameters = new SearchParameters(catalog);
        this.labels = new FacetLabels(catalog);
    }

    /// One page of what was found.
    record Found(
            List<Item> items,
            long total,
            Optional<String> next,
            Map<String, List<Counted>> facets,
            List<String> notes,
            Optional<String> meant) {}

    /// One dataset.
    record Item(
            String id,
            String iri,
            Map<String, String> title,
            String snippet,
            Optional<Publisher> agency,
            List<String> formats,
            String label,
            String grade,
            Instant modified,
            long downloads,
            String series,
            Optional<Long> others,
            Optional<List<Reason>> rank) {}

    /// Why a dataset stands where it stands.
    record Reason(String kind, String text, List<String> fields, double points) {}

    record Publisher(String id, String iri, Map<String, String> name) {}

    /// How many of the datasets found have a value.
    record Counted(String value, long count, Map<String, String> label) {}

    @GetMapping(path = "/api/v1/datasets", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Found> search(HttpServletRequest request) {
        var wanted = parameters.read(request);
        var found =
                switch (search.search(wanted.query())) {
                    case SearchResult result -> found(result, wanted, request);
                    case SearchOutcome.InvalidCursor invalid -> throw Problem.badField("after", invalid.reason());
                };
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(found);
    }

    private Found found(SearchResult result, SearchParameters.Wanted wanted, HttpServletRequest request) {
        Map<String, List<Counted>> facets = new LinkedHashMap<>();
        wanted.facets()
                .forEach(facet -> facets.put(
                        facet.parameter(),
                        counted(
                                facet,
                                result.counts(facet),
                                wanted.query().filters().getOrDefault(facet, Set.of()))));
        return new Found(
                result.hits().stream().map(hit -> item(hit, wanted.query())).toList(),
                result.total(),
                result.next().map(after -> NextPage.of(request, "after", after)),
                facets,
                result.notes().stream().sorted().map(SearchController::note).toList(),
                result.meant());
    }

    private Item item(Hit hit, SearchQuery query) {
        return new Item(
                hit.id().value(),
                iris.dataset(hit.id()).toString(),
                hit.title().byLanguage(),
                hit.snippet().text(),
                hit.agency().map(agency -> publisher(agency, hit)),
                hit.formats(),
                hit.label(),
                hit.grade(),
                hit.modified(),
                hit.downloads(),
                hit.series(),
                query.grouped() ? Optional.of(hit.others()) : Optional.empty(),
                query.reasons()
                        ? Optional.of(hit.reasons().stream()
                                .map(SearchController::reason)
                                .toList())
                        : Optional.empty());
    }

    private Publisher publisher(AgencyId agency, Hit hit) {
        return new Publisher(
                agency.value(), iris.agency(agency).toString(), hit.agencyName().byLanguage());
    }

    private List<Counted> counted(Facet facet, List<FacetCount> counts, Set<String> asked) {
        int shown = Math.min(MOST_FACET_VALUES, counts.size());
        return Stream.concat(
                        counts.subList(0, shown).stream(),
                        counts.subList(shown, counts.size()).stream().filter(each -> asked.contains(each.value())))
                .map(each -> new Counted(each.value(), each.count(), labels.label(facet, each.value())))
                .toList();
    }

    private static String note(SearchResult.Note note) {
        return switch (note) {
            case NEAREST_ONLY -> "nearest-only";
            case TEXT_CUT -> "text-cut";
            case INDEX_CHANGED -> "index-changed";
            case REBUILDING -> "rebuilding";
        };
    }

    private static Reason reason(RankReason reason) {
        return new Reason(
                reason.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                reason.text(),
                reason.fields(),
                reason.points());
    }
}
