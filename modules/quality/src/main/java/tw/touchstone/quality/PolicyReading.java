package tw.touchstone.quality;

/// What came of reading a policy file: a [Policy], or why it is none.
public sealed interface PolicyReading permits Policy, PolicyReading.Refused {

    /// The text is no policy.
    ///
    /// @param line    counted from 1; 0 where the whole file is meant
    /// @param field   path of the field as a JSON pointer, for example `/metrics/3`; empty for the whole file
    /// @param message in English
    record Refused(int line, String field, String message) implements PolicyReading {}
}
