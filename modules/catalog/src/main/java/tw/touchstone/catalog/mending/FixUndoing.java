package tw.touchstone.catalog.mending;

import tw.touchstone.catalog.publishing.Registration;

/// What became of undoing a fix.
public sealed interface FixUndoing {

    /// The dataset is published as it was before the fix.
    record Done(Registration.Done published, AppliedFix undone) implements FixUndoing {}

    /// No such fix was applied to this dataset.
    record Absent() implements FixUndoing {}

    /// It was undone before.
    record Already(AppliedFix undone) implements FixUndoing {}

    /// The dataset is no longer what the fix made of it, so that undoing would undo somebody else's work too.
    record ChangedSince(AppliedFix applied) implements FixUndoing {}

    /// The dataset could not be published without it.
    ///
    /// @param why never [Registration.Done]
    record NotPublished(Registration why) implements FixUndoing {}
}
