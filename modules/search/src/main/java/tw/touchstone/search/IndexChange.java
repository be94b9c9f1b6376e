package tw.touchstone.search;

import tw.touchstone.model.DatasetId;

/// One change of the index. Applying a change twice leaves the same index as applying it once.
public sealed interface IndexChange {

    /// The dataset is in the catalogue and looks like this now.
    record Put(SearchEntry entry) implements IndexChange {}

    /// The dataset is no longer in the catalogue.
    record Remove(DatasetId id) implements IndexChange {}
}
