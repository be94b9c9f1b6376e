package tw.touchstone.quality;

import java.time.Instant;
import tw.touchstone.model.Dataset;

/// Everything that may be asked about one dataset.
///
/// @param asOf the instant the answers are for
public record DatasetQuestion(Policy policy, Subject subject, Reference reference, Instant asOf) {

    public Dataset dataset() {
        return subject.dataset();
    }
}
