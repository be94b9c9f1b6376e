package tw.touchstone.exchange.json;

import java.net.URI;
import java.util.Optional;
import tw.touchstone.model.AgencyId;

/// Terms of the vocabularies by notation or IRI. An empty answer means that the term is not known.
public interface TermLookup {

    /// A high-value theme, one of its sub-themes, or a service class.
    Optional<URI> theme(String text);

    /// A licence, for example `ogdl-1`.
    Optional<URI> licence(String text);

    /// An access right, for example `PUBLIC`.
    Optional<URI> accessRight(String text);

    /// A county, city or other area, for example `63000`.
    Optional<URI> area(String text);

    /// How data was collected, for example `surveys`.
    Optional<URI> collectionType(String text);

    /// What kind of data a dataset is, for example `statistics`.
    Optional<URI> datasetType(String text);

    /// A level of administrative areas, for example `county`.
    Optional<URI> areaLevel(String text);

    /// An agency by slug, name or IRI.
    Optional<AgencyId> agency(String text);
}
