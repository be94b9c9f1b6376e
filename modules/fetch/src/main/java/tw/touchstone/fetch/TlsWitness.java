package tw.touchstone.fetch;

import java.net.InetAddress;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import tw.touchstone.model.fact.ServerCertificate;

/// Watches one handshake: the verifier decides, this keeps what the server showed.
final class TlsWitness extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager verifier;
    private final Optional<InetAddress> address;
    private volatile List<X509Certificate> shown = List.of();

    TlsWitness(X509ExtendedTrustManager verifier, Socket connected) {
        this.verifier = verifier;
        this.address = Optional.ofNullable(connected.getInetAddress());
    }

    /// What was connected to; the client itself forgets it when the handshake fails.
    Optional<InetAddress> address() {
        return address;
    }

    /// The chain as sent, the server's own certificate first; empty where the handshake did not come so far.
    List<X509Certificate> shown() {
        return shown;
    }

    Optional<ServerCertificate> certificate() {
        return shown.stream()
                .findFirst()
                .map(own -> new ServerCertificate(
                        own.getSubjectX500Principal().getName(),
                        own.getIssuerX500Principal().getName(),
                        own.getNotAfter().toInstant()));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        shown = List.of(chain);
        verifier.checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        shown = List.of(chain);
        verifier.checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        // Without the socket no host name could be compared.
        throw new CertificateException("a server is verified together with its name");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("we are no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("we are no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("we are no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return verifier.getAcceptedIssuers();
    }
}
