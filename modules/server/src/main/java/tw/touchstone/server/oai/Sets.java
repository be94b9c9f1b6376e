package tw.touchstone.server.oai;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.server.layout.Names;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Vocabularies;
import tw.touchstone.vocabulary.profile.Terms;

/// The sets of the repository: one for each agency (`agency.moenv`) and one for each theme (`theme.atmosphere`). They are
/// flat, so no set stands for those below it. (OAI-PMH 2.0, section 2.6)
@Component
class Sets {

    private static final String AGENCY = "agency.";
    private static final String THEME = "theme.";

    private final CatalogStore store;
    private final Iris iris;
    private final Vocabularies vocabularies;
    private final Names names;

    Sets(Catalog catalog, Names names) {
        this.store = catalog.store();
        this.iris = catalog.settings().iris();
        this.vocabularies = catalog.vocabularies();
        this.names = names;
    }

    /// A set and what it is called.
    record Named(String spec, LangText name) {}

    List<Named> all() {
        var all = new ArrayList<Named>();
        store.agencies().forEach(agency -> all.add(new Named(AGENCY + agency.id(), agency.name())));
        Stream.of(vocabularies.themes(), vocabularies.services())
                .flatMap(scheme -> scheme.concepts().stream())
                .forEach(theme -> all.add(new Named(THEME + theme.notation(), theme.label())));
        return all;
    }

    /// The published datasets of a set; empty where there is no such set.
    Optional<Set<DatasetId>> members(String spec) {
        if (spec.startsWith(AGENCY) && AgencyId.isValid(spec.substring(AGENCY.length()))) {
            var agency = new AgencyId(spec.substring(AGENCY.length()));
            return store.agency(agency)
                    .map(known -> new HashSet<>(store.datasetsWith(Terms.DCT_PUBLISHER, iris.agency(agency))));
        }
        return spec.startsWith(THEME)
                ? names.theme(spec.substring(THEME.length()))
                        .map(theme -> new HashSet<>(store.datasetsWith(Terms.DCAT_THEME, theme.iri())))
                : Optional.empty();
    }

    /// The sets a dataset is in.
    List<String> of(Dataset dataset) {
        return Stream.concat(
                        dataset.publisher().map(agency -> AGENCY + agency).stream(),
                        dataset.themes().stream().flatMap(this::spec))
                .toList();
    }

    private Stream<String> spec(URI theme) {
        return names.theme(theme).map(Concept::notation).map(notation -> THEME + notation).stream();
    }
}
