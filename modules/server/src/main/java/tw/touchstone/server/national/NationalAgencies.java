package tw.touchstone.server.national;

import java.util.List;
import java.util.Optional;
import org.apache.jena.vocabulary.DCTerms;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.members.AgencyTree;
import tw.touchstone.catalog.publishing.CatalogTerms;
import tw.touchstone.model.Agency;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.store.CatalogStore;

/// Agencies by what the portal calls them: their object identifiers.
@Component
class NationalAgencies {

    private final CatalogStore store;
    private final CatalogTerms terms;
    private final AgencyTree tree;
    private final Iris iris;

    NationalAgencies(Catalog catalog) {
        this.store = catalog.store();
        this.terms = catalog.terms();
        this.tree = catalog.members().agencyTree();
        this.iris = catalog.settings().iris();
    }

    /// An agency by object identifier, slug or name; one that became part of another is that other.
    Optional<AgencyId> find(String text) {
        var wanted = text.strip();
        return store.agencies().stream()
                .filter(agency -> agency.oid().filter(wanted::equals).isPresent())
                .map(Agency::id)
                .findFirst()
                .or(() -> wanted.isEmpty() ? Optional.empty() : terms.agency(wanted))
                .map(tree::current);
    }

    /// Its datasets, in the order of identifiers.
    List<DatasetId> datasetsOf(AgencyId agency) {
        return store.datasetsWith(DCTerms.publisher.asNode(), iris.agency(agency));
    }
}
