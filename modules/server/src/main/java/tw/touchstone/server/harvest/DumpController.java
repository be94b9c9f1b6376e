package tw.touchstone.server.harvest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.listing.Inventory;
import tw.touchstone.catalog.listing.Listed;
import tw.touchstone.catalog.listing.Listing;
import tw.touchstone.exchange.json.DatasetJson;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Iris;
import tw.touchstone.server.http.EntityTag;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.server.http.Streamed;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.vocabulary.profile.CatalogRdf;
import tw.touchstone.vocabulary.profile.EuropeanTerms;
import tw.touchstone.vocabulary.profile.NQuads;

/// The whole catalogue in one file, written while it is sent: of the catalogue only the identifiers are held in memory.
///
/// Each dataset is read in a transaction of its own, which ends before its bytes go out, so a slow client holds nothing up.
/// What cannot be sent to its end is broken off, and the gzip file says that it is not whole.
@RestController
class DumpController {

    private static final int BUFFER = 64 << 10;

    private final CatalogStore store;
    private final Iris iris;
    private final Listing listing;
    private final EuropeanTerms european;
    private final CatalogueSettings settings;

    DumpController(Catalog catalog, Listing listing, EuropeanTerms european, CatalogueSettings settings) {
        this.store = catalog.store();
        this.iris = catalog.settings().iris();
        this.listing = listing;
        this.european = european;
        this.settings = settings;
    }

    /// Writes one dump.
    private interface Dump {
        void write(Inventory inventory, OutputStream out) throws IOException;
    }

    /// N-Quads: the catalogue in its own graph, each dataset in that of its IRI, and its quality in another.
    @GetMapping("/catalog.nq.gz")
    void quads(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(request, response, this::quads);
    }

    /// Our dataset JSON, one document on each line.
    @GetMapping("/catalog.jsonl.gz")
    void lines(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(request, response, this::lines);
    }

    private void send(HttpServletRequest request, HttpServletResponse response, Dump dump) throws IOException {
        Parameters.of(request, Set.of());
        var inventory = listing.now();
        var tag = new EntityTag("change-" + inventory.number());
        Streamed.send(request, response, tag, "application/gzip", sink -> {
            // Not closed where it fails: closing would end the file as if it were whole.
            var zipped = new FastGzip(sink);
            var out = new BufferedOutputStream(zipped, BUFFER);
            dump.write(inventory, out);
            out.flush();
            zipped.finish();
        });
    }

    private void quads(Inventory inventory, OutputStream out) {
        try (var quads = new NQuads(out)) {
            quads.write(
                    iris.catalog(),
                    new CatalogRdf(settings.inRdf(), iris).changed(inventory.changed()).graph());
            for (var listed : inventory.all()) {
                if (!listed.withdrawn()) {
                    quads(listed, quads);
                }
            }
        }
    }

    private void quads(Listed listed, NQuads quads) {
        store.graph(listed.id()).ifPresent(graph -> {
            var id = listed.id();
            quads.write(iris.dataset(id), european.addTo(graph));
            quads.write(iris.catalog(), CatalogRdf.membership(id, iris));
            store.quality(id).ifPresent(quality -> quads.write(iris.quality(id), quality));
        });
    }

    private void lines(Inventory inventory, OutputStream out) throws IOException {
        for (var listed : inventory.all()) {
            var dataset = listed.withdrawn() ? Optional.<Dataset>empty() : store.dataset(listed.id());
            if (dataset.isPresent()) {
                out.write(DatasetJson.line(dataset.get()).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
    }

    /// The network is the narrow place less often than the processor.
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
