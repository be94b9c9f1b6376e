package tw.touchstone.fetch;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate with its key, which may issue others.
record Authority(X509Certificate certificate, KeyPair keys) {

    private static final AtomicLong SERIAL = new AtomicLong(1);

    /// One that issued itself.
    static Authority root(String name) throws GeneralSecurityException, IOException, OperatorCreationException {
        var keys = newKeys();
        var subject = new X500Name("CN=" + name);
        return new Authority(
                certificate(subject, keys.getPrivate(), subject, keys, true, Optional.empty(), START, END), keys);
    }

    static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2090-01-01T00:00:00Z");

    /// An intermediate one.
    Authority authority(String name) throws GeneralSecurityException, IOException, OperatorCreationException {
        var keys = newKeys();
        return new Authority(
                certificate(subject(), this.keys.getPrivate(), new X500Name("CN=" + name), keys, true, Optional.empty(), START, END),
                keys);
    }

    /// A server's certificate, valid from and until, that names where this authority's own can be had.
    Authority server(String host, Optional<URI> issuerAt, Instant from, Instant until)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var keys = newKeys();
        return new Authority(
                certificate(subject(), this.keys.getPrivate(), new X500Name("CN=" + host), keys, false, issuerAt, from, until),
                keys);
    }

    private X500Name subject() {
        return new X500Name(certificate.getSubjectX500Principal().getName());
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(
            X500Name issuer,
            java.security.PrivateKey signer,
            X500Name subject,
            KeyPair keys,
            boolean authority,
            Optional<URI> issuerAt,
            Instant from,
            Instant until)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(SERIAL.getAndIncrement()),
                Date.from(from),
                Date.from(until),
                subject,
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (!authority) {
            var name = subject.toString().substring("CN=".length());
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
        }
        if (issuerAt.isPresent()) {
            var address = new GeneralName(GeneralName.uniformResourceIdentifier, issuerAt.get().toString());
            builder.addExtension(
                    Extension.authorityInfoAccess,
                    false,
                    new AuthorityInformationAccess(new AccessDescription(AccessDescription.id_ad_caIssuers, address)));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer)));
    }

    /// A socket that shows this certificate, followed by these.
    SSLServerSocket listening(X509Certificate... chain) throws GeneralSecurityException, IOException {
        var shown = new X509Certificate[chain.length + 1];
        shown[0] = certificate;
        System.arraycopy(chain, 0, shown, 1, chain.length);
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setKeyEntry("server", keys.getPrivate(), new char[0], shown);
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, new char[0]);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }
}
