package tw.touchstone.catalog.mending;

import java.util.Optional;

/// One property of a dataset's document before and after.
///
/// @param field  its path, for example `distributions[0].encoding`
/// @param before empty where it was not there
/// @param after  empty where it is no more
public record FieldChange(String field, Optional<String> before, Optional<String> after) {}
