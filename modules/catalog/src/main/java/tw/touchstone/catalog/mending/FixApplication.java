package tw.touchstone.catalog.mending;

import tw.touchstone.catalog.publishing.Registration;

/// What became of applying a fix.
public sealed interface FixApplication {

    /// The dataset is published with it, judged and searchable.
    record Done(Registration.Done published, AppliedFix applied) implements FixApplication {}

    /// There is no such fix to apply.
    ///
    /// @param why never [FixSight.Shown]
    record NotToBeHad(FixSight why) implements FixApplication {}

    /// The dataset could not be published with it, for example because somebody was faster.
    ///
    /// @param why never [Registration.Done]
    record NotPublished(Registration why) implements FixApplication {}
}
