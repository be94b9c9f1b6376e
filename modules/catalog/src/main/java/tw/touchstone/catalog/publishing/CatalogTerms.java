package tw.touchstone.catalog.publishing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import tw.touchstone.exchange.json.TermLookup;
import tw.touchstone.model.Agency;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Iris;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Scheme;
import tw.touchstone.vocabulary.Vocabularies;

/// The terms a registration may use: those of the vocabularies, and every agency the catalogue knows.
public final class CatalogTerms implements TermLookup {

    private final Vocabularies vocabularies;
    private final CatalogStore store;
    private final Iris iris;

    public CatalogTerms(Vocabularies vocabularies, CatalogStore store, Iris iris) {
        this.vocabularies = vocabularies;
        this.store = store;
        this.iris = iris;
    }

    @Override
    public Optional<URI> theme(String text) {
        return term(vocabularies.themes(), text).or(() -> term(vocabularies.services(), text));
    }

    @Override
    public Optional<URI> licence(String text) {
        return term(vocabularies.licences(), text);
    }

    @Override
    public Optional<URI> accessRight(String text) {
        return term(vocabularies.accessRights(), text);
    }

    @Override
    public Optional<URI> area(String text) {
        return term(vocabularies.areas(), text);
    }

    @Override
    public Optional<URI> collectionType(String text) {
        return term(vocabularies.collectionTypes(), text);
    }

    @Override
    public Optional<URI> datasetType(String text) {
        return term(vocabularies.datasetTypes(), text);
    }

    @Override
    public Optional<URI> areaLevel(String text) {
        return term(vocabularies.areaLevels(), text);
    }

    @Override
    public Optional<AgencyId> agency(String text) {
        var bySlug = AgencyId.isValid(text) ? Optional.of(new AgencyId(text)) : Optional.<AgencyId>empty();
        return bySlug.or(() -> iri(text).flatMap(iris::agencyId))
                .filter(id -> store.agency(id).isPresent()
                        || vocabularies.agencies().byId(id).isPresent())
                .or(() -> vocabularies.agencies().byName(text).map(Agency::id));
    }

    private static Optional<URI> term(Scheme scheme, String text) {
        return scheme.byNotation(text)
                .or(() -> iri(text).flatMap(scheme::byIri))
                .map(Concept::iri);
    }

    private static Optional<URI> iri(String text) {
        return text.contains(":") ? parse(text) : Optional.empty();
    }

    private static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
