package tw.touchstone.vocabulary.conformance;

/// How much a finding weighs. (`sh:severity`)
public enum Severity {
    /// A person's registration is refused; an import registers the dataset with the finding.
    VIOLATION,
    /// Recommended by the profile.
    WARNING,
    /// Worth knowing.
    INFO
}
