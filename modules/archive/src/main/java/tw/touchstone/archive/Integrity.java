package tw.touchstone.archive;

/// What [Archive#verify(tw.touchstone.model.Sha256)] found.
public enum Integrity {
    /// The bytes have the digest they are kept under.
    INTACT,
    /// The bytes have another digest, or can no longer be unpacked.
    DAMAGED,
    /// No such object is kept.
    MISSING
}
