package tw.touchstone.model.fact;

import java.time.Instant;

/// The certificate by which a server identified itself, whether or not it was believed. (X.509, RFC 5280)
///
/// @param subject  distinguished name as in RFC 2253, at most [#LONGEST] characters
/// @param issuer   likewise
/// @param notAfter the last instant at which it is valid
public record ServerCertificate(String subject, String issuer, Instant notAfter) {

    /// Names come from strangers and are cut.
    public static final int LONGEST = 200;

    public ServerCertificate {
        subject = shortened(subject);
        issuer = shortened(issuer);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
    }
}
