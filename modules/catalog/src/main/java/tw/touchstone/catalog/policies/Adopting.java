package tw.touchstone.catalog.policies;

import tw.touchstone.quality.PolicyReading;

/// What came of asking for a text to be adopted.
public sealed interface Adopting {

    /// It is noted, and will be judged by from then on.
    record Noted(Adoption adoption) implements Adopting {}

    /// The text is no policy.
    record Unreadable(PolicyReading.Refused refused) implements Adopting {}

    /// A version is never edited: this one was known before, with another text.
    record VersionTaken(String policy, String version) implements Adopting {}
}
