package tw.touchstone.server.registration;

import tw.touchstone.model.Dataset;

/// A form read as a dataset.
///
/// @param dataset  as far as it could be read
/// @param fields   which input each part of it came from
/// @param problems what could not be read
record Draft(Dataset dataset, FindingFields fields, FormProblems problems) {}
