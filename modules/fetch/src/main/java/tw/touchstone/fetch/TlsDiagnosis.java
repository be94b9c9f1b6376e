package tw.touchstone.fetch;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Says why a chain of certificates was not believed. It never makes anything believed: what the diagnosis fetches is
/// used to name the fault and then dropped.
final class TlsDiagnosis {

    /// An issuer's issuer's issuer: real chains are no longer.
    private static final int STEPS = 3;

    private final Trust trust;
    private final Function<URI, Optional<byte[]>> issuers;
    private final Instant now;

    /// @param issuers fetches what is at an address, if anything is
    TlsDiagnosis(Trust trust, Function<URI, Optional<byte[]>> issuers, Instant now) {
        this.trust = trust;
        this.issuers = issuers;
        this.now = now;
    }

    /// The fault of a chain for which no path to a root was found.
    ///
    /// @param shown as the server sent it, its own certificate first
    /// @return `tls-expired`, `tls-not-yet-valid`, `tls-self-signed`, `tls-incomplete-chain` (proven: with the missing
    ///         certificates from where the last one names them, the chain is good), `tls-unknown-root` (the chain ends
    ///         in a root we do not know) or `tls-chain` where neither can be told
    String of(List<X509Certificate> shown) {
        var own = shown.getFirst();
        if (shown.stream().anyMatch(each -> now.isAfter(each.getNotAfter().toInstant()))) {
            return "tls-expired";
        }
        if (shown.stream().anyMatch(each -> now.isBefore(each.getNotBefore().toInstant()))) {
            return "tls-not-yet-valid";
        }
        if (isSelfSigned(own)) {
            return "tls-self-signed";
        }
        var known = new ArrayList<>(shown);
        for (int step = 0; step <= STEPS; step++) {
            var top = top(known);
            if (isSelfSigned(top)) {
                return "tls-unknown-root";
            }
            if (step > 0 && isGood(own, known)) {
                return "tls-incomplete-chain";
            }
            var issuer = IssuerAddresses.of(top).stream()
                    .flatMap(address -> issuers.apply(address).stream())
                    .flatMap(bytes -> certificates(bytes).stream())
                    .filter(candidate -> isIssuedBy(top, candidate))
                    .findFirst();
            if (issuer.isEmpty()) {
                return "tls-chain";
            }
            known.add(issuer.get());
        }
        return "tls-chain";
    }

    /// The last certificate on the way up from the server's own.
    private static X509Certificate top(List<X509Certificate> known) {
        var top = known.getFirst();
        for (int i = 0; i < known.size(); i++) {
            var below = top;
            top = known.stream()
                    .filter(each -> !each.equals(below) && isIssuedBy(below, each))
                    .findFirst()
                    .orElse(below);
        }
        return top;
    }

    private static boolean isSelfSigned(X509Certificate certificate) {
        return isIssuedBy(certificate, certificate);
    }

    private static boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer) {
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean isGood(X509Certificate own, Collection<X509Certificate> known) {
        try {
            var target = new X509CertSelector();
            target.setCertificate(own);
            var anchors = trust.roots().stream()
                    .map(root -> new TrustAnchor(root, null))
                    .collect(Collectors.toSet());
            var parameters = new PKIXBuilderParameters(anchors, target);
            parameters.setRevocationEnabled(false);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (CertPathBuilderException | InvalidAlgorithmParameterException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java cannot build certificate paths", e);
        }
    }

    /// Certificates in DER, PEM or PKCS #7; none where the bytes are something else.
    private static List<X509Certificate> certificates(byte[] bytes) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes)).stream()
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .limit(20)
                    .toList();
        } catch (CertificateException e) {
            return List.of();
        }
    }
}
