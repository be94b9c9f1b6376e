package tw.touchstone.catalog.listing;

import java.time.Instant;
import tw.touchstone.model.DatasetId;

/// Where one dataset stands in the catalogue.
///
/// @param number    of its last change
/// @param changed   when that was; never before the change of a lower number, whatever the clock did
/// @param withdrawn whether it is gone and only its tombstone is left
public record Listed(DatasetId id, long number, Instant changed, boolean withdrawn) {}
