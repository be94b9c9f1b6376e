package tw.touchstone.catalog.mending;

import java.util.Optional;
import tw.touchstone.model.DistributionId;

/// One thing a machine can mend in a dataset, with everything it needs to do so: equal fixes do the same.
///
/// A fix is never guessed: it is proposed where a check failed, or something in the file is odd, and the stored facts
/// leave one way to mend it.
public sealed interface Fix permits MetadataFix, FileFix {

    FixKind kind();

    /// Whom it mends, or is copied from; empty where it mends the dataset as a whole.
    Optional<DistributionId> distribution();
}
