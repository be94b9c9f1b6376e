package tw.touchstone.server.mcp;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.LangText;
import tw.touchstone.search.CatalogSearch;
import tw.touchstone.search.Hit;
import tw.touchstone.search.SearchOutcome;
import tw.touchstone.search.SearchQuery;
import tw.touchstone.search.SearchResult;
import tw.touchstone.server.api.SearchParameters;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.signin.SignedIn;
import tw.touchstone.store.CatalogStore;

/// Finds datasets.
@Component
class SearchTool implements CatalogueTool {

    private static final int USUAL = 10;
    private static final int MOST = 50;
    private static final int MOST_FILES = 5;

    private final CatalogSearch search;
    private final CatalogStore store;
    private final SearchParameters parameters;
    private final Sources sources;

    SearchTool(Catalog catalog, Sources sources) {
        this.search = catalog.search();
        this.store = catalog.store();
        this.parameters = new SearchParameters(catalog);
        this.sources = sources;
    }

    /// What was found.
    ///
    /// @param total how many there are in all
    /// @param next  where the list goes on, for `after`; absent at its end
    /// @param meant what was probably meant, where little was found
    record Found(List<Item> items, long total, Optional<String> next, Optional<String> meant) {}

    /// One dataset.
    ///
    /// @param label code of its label, for example `platinum`
    /// @param grade code of its AI-Ready grade
    record Item(
            String id,
            Map<String, String> title,
            String snippet,
            List<String> formats,
            String label,
            String grade,
            Instant modified,
            long downloads,
            Source source) {}

    @Override
    public String name() {
        return "search_datasets";
    }

    @Override
    public String title() {
        return "Search datasets";
    }

    @Override
    public String description() {
        return "Finds datasets by words in titles, descriptions, keywords and column names (Chinese works best; traditional "
                + "and simplified are the same), narrowed by filters. Answers the best ones with label, formats, licence and "
                + "citation. Page on with after; list_agencies and list_themes have the values of those filters.";
    }

    @Override
    public Inputs inputs() {
        return Inputs.none()
                .text("q", "words to look for; everything where it is left out")
                .texts("agency", "identifiers of agencies, such as moenv; any of them")
                .texts("theme", "notations of themes, such as atmosphere; any of them")
                .texts("format", "file formats, such as csv or json; any of them")
                .texts("label", "quality labels, such as platinum or gold; any of them")
                .texts("grade", "AI-Ready grades; any of them")
                .texts("licence", "licences, such as ogdl-1; any of them")
                .text("from", "only what was modified on this day or later, such as 2026-01-31")
                .text("to", "only what was modified on this day or earlier")
                .oneOf("sort", List.of("relevance", "newest", "downloads", "title"), "the order; relevance where it is left out")
                .number("size", 1, MOST, "how many to answer; " + USUAL + " where it is left out")
                .text("after", "next of the answer before")
                .oneOf("language", List.of(LangText.ZH, LangText.EN), "of the reader; " + LangText.ZH + " where it is left out");
    }

    @Override
    public Class<? extends Record> output() {
        return Found.class;
    }

    @Override
    public Answer call(Arguments arguments, Optional<SignedIn> who) {
        var wanted = parameters.read(arguments.parameters()).query();
        int size = arguments.number("size", 1, MOST, USUAL);
        return switch (search.search(query(wanted, size))) {
            case SearchResult result -> answer(result);
            case SearchOutcome.InvalidCursor invalid -> throw Problem.badField("after", invalid.reason());
        };
    }

    private static SearchQuery query(SearchQuery wanted, int size) {
        return new SearchQuery(
                wanted.text(),
                wanted.filters(),
                wanted.from(),
                wanted.to(),
                wanted.sort(),
                size,
                wanted.after(),
                false,
                wanted.language(),
                Optional.empty(),
                false,
                false);
    }

    private Answer answer(SearchResult result) {
        var items = result.hits().stream().flatMap(hit -> item(hit).stream()).toList();
        var words = "%,d datasets match; %d are listed, each with its source and licence.%s"
                .formatted(result.total(), items.size(), result.next().isPresent() ? " There are more: pass next as after." : "");
        return new Answer(words, new Found(items, result.total(), result.next(), result.meant()));
    }

    /// Empty for one that was withdrawn since it was indexed.
    private Optional<Item> item(Hit hit) {
        return store.dataset(hit.id())
                .map(dataset -> new Item(
                        hit.id().value(),
                        hit.title().byLanguage(),
                        hit.snippet().text(),
                        hit.formats(),
                        hit.label(),
                        hit.grade(),
                        hit.modified(),
                        hit.downloads(),
                        sources.of(dataset, MOST_FILES)));
    }
}
