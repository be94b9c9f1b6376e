package tw.touchstone.exchange.json;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import tw.touchstone.model.AgencyId;

/// One known notation of each kind, and every IRI under the test's vocabulary.
final class KnownTermLookup implements TermLookup {

    private static final String BASE = "https://data.example.tw/";

    static URI iri(String scheme, String notation) {
        return URI.create(BASE + scheme + "/" + notation);
    }

    private static Optional<URI> find(String scheme, Set<String> known, String text) {
        if (text.startsWith(BASE + scheme + "/")) {
            return Optional.of(URI.create(text));
        }
        return known.contains(text) ? Optional.of(iri(scheme, text)) : Optional.empty();
    }

    @Override
    public Optional<URI> theme(String text) {
        return find("themes", Set.of("I00"), text);
    }

    @Override
    public Optional<URI> licence(String text) {
        return find("licences", Set.of("ogdl-1"), text);
    }

    @Override
    public Optional<URI> accessRight(String text) {
        return find("rights", Set.of("PUBLIC"), text);
    }

    @Override
    public Optional<URI> area(String text) {
        return find("areas", Set.of("63000"), text);
    }

    @Override
    public Optional<URI> collectionType(String text) {
        return find("collection-types", Set.of("surveys"), text);
    }

    @Override
    public Optional<URI> datasetType(String text) {
        return find("dataset-types", Set.of("statistics"), text);
    }

    @Override
    public Optional<URI> areaLevel(String text) {
        return find("area-levels", Set.of("county"), text);
    }

    @Override
    public Optional<AgencyId> agency(String text) {
        return text.equals("nobody") || !AgencyId.isValid(text) ? Optional.empty() : Optional.of(new AgencyId(text));
    }
}
