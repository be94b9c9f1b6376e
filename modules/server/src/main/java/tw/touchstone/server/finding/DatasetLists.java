package tw.touchstone.server.finding;

import java.util.Map;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.search.CatalogSearch;
import tw.touchstone.search.Facet;
import tw.touchstone.search.SearchOutcome;
import tw.touchstone.search.SearchQuery.Sort;
import tw.touchstone.search.SearchResult;
import tw.touchstone.usage.Usage;

/// Lists of datasets on pages other than the search page.
@Component
public class DatasetLists {

    private final CatalogSearch search;
    private final Usage usage;

    public DatasetLists(Catalog catalog) {
        this.search = catalog.search();
        this.usage = catalog.usage();
    }

    /// The newest datasets of all.
    public DatasetList newest(int size, String language) {
        return list(everything(Sort.NEWEST), size, language);
    }

    /// The most downloaded datasets of all, those without a download included.
    public DatasetList mostDownloaded(int size, String language) {
        return list(everything(Sort.DOWNLOADS), size, language);
    }

    /// The newest datasets that have one value of one facet.
    public DatasetList with(Facet facet, String value, int size, String language) {
        return list(SearchParameters.of(facet, value).sorted(Sort.NEWEST), size, language);
    }

    private DatasetList list(SearchParameters asked, int size, String language) {
        SearchOutcome outcome = search.search(asked.query(language).size(size));
        return switch (outcome) {
            case SearchResult result -> DatasetList.of(result, asked, usage, language);
            case SearchOutcome.InvalidCursor invalid -> throw new IllegalStateException(invalid.reason());
        };
    }

    private static SearchParameters everything(Sort sort) {
        return new SearchParameters("", Map.of(), "", "", sort, SearchParameters.USUAL_SIZE, "");
    }
}
