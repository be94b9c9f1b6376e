package tw.touchstone.catalog.corpus;

import java.time.Instant;
import tw.touchstone.model.DatasetId;

/// That a description is like another one.
///
/// @param twin       whose description it is like
/// @param similarity in ten-thousandths
/// @param since      when the two became that alike
record Likeness(DatasetId twin, int similarity, Instant since) {}
