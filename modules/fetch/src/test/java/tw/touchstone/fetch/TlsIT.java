package tw.touchstone.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.fetch.Fetched.Answered;
import tw.touchstone.fetch.Fetched.NoAnswer;
import tw.touchstone.model.fact.LinkProbe.Hop;
import tw.touchstone.model.fact.ServerCertificate;

/// Servers with every kind of certificate; `data.example` is resolved to this machine.
@Timeout(60)
class TlsIT {

    private static final String HOST = "data.example";

    @TempDir
    Path folder;

    private Authority root;
    private Authority intermediate;
    private Fetcher fetcher;
    private HttpServer issuers;
    private final AtomicInteger issuerRequests = new AtomicInteger();

    @BeforeEach
    void start() throws Exception {
        root = Authority.root("Root");
        intermediate = root.authority("Intermediate");
        fetcher = trusting(root.certificate());
        issuers = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuers.start();
    }

    @AfterEach
    void stop() {
        fetcher.close();
        issuers.stop(0);
    }

    private static Fetcher trusting(X509Certificate... roots) {
        return new Fetcher(FetchSettings.of("Touchstone/test")
                .loopback(true)
                .resolvingBy(host -> new InetAddress[] {InetAddress.getLoopbackAddress()})
                .trusting(Trust.only(List.of(roots)))
                .timedBy(() -> 0));
    }

