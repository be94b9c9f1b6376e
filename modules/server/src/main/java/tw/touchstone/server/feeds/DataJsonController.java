package tw.touchstone.server.feeds;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.listing.Listing;
import tw.touchstone.exchange.discovery.DataJson;
import tw.touchstone.exchange.discovery.Labels;
import tw.touchstone.model.Iris;
import tw.touchstone.server.harvest.CatalogueSettings;
import tw.touchstone.server.http.EntityTag;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.server.http.Streamed;
import tw.touchstone.store.CatalogStore;

/// The catalogue as `data.json`, written while it is sent.
@RestController
class DataJsonController {

    private static final int BUFFER = 64 << 10;

    private final CatalogStore store;
    private final Iris iris;
    private final Listing listing;
    private final Labels labels;
    private final CatalogueSettings settings;

    DataJsonController(Catalog catalog, Listing listing, Labels labels, CatalogueSettings settings) {
        this.store = catalog.store();
        this.iris = catalog.settings().iris();
        this.listing = listing;
        this.labels = labels;
        this.settings = settings;
    }

    @GetMapping("/data.json")
    void dataJson(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters.of(request, Set.of());
        var inventory = listing.now();
        var tag = new EntityTag("change-" + inventory.number());
        Streamed.send(request, response, tag, MediaType.APPLICATION_JSON_VALUE, sink -> {
            var json = new DataJson(new BufferedOutputStream(sink, BUFFER), iris, labels, settings.email());
            for (var listed : inventory.all()) {
                if (!listed.withdrawn()) {
                    store.dataset(listed.id()).ifPresent(dataset -> json.write(dataset, listed.changed()));
                }
            }
            json.end();
        });
    }
}
