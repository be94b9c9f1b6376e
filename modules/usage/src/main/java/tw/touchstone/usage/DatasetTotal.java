package tw.touchstone.usage;

import tw.touchstone.model.DatasetId;

/// A place in a list of the most viewed or most downloaded.
///
/// @param count views or downloads since the asked day, without robots; at least one
public record DatasetTotal(DatasetId dataset, long count) {}
