package tw.touchstone.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;

/// Names the reason why a request got no answer.
final class Failures {

    /// No path to a trusted root; [TlsDiagnosis] says more.
    static final String CHAIN = "tls-chain";

    private Failures() {}

    /// Why.
    ///
    /// @param connected whether there was a connection already; the client calls an endless handshake a slow connection
    static String reason(IOException failure, boolean connected) {
        return switch (failure) {
            case UnknownHostException unknown -> dns(unknown);
            case ConnectTimeoutException _, ConnectionRequestTimeoutException _ ->
                connected ? "read-timeout" : "connect-timeout";
            case SocketTimeoutException _ -> "read-timeout";
            case ConnectException _, NoRouteToHostException _ -> "connect-refused";
            case SSLException tls -> tls(tls);
            case NoHttpResponseException _ -> "reset";
            default -> failure.getCause() instanceof ProtocolException ? "protocol" : "reset";
        };
    }

    /// Java has one exception for both; only glibc's wording tells a missing name from a resolver in trouble.
    private static String dns(UnknownHostException unknown) {
        var message = unknown.getMessage();
        return message != null && message.contains("Temporary failure") ? "dns-temporary" : "dns";
    }

    private static String tls(SSLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean innermost = cause.getCause() == null;
            if (cause instanceof CertificateExpiredException) {
                return "tls-expired";
            }
            if (cause instanceof CertificateNotYetValidException) {
                return "tls-not-yet-valid";
            }
            if (cause instanceof SSLPeerUnverifiedException || isNameMismatch(cause)) {
                return "tls-hostname";
            }
            if (cause instanceof CertPathBuilderException || (innermost && cause instanceof CertPathValidatorException)) {
                return CHAIN;
            }
        }
        return "tls";
    }

    private static boolean isNameMismatch(Throwable cause) {
        return cause instanceof CertificateException
                && String.valueOf(cause.getMessage()).startsWith("No ")
                && cause.getCause() == null;
    }
}
