package tw.touchstone.catalog.certificates;

/// A certificate with its signature.
///
/// @param header    of the JWS, in base64url
/// @param payload   the claims, in base64url
/// @param signature over both, in base64url
public record Certified(Certificate certificate, String header, String payload, String signature) {

    Certified(Certificate certificate, Jws jws) {
        this(certificate, jws.header(), jws.payload(), jws.signature());
    }

    /// One line of text. (RFC 7515 §7.1)
    public String compact() {
        return header + "." + payload + "." + signature;
    }
}
