package tw.touchstone.catalog.previewing;

import tw.touchstone.model.fact.ByteFacts;

/// What became of a file that was looked at and let go again.
public sealed interface LookedAt {

    /// What its bytes are.
    record Seen(ByteFacts facts) implements LookedAt {}

    /// There were no bytes.
    record Empty() implements LookedAt {}

    /// There were more bytes than a file may have.
    ///
    /// @param limit in bytes
    record TooLarge(long limit) implements LookedAt {}

    /// The sender stopped in the middle.
    record CutOff(long received) implements LookedAt {}

    /// It could not be inspected.
    ///
    /// @param reason of [tw.touchstone.inspection.Inspection.NotInspected]
    record NotInspected(String reason) implements LookedAt {}
}
