package tw.touchstone.catalog.certificates;

import java.util.Optional;

/// What a certificate is worth now.
public sealed interface Standing {

    /// Signed by us, not expired, and the award is held.
    ///
    /// @param newer whether the award is held on newer evidence than the certificate names
    record Good(Certificate certificate, boolean newer) implements Standing {}

    /// Its time is over; whether the award is still held says a new one.
    record Expired(Certificate certificate) implements Standing {}

    /// Signed by us, but the links of the dataset could not be decided for so long that nobody can say whether the label
    /// is held.
    record Suspended(Certificate certificate) implements Standing {}

    /// Signed by us, but the award was lost, or the dataset was withdrawn.
    ///
    /// @param now code of what the dataset holds instead; empty where it is not published or not judged any more
    record Revoked(Certificate certificate, Optional<String> now) implements Standing {}

    /// Not a certificate of this catalogue: another form, an unknown key, or a signature that does not fit.
    ///
    /// @param reason a code for the reader's language: `form`, `key`, `signature` or `claims`
    record Forged(String reason) implements Standing {}
}
