package tw.touchstone.server.harvest;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.listing.Inventory;
import tw.touchstone.catalog.listing.Listed;
import tw.touchstone.catalog.listing.Listing;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.server.http.Problem;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.DatasetState;
import tw.touchstone.vocabulary.profile.CatalogRdf;
import tw.touchstone.vocabulary.profile.EuropeanTerms;

/// Makes the pages of the catalogue. Thread-safe; each page is read dataset by dataset and holds no transaction.
@Component
class CatalogPages {

    /// Datasets on one page, as many as the harvesters of other catalogues are used to.
    static final int SIZE = 100;

    private final CatalogStore store;
    private final Iris iris;
    private final Listing listing;
    private final EuropeanTerms european;
    private final CatalogueSettings settings;

    CatalogPages(Catalog catalog, Listing listing, EuropeanTerms european, CatalogueSettings settings) {
        this.store = catalog.store();
        this.iris = catalog.settings().iris();
        this.listing = listing;
        this.european = european;
        this.settings = settings;
    }

    /// Which page is wanted.
    ///
    /// @param suffix of the address, by which the pages lead to each other in the same syntax
    /// @param number from 1; says where to begin where `after` does not
    /// @param since  only what changed at this time or later, and then tombstones too
    record Wanted(String suffix, long number, Optional<DatasetId> after, Optional<Instant> since) {}

    /// A page.
    ///
    /// @param change number of the last change that it takes into account
    record Page(Graph graph, long change) {}

    /// Makes a page.
    ///
    /// @throws Problem 404 where there are not so many pages
    Page page(Wanted wanted) {
        var inventory = listing.now();
        Predicate<Listed> isWanted = wanted.since()
                .<Predicate<Listed>>map(since -> listed -> !listed.changed().isBefore(since))
                .orElse(listed -> !listed.withdrawn());
        long total = inventory.count(isWanted);
        long pages = Math.max(1, (total + SIZE - 1) / SIZE);
        if (wanted.after().isEmpty() && wanted.number() > pages) {
            throw Problem.of(HttpStatus.NOT_FOUND, "there are only " + pages + " pages").with("pages", pages);
        }
        var begin = wanted.after().or(() -> inventory.skipping((wanted.number() - 1) * SIZE, isWanted));
        var part = inventory.after(begin, SIZE, isWanted);
        var rdf = new CatalogRdf(settings.inRdf(), iris);
        if (wanted.number() == 1) {
            rdf.changed(inventory.changed());
        }
        part.items().forEach(each -> add(each, rdf));
        return new Page(rdf.page(place(wanted, part, pages, total)).graph(), inventory.number());
    }

    private void add(Listed listed, CatalogRdf rdf) {
        if (listed.withdrawn()) {
            var reason = store.state(listed.id()) instanceof DatasetState.Withdrawn tombstone ? tombstone.reason() : "";
            rdf.withdrawn(listed.id(), listed.changed(), reason);
        } else {
            // What was withdrawn since the list was read is met again, as a tombstone, by whoever asks what changed.
            store.graph(listed.id()).ifPresent(graph -> rdf.dataset(listed.id(), european.addTo(graph)));
        }
    }

    private CatalogRdf.Place place(Wanted wanted, Inventory.Part part, long pages, long total) {
        var next = part.more()
                ? Optional.of(address(
                        wanted, wanted.number() + 1, Optional.of(part.items().getLast().id())))
                : Optional.<URI>empty();
        var previous = wanted.number() > 1
                ? Optional.of(address(wanted, Math.min(pages, wanted.number() - 1), Optional.empty()))
                : Optional.<URI>empty();
        return new CatalogRdf.Place(
                address(wanted, wanted.number(), wanted.after()),
                address(wanted, 1, Optional.empty()),
                previous,
                next,
                address(wanted, pages, Optional.empty()),
                SIZE,
                total);
    }

    private URI address(Wanted wanted, long number, Optional<DatasetId> after) {
        return URI.create(iris.catalog() + "." + wanted.suffix() + "?page=" + number
                + after.map(id -> "&after=" + id).orElse("")
                + wanted.since()
                        .map(since -> "&modified_since=" + URLEncoder.encode(since.toString(), StandardCharsets.UTF_8))
                        .orElse(""));
    }
}
