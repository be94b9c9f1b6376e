package tw.touchstone.bench.relevance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import tw.touchstone.bench.disk.Folder;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.CatalogOpening;
import tw.touchstone.catalog.CatalogSettings;
import tw.touchstone.catalog.Home;
import tw.touchstone.catalog.inspecting.LinkSettings;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Iris;
import tw.touchstone.search.SearchOutcome;
import tw.touchstone.search.SearchQuery;
import tw.touchstone.search.SearchResult;
import tw.touchstone.store.Change;

/// Our own corpus in a whole catalogue of its own, indexed on the product's path: committed to the store, judged,
/// indexed with the product's synonyms.
public final class OwnCatalogue implements Engine, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final Catalog catalog;
    private final List<Item> items;

    private OwnCatalogue(Path folder, Catalog catalog, List<Dataset> datasets) {
        this.folder = folder;
        this.catalog = catalog;
        this.items = datasets.stream()
                .map(dataset -> new Item(dataset.id().value(), dataset.title().toString()))
                .toList();
    }

    /// Fills a temporary home, which [#close] removes.
    ///
    /// @throws IllegalStateException if a record cannot be stored or searched
    public static OwnCatalogue open() {
        try {
            var folder = Files.createTempDirectory("touchstone-relevance");
            var settings = new CatalogSettings(
                    new Home(folder.resolve("home")), Iris.LOCAL, 1 << 20, LinkSettings.NONE, 1, Duration.ofSeconds(5));
            return switch (Catalog.open(settings, Clock.systemUTC())) {
                case CatalogOpening.Opened(Catalog catalog) -> filled(folder, catalog);
                case CatalogOpening not -> throw new IllegalStateException(not.toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OwnCatalogue filled(Path folder, Catalog catalog) {
        var datasets = Corpus.datasets(catalog.vocabularies());
        var own = new OwnCatalogue(folder, catalog, datasets);
        catalog.store().commit(datasets.stream().<Change>map(Change.PutDataset::new).toList());
        try {
            if (!catalog.awaitFollowed(PATIENCE) || catalog.search().size() != datasets.size()) {
                throw new IllegalStateException(
                        "only " + catalog.search().size() + " of " + datasets.size() + " records can be searched");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return own;
    }

    /// All datasets of the catalogue.
    public List<Item> items() {
        return items;
    }

    @Override
    public Answer search(String text, int most) {
        return switch (catalog.search().search(SearchQuery.of(text).size(most).facets(false))) {
            case SearchResult result -> new Answer(
                    result.hits().stream().map(hit -> hit.id().value()).toList(),
                    !result.notes().contains(SearchResult.Note.NEAREST_ONLY));
            case SearchOutcome.InvalidCursor invalid -> throw new IllegalStateException(invalid.reason());
        };
    }

    @Override
    public void close() {
        catalog.close();
        Folder.delete(folder);
    }
}
