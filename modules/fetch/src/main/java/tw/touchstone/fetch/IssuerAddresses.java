package tw.touchstone.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// Where a certificate says its issuer's certificate can be had. (RFC 5280 §4.2.2.1, `caIssuers`)
final class IssuerAddresses {

    private static final String AUTHORITY_INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";

    /// In DER: the identifier of `caIssuers`, then the tag of an address.
    private static final byte[] CA_ISSUERS = {
        0x06, 0x08, 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x02, (byte) 0x86
    };

    private IssuerAddresses() {}

    /// The plain HTTP addresses; a certificate proves itself and needs no secured way.
    static List<URI> of(X509Certificate certificate) {
        var extension = certificate.getExtensionValue(AUTHORITY_INFORMATION_ACCESS);
        return extension == null ? List.of() : in(extension);
    }

    private static List<URI> in(byte[] der) {
        var found = new ArrayList<URI>();
        for (int i = 0; i + CA_ISSUERS.length + 1 < der.length; i++) {
            int length = der[i + CA_ISSUERS.length];
            int from = i + CA_ISSUERS.length + 1;
            // Longer forms begin with a negative byte: an address of 128 characters or more is not followed.
            if (java.util.Arrays.equals(der, i, i + CA_ISSUERS.length, CA_ISSUERS, 0, CA_ISSUERS.length)
                    && length > 0
                    && from + length <= der.length) {
                var text = new String(der, from, length, StandardCharsets.US_ASCII);
                if (text.matches("http://[!-~]+")) {
                    found.add(URI.create(text.replaceAll("[\"<>\\\\^`{|}]", "")));
                }
            }
        }
        return found;
    }
}
