package tw.touchstone.store;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.QueryExec;
import tw.touchstone.model.Agency;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Sha256;

/// What is published, and the log of its changes. All methods may be called from any thread.
///
/// A change and its log entry are one transaction, so the log is the order everything else follows: index, feeds,
/// notices. Entries are numbered from 1 without gaps.
public interface CatalogStore extends AutoCloseable {

    /// Makes the changes in one transaction, durable when this returns. Each is judged by itself: a conflict of one does
    /// not hold up the others.
    ///
    /// @throws IllegalArgumentException if a change cannot be said in RDF; then none is made
    Committed commit(List<Change> changes);

    /// A published dataset; empty where it is withdrawn or was never there.
    Optional<Dataset> dataset(DatasetId id);

    /// A published dataset in DCAT, with its publisher's name and the time of the record's last change.
    Optional<Graph> graph(DatasetId id);

    /// The current quality of a dataset in DQV.
    Optional<Graph> quality(DatasetId id);

    /// Whether a dataset is published, was withdrawn, or was never there.
    DatasetState state(DatasetId id);

    Optional<Agency> agency(AgencyId id);

    /// All agencies, by identifier.
    List<Agency> agencies();

    /// Every published dataset as of one moment, in the order of identifiers; only identifiers are held in memory.
    ///
    /// The action runs inside a read transaction: it may read this store, and must not commit to it.
    void forEachDataset(Consumer<Dataset> action);

    /// The published datasets of which a distribution states this checksum, in the order of identifiers.
    List<DatasetId> datasetsWith(Sha256 checksum);

    /// The published datasets of which this is said, for example that a certain agency publishes them, in the order of identifiers.
    List<DatasetId> datasetsWith(Node property, URI value);

    /// The last registration, revision or withdrawal of every dataset that ever was, in the order of identifiers.
    List<ChangeEntry> standing();

    /// The entries after a number, oldest first.
    List<ChangeEntry> changesSince(long number, int limit);

    /// Runs a query on what is published; drafts are not in the store, and the change log does not show. The default graph is
    /// all graphs together.
    ///
    /// @param use what reads the results, inside a read transaction: it must end soon and wait for nobody
    <T> T query(Query query, Function<QueryExec, T> use);

    /// The number of the last entry; 0 where there is none.
    long lastNumber();

    /// How many datasets are published.
    long datasets();

    @Override
    void close();
}
