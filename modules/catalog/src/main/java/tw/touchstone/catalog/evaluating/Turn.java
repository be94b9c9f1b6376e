package tw.touchstone.catalog.evaluating;

import tw.touchstone.model.Dataset;

/// That a dataset comes to hold another award than it held, or comes to hold for certain what it held at least.
///
/// @param before the scorecard that ends
/// @param after  the one that begins
public record Turn(Dataset dataset, StoredScorecard before, StoredScorecard after) {}
