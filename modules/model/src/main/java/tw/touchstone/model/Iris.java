package tw.touchstone.model;

import java.net.URI;
import java.util.Optional;

/// How the things of one catalogue are named on the web: every IRI we mint begins with one base.
///
/// @param base the address of the catalogue, with a trailing slash, for example `http://localhost:8080/`
public record Iris(URI base) {

    /// The base where none is configured.
    public static final Iris LOCAL = new Iris(URI.create("http://localhost:8080/"));

    /// @throws IllegalArgumentException if the base is not absolute
    public Iris {
        if (!base.isAbsolute()) {
            throw new IllegalArgumentException("the base IRI must be absolute: " + base);
        }
        if (!base.toString().endsWith("/")) {
            base = URI.create(base + "/");
        }
    }

    /// The catalogue itself.
    public URI catalog() {
        return base.resolve("catalog");
    }

    /// The page and named graph of a dataset.
    public URI dataset(DatasetId id) {
        return URI.create(base + "datasets/" + id);
    }

    /// The named graph of a dataset's current label.
    public URI quality(DatasetId id) {
        return URI.create(base + "datasets/" + id + "/quality");
    }

    /// The record about a dataset's registration, a node inside the dataset's graph.
    public URI record(DatasetId id) {
        return URI.create(base + "datasets/" + id + "#record");
    }

    public URI distribution(DistributionId id) {
        return URI.create(base + "distributions/" + id);
    }

    /// Where a distribution's bytes are had from us, and counted.
    public URI download(DistributionId id) {
        return URI.create(base + "distributions/" + id + "/download");
    }

    /// The page and named graph of an agency.
    public URI agency(AgencyId id) {
        return URI.create(base + "agencies/" + id);
    }

    /// The dataset that an IRI of ours names; empty for any other IRI.
    public Optional<DatasetId> datasetId(URI iri) {
        return local(iri, "datasets/").filter(DatasetId::isValid).map(DatasetId::new);
    }

    /// The distribution that an IRI of ours names; empty for any other IRI.
    public Optional<DistributionId> distributionId(URI iri) {
        return local(iri, "distributions/").flatMap(DistributionId::parse);
    }

    /// The agency that an IRI of ours names; empty for any other IRI.
    public Optional<AgencyId> agencyId(URI iri) {
        return local(iri, "agencies/").filter(AgencyId::isValid).map(AgencyId::new);
    }

    private Optional<String> local(URI iri, String path) {
        var prefix = base + path;
        var text = iri.toString();
        return text.startsWith(prefix) ? Optional.of(text.substring(prefix.length())) : Optional.empty();
    }
}
