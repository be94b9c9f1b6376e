package tw.touchstone.server.oai;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.listing.Listed;
import tw.touchstone.exchange.discovery.DublinCore;
import tw.touchstone.exchange.discovery.Labels;
import tw.touchstone.exchange.discovery.Xml;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Iris;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.vocabulary.profile.EuropeanTerms;
import tw.touchstone.vocabulary.profile.RdfSyntax;

/// Writes records and their headers. (OAI-PMH 2.0, section 2.5)
@Component
class Records {

    private final CatalogStore store;
    private final Iris iris;
    private final Sets sets;
    private final Labels labels;
    private final EuropeanTerms european;

    Records(Catalog catalog, Sets sets, Labels labels, EuropeanTerms european) {
        this.store = catalog.store();
        this.iris = catalog.settings().iris();
        this.sets = sets;
        this.labels = labels;
        this.european = european;
    }

    /// The identifier of a record. (Guidelines, scheme `oai`)
    String identifier(String dataset) {
        return "oai:" + iris.base().getHost() + ":" + dataset;
    }

    /// @param whole with its metadata, and not the header alone
    void write(Listed listed, Format format, boolean whole, Xml out) {
        var dataset = listed.withdrawn() ? Optional.<Dataset>empty() : store.dataset(listed.id());
        if (whole) {
            out.open("record");
        }
        header(listed, dataset, out);
        if (whole) {
            dataset.ifPresent(each -> {
                out.open("metadata");
                metadata(each, format, out);
                out.close();
            });
            out.close();
        }
    }

    private void header(Listed listed, Optional<Dataset> dataset, Xml out) {
        // One that was withdrawn since the list was read is told as such too.
        if (dataset.isEmpty()) {
            out.open("header", "status", "deleted");
        } else {
            out.open("header");
        }
        out.text("identifier", identifier(listed.id().value()));
        out.text("datestamp", Repository.seconds(listed.changed()));
        dataset.ifPresent(each -> sets.of(each).forEach(set -> out.text("setSpec", set)));
        out.close();
    }

    private void metadata(Dataset dataset, Format format, Xml out) {
        switch (format) {
            case DUBLIN_CORE -> DublinCore.write(dataset, iris, labels, out);
            case DCAT_AP -> {
                var bytes = new ByteArrayOutputStream();
                store.graph(dataset.id())
                        .ifPresent(graph -> RdfSyntax.write(european.addTo(graph), RdfSyntax.RDF_XML, bytes));
                out.document(bytes.toString(StandardCharsets.UTF_8));
            }
        }
    }
}
