package tw.touchstone.catalog.publishing;

import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.fact.ByteFacts;

/// What became of an uploaded file.
public sealed interface Upload {

    /// The file is kept, inspected and published as the distribution's bytes.
    record Done(Dataset dataset, Distribution distribution, ByteFacts facts) implements Upload {}

    /// There were no bytes; nothing was changed.
    record Empty() implements Upload {}

    /// The file is larger than the limit, in bytes; nothing was kept.
    record TooLarge(long limit) implements Upload {}

    /// The sender stopped in the middle; nothing was kept.
    record CutOff(long received, String reason) implements Upload {}

    /// There is no such distribution, or its dataset was withdrawn.
    record Absent(DistributionId id) implements Upload {}

    /// The account may not act for this agency.
    record NotAllowed(AgencyId publisher) implements Upload {}
}
