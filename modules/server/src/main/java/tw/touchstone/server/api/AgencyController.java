package tw.touchstone.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.Agency;
import tw.touchstone.model.Iris;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.store.CatalogStore;

/// All agencies the catalogue knows, in the order of their identifiers.
@RestController
class AgencyController {

    private final CatalogStore store;
    private final Iris iris;

    AgencyController(Catalog catalog) {
        this.store = catalog.store();
        this.iris = catalog.settings().iris();
    }

    /// One agency.
    record Item(
            String id, String iri, Map<String, String> title, Optional<String> oid, List<String> otherNames) {}

    @GetMapping(path = "/api/v1/agencies", produces = MediaType.APPLICATION_JSON_VALUE)
    ItemList<Item> agencies(HttpServletRequest request) {
        Parameters.of(request, Set.of());
        var items = store.agencies().stream().map(this::item).toList();
        return new ItemList<>(items, items.size(), Optional.empty());
    }

    private Item item(Agency agency) {
        return new Item(
                agency.id().value(),
                iris.agency(agency.id()).toString(),
                agency.name().byLanguage(),
                agency.oid(),
                agency.otherNames());
    }
}
