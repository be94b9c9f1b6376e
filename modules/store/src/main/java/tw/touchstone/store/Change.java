package tw.touchstone.store;

import java.time.Instant;
import java.util.OptionalLong;
import org.apache.jena.graph.Graph;
import tw.touchstone.model.Agency;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;

/// One wish of a writer.
public sealed interface Change {

    /// Registers or revises a dataset. Without `registered` it keeps what is stored, or gets the time of the commit.
    ///
    /// @param expected the number of the dataset's last change as the writer knows it, 0 for "not there yet"; empty where
    ///     the writer does not care
    record PutDataset(Dataset dataset, OptionalLong expected) implements Change {
        public PutDataset(Dataset dataset) {
            this(dataset, OptionalLong.empty());
        }
    }

    /// Takes a dataset and its quality out of the catalogue and leaves a tombstone.
    ///
    /// @param at       when it was withdrawn
    /// @param reason   for people; may be empty
    /// @param expected as in [PutDataset]
    record WithdrawDataset(DatasetId id, Instant at, String reason, OptionalLong expected) implements Change {
        public WithdrawDataset(DatasetId id, Instant at, String reason) {
            this(id, at, reason, OptionalLong.empty());
        }
    }

    record PutAgency(Agency agency) implements Change {}

    /// Replaces what is said about a published dataset's quality; an empty graph takes it away.
    ///
    /// @param graph without blank nodes, which would make every replacement look new
    record PutQuality(DatasetId id, Graph graph) implements Change {}
}