    private URI issuerAt(String path, byte[] bytes) {
        issuers.createContext(path, exchange -> {
            issuerRequests.incrementAndGet();
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        return URI.create("http://issuers.example:" + issuers.getAddress().getPort() + path);
    }

    /// Fetches from a server with this certificate, which shows these after its own.
    private Fetched fetch(String host, Authority server, X509Certificate... chain) throws Exception {
        try (var listening = server.listening(chain)) {
            Thread.ofVirtual().start(() -> serve(listening));
            var url = URI.create("https://" + host + ":" + listening.getLocalPort() + "/");
            return fetcher.get(url, folder.resolve("body"), FetchLimits.STANDARD.withTotal(Duration.ofSeconds(20)));
        }
    }

    private static void serve(ServerSocket listening) {
        while (true) {
            try (var socket = listening.accept()) {
                int read = socket.getInputStream().read(new byte[8_192]);
                if (read > 0) {
                    var answer = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\na,b\n";
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                if (listening.isClosed()) {
                    return;
                }
                // a handshake that was given up, as it should be
            }
        }
    }

    private Authority server(Optional<URI> issuerAt) throws Exception {
        return intermediate.server(HOST, issuerAt, Authority.START, Authority.END);
    }

    private static Hop hop(Fetched fetched, Authority server, Optional<Integer> status) {
        return new Hop(
                fetched.hops().getFirst().url(),
                status,
                Optional.of("127.0.0.1"),
                0,
                Optional.empty(),
                Optional.of(new ServerCertificate(
                        server.certificate().getSubjectX500Principal().getName(),
                        server.certificate().getIssuerX500Principal().getName(),
                        server.certificate().getNotAfter().toInstant())));
    }

    private static void breaksWith(String reason, Fetched fetched, Authority server) {
        assertThat(fetched).isEqualTo(new NoAnswer(List.of(hop(fetched, server, Optional.empty())), reason));
    }

    @Test
    void believesAWholeChainAndKeepsTheCertificate() throws Exception {
        var server = server(Optional.empty());
        var fetched = fetch(HOST, server, intermediate.certificate());
        assertThat(fetched).isInstanceOfSatisfying(Answered.class, answered -> {
            assertThat(answered.hops()).containsExactly(hop(fetched, server, Optional.of(200)));
            assertThat(answered.received()).isEqualTo(4);
        });
    }

    @Test
    void provesThatOnlyTheIntermediateCertificateIsMissing() throws Exception {
        var server = server(Optional.of(issuerAt("/i.crt", intermediate.certificate().getEncoded())));
        breaksWith("tls-incomplete-chain", fetch(HOST, server), server);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void readsTheMissingCertificateInPemToo() throws Exception {
        var pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(intermediate.certificate().getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        var server = server(Optional.of(issuerAt("/i.pem", pem.getBytes(StandardCharsets.US_ASCII))));
        breaksWith("tls-incomplete-chain", fetch(HOST, server), server);
    }

    @Test
    void neverGetsTheBodyByAChainThatItCompletedItself() throws Exception {
        var server = server(Optional.of(issuerAt("/i.crt", intermediate.certificate().getEncoded())));
        assertThat(fetch(HOST, server)).isInstanceOf(NoAnswer.class);
        assertThat(fetch(HOST, server)).isInstanceOf(NoAnswer.class);
        assertThat(issuerRequests).hasValue(2);
    }

    @Test
    void cannotTellWhatIsMissingWhereTheIssuerIsNotNamedOrNotThere() throws Exception {
        var unnamed = server(Optional.empty());
        breaksWith("tls-chain", fetch(HOST, unnamed), unnamed);
        var garbage = server(Optional.of(issuerAt("/garbage", new byte[] {1, 2, 3})));
        breaksWith("tls-chain", fetch(HOST, garbage), garbage);
        var another = server(Optional.of(issuerAt("/another", root.certificate().getEncoded())));
        breaksWith("tls-chain", fetch(HOST, another), another);
    }

    @Test
    void tellsARootItDoesNotKnow() throws Exception {
        var strange = Authority.root("Strange");
        var between = strange.authority("Between");
        var server = between.server(HOST, Optional.empty(), Authority.START, Authority.END);
        breaksWith("tls-unknown-root", fetch(HOST, server, between.certificate(), strange.certificate()), server);

        var named = strange.server(
                HOST,
                Optional.of(issuerAt("/strange", strange.certificate().getEncoded())),
                Authority.START,
                Authority.END);
        breaksWith("tls-unknown-root", fetch(HOST, named), named);
    }

    @Test
    void tellsACertificateThatIssuedItself() throws Exception {
        var own = Authority.root(HOST);
        breaksWith("tls-self-signed", fetch(HOST, own), own);
    }

    @Test
    void tellsACertificateOutOfItsTime() throws Exception {
        var past = intermediate.server(
                HOST, Optional.empty(), Authority.START, Instant.parse("2021-01-01T00:00:00Z"));
        breaksWith("tls-expired", fetch(HOST, past, intermediate.certificate()), past);
        breaksWith("tls-expired", fetch(HOST, past), past);
        var future =
                intermediate.server(HOST, Optional.empty(), Instant.parse("2080-01-01T00:00:00Z"), Authority.END);
        breaksWith("tls-not-yet-valid", fetch(HOST, future, intermediate.certificate()), future);
    }

    @Test
    void tellsACertificateOfAnotherHost() throws Exception {
        var server = server(Optional.empty());
        breaksWith("tls-hostname", fetch("other.example", server, intermediate.certificate()), server);
    }

    @Test
    void believesARootThatWasAddedToThoseOfJava() throws Exception {
        var pem = folder.resolve("roots.pem");
        Files.writeString(pem, "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(root.certificate().getEncoded())
                + "\n-----END CERTIFICATE-----\n");
        fetcher.close();
        fetcher = new Fetcher(FetchSettings.of("Touchstone/test")
                .loopback(true)
                .resolvingBy(host -> new InetAddress[] {InetAddress.getLoopbackAddress()})
                .trusting(Trust.standardAnd(pem)));
        assertThat(fetch(HOST, server(Optional.empty()), intermediate.certificate())).isInstanceOf(Answered.class);
        assertThat(Trust.standardAnd(pem).roots())
                .hasSize(Trust.standard().roots().size() + 1)
                .contains(root.certificate());
    }

    @Test
    void givesUpAHandshakeThatIsNeverAnswered() throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var url = URI.create("https://data.example:" + silent.getLocalPort() + "/");
            var limits = FetchLimits.STANDARD.withIdle(Duration.ofMillis(200));
            assertThat(fetcher.get(url, folder.resolve("body"), limits))
                    .isInstanceOfSatisfying(
                            NoAnswer.class, none -> assertThat(none.reason()).isEqualTo("read-timeout"));
        }
    }

    @Test
    void tellsAServerThatSpeaksNoTls() throws Exception {
        try (var plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(plain));
            var url = URI.create("https://data.example:" + plain.getLocalPort() + "/");
            assertThat(fetcher.get(url, folder.resolve("body"), FetchLimits.STANDARD))
                    .isInstanceOfSatisfying(NoAnswer.class, none -> assertThat(none.reason()).isEqualTo("tls"));
        }
    }
}
