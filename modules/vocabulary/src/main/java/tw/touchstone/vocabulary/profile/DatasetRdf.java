package tw.touchstone.vocabulary.profile;

import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.SourceRef;

/// Datasets in DCAT 3 and back. (DCAT-AP 3.0.1 terms; `tst:` where there is none)
///
/// Writing and reading are lossless: every component of [Dataset] and its distributions comes back equal, the order of
/// lists included. There are no blank nodes: nested nodes are `#contact`, `#period` and `#record` of the dataset, and
/// `#checksum`, `#schema` and `#field-{n}` of a distribution, so equal parts are equal triples.
///
/// Addresses are written in their normalised spelling (RFC 3986, section 6.2), so no RDF tool warns about them; one that
/// was declared otherwise stands beside it as `tst:verbatim`, and alone where no IRI can be made of it. Lone surrogates
/// become U+FFFD.
public final class DatasetRdf {

    private DatasetRdf() {}

    /// A new graph that describes the dataset with its distributions and catalogue record.
    ///
    /// @throws IllegalArgumentException if two distributions have the same identifier
    public static Graph write(Dataset dataset, Iris iris) {
        var graph = GraphFactory.createDefaultGraph();
        new DatasetWriter(graph, iris).write(dataset);
        return graph;
    }

    /// The dataset that a graph of [#write(Dataset, Iris)] describes; other triples in the graph do not matter.
    ///
    /// @throws IllegalArgumentException if the graph describes no such dataset
    public static Dataset read(Graph graph, DatasetId id, Iris iris) {
        return new DatasetReader(graph, iris).read(id);
    }

    /// Reads the one `dcat:Dataset` that somebody else describes, under any IRI or none.
    ///
    /// Distributions get the numbers 1 to n in the order of their IRIs, then of their addresses; one that already has an
    /// IRI of this dataset keeps its identifier. A licence of the dataset goes to the distributions without one.
    ///
    /// @param id     the identifier of the draft
    /// @param source the source of the draft
    public static ForeignReading fromForeign(Graph graph, DatasetId id, SourceRef source, Iris iris) {
        return new ForeignDataset(graph, iris).read(id, source);
    }
}
