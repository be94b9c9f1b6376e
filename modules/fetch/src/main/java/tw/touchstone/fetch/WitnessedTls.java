package tw.touchstone.fetch;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/// Verified TLS, with a witness of each handshake left in the request's context, whether or not it succeeds.
final class WitnessedTls implements TlsSocketStrategy {

    private static final String WITNESS = "touchstone.tls-witness";
    private static final String PATIENCE = "touchstone.tls-patience";

    private final Trust trust;

    WitnessedTls(Trust trust) {
        this.trust = trust;
    }

    /// Says how long the far end may keep silent during a handshake.
    static void patience(HttpContext context, Duration silence) {
        context.setAttribute(PATIENCE, silence);
    }

    /// The witness of the handshake that was tried in this context.
    static Optional<TlsWitness> witness(HttpContext context) {
        return context.getAttribute(WITNESS) instanceof TlsWitness witness ? Optional.of(witness) : Optional.empty();
    }

    @Override
    public SSLSocket upgrade(
            Socket socket, String target, int port, @Nullable Object attachment, @Nullable HttpContext context)
            throws IOException {
        var witness = new TlsWitness(trust.verifier(), socket);
        if (context != null) {
            context.setAttribute(WITNESS, witness);
            if (context.getAttribute(PATIENCE) instanceof Duration silence) {
                socket.setSoTimeout(Math.clamp(silence.toMillis(), 1, Integer.MAX_VALUE));
            }
        }
        var name = target.endsWith(".") ? target.substring(0, target.length() - 1) : target;
        var secured = (SSLSocket) context(witness).getSocketFactory().createSocket(socket, name, port, true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static SSLContext context(TlsWitness witness) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {witness}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has no TLS", e);
        }
    }
}
