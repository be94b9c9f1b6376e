package tw.touchstone.server.ckan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.listing.Listed;
import tw.touchstone.catalog.listing.Listing;
import tw.touchstone.exchange.discovery.CkanPackage;
import tw.touchstone.exchange.discovery.Labels;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Label;
import tw.touchstone.search.CatalogSearch;
import tw.touchstone.search.Condition;
import tw.touchstone.search.Selected;
import tw.touchstone.search.Selection;
import tw.touchstone.store.CatalogStore;

/// The datasets as packages. Thread-safe.
///
/// What was written once is kept while it is asked for: the same package is the answer to many questions, and reading
/// it from
/// the store costs more than finding it.
@Component
class Packages {

    /// Characters of packages that are kept; a package of Chinese text has two bytes for each.
    private static final long MOST_KEPT = 16_000_000;

    private static final int LONGEST_KEPT = 100_000;

    private final CatalogStore store;
    private final CatalogSearch search;
    private final Listing listing;
    private final CkanPackage writer;
    /// The change that the log stood at when the server started.
    private final long begun;

    private final Cache<Version, String> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((Version version, String json) -> json.length())
            .build();

    Packages(Catalog catalog, Listing listing, Labels labels) {
        this.store = catalog.store();
        this.search = catalog.search();
        this.listing = listing;
        this.writer = new CkanPackage(catalog.settings().iris(), labels, catalog.vocabularies());
        this.begun = store.lastNumber();
    }

    /// Everything that the text of a package depends on, but for names of agencies and terms.
    private record Version(DatasetId id, long number, String label, String grade) {}

    /// Selects, where the index is complete: whoever takes the whole catalogue deletes what is missing in it.
    ///
    /// @throws Refusal while the index is being built, or where the condition is too long
    Selected select(Selection selection) {
        if (search.lastApplied() < begun) {
            throw Refusal.notYet();
        }
        return search.select(selection).orElseThrow(() -> Refusal.query("it has too many words"));
    }

    /// Hands on the packages of the datasets that are still there, one JSON object each.
    void each(List<Selected.Found> datasets, Consumer<String> packages) {
        var inventory = listing.now();
        for (var found : datasets) {
            inventory.of(found.id()).flatMap(listed -> json(listed, found)).ifPresent(packages);
        }
    }

    /// Writes packages as an array.
    void write(List<Selected.Found> datasets, JsonGenerator json) {
        json.writeStartArray();
        each(datasets, json::writeRawValue);
        json.writeEndArray();
    }

    /// One package.
    Optional<String> one(DatasetId id) {
        return listing.now().of(id).flatMap(listed -> json(listed, standing(id)));
    }

    /// One resource of a package.
    Optional<String> resource(DistributionId id) {
        return listing.now()
                .of(id.dataset())
                .flatMap(listed -> store.dataset(id.dataset())
                        .flatMap(dataset -> dataset.distribution(id)
                                .map(distribution -> writer.resource(
                                        dataset, distribution, standing(listed, standing(id.dataset()))))));
    }

    private Selected.Found standing(DatasetId id) {
        var one =
                new Selection("", new Condition.Is(Set.of(id)), Selection.Order.IDENTIFIER, false, 0, 1, false, false);
        return search.select(one).stream()
                .flatMap(selected -> selected.datasets().stream())
                .findFirst()
                .orElse(new Selected.Found(id, Label.NONE_UNCHECKED.code(), "ungraded"));
    }

    private static CkanPackage.Standing standing(Listed listed, Selected.Found found) {
        return new CkanPackage.Standing(listed.changed(), found.label(), found.grade());
    }

    private Optional<String> json(Listed listed, Selected.Found found) {
        if (listed.withdrawn()) {
            return Optional.empty();
        }
        var version = new Version(listed.id(), listed.number(), found.label(), found.grade());
        var known = Optional.ofNullable(kept.getIfPresent(version));
        if (known.isPresent()) {
            return known;
        }
        var made = store.dataset(listed.id()).map(dataset -> writer.json(dataset, standing(listed, found)));
        made.filter(text -> text.length() <= LONGEST_KEPT).ifPresent(text -> kept.put(version, text));
        return made;
    }

    /// The identifiers of all datasets, in their order.
    List<String> identifiers() {
        return listing.now().all().stream()
                .filter(each -> !each.withdrawn())
                .map(each -> each.id().value())
                .toList();
    }
}
