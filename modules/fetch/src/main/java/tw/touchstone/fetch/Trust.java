package tw.touchstone.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// The authorities whose certificates are believed. Verification is never off; only this set can grow.
public final class Trust {

    private final X509ExtendedTrustManager verifier;

    private Trust(@Nullable KeyStore roots) {
        this.verifier = verifier(roots);
    }

    /// The authorities that this Java knows.
    public static Trust standard() {
        return new Trust(null);
    }

    /// The authorities that this Java knows and those of a PEM file, for example of a government.
    ///
    /// @throws IllegalArgumentException if the file holds no certificates
    public static Trust standardAnd(Path pem) {
        try (var in = Files.newInputStream(pem)) {
            var more = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (more.isEmpty()) {
                throw new IllegalArgumentException(pem + " holds no certificate");
            }
            var all = new ArrayList<>(List.of(standard().verifier.getAcceptedIssuers()));
            all.addAll(more);
            return only(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateException e) {
            throw new IllegalArgumentException(pem + " is no PEM file of certificates: " + e.getMessage(), e);
        }
    }

    /// These authorities alone.
    public static Trust only(Collection<X509Certificate> roots) {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (var root : roots) {
                store.setCertificateEntry("root-" + number++, root);
            }
            return new Trust(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Java cannot keep certificates", e);
        }
    }

    X509ExtendedTrustManager verifier() {
        return verifier;
    }

    List<X509Certificate> roots() {
        return List.of(verifier.getAcceptedIssuers());
    }

    private static X509ExtendedTrustManager verifier(@Nullable KeyStore roots) {
        try {
            var factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(roots);
            TrustManager[] managers = factory.getTrustManagers();
            return Arrays.stream(managers)
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java cannot verify certificates", e);
        }
    }
}
