package tw.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.touchstone.fetch.FetchLimits;
import tw.touchstone.fetch.Fetcher;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkVerdict;

@Timeout(60)
class LinkInspectorIT {

    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final String TABLE = "a,b\n1,2\n";

    @TempDir
    Path folder;

    private final Fetcher fetcher = Fetcher.withLoopback("Touchstone/test");
    private final LinkInspector inspector = new LinkInspector(
            fetcher,
            new Inspector(),
            FetchLimits.STANDARD.withBytes(1_000_000).withIdle(Duration.ofMillis(500)),
            Clock.fixed(NOW, ZoneOffset.UTC));
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.stop(0);
    }

    private URI serving(String path, int status, String body, Map<String, String> headers) {
        server.createContext(path, exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            send(exchange, status, body);
        });
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private Probed probe(URI url) {
        return inspector.probe(url, folder.resolve("body"));
    }

    private static String summary(Probed probed) {
        return probed.probe().verdict() + " " + probed.probe().reason();
    }

    @Test
    void keepsTheWholeObservation() {
        var url = serving("/f", 200, TABLE, Map.of("Content-Type", "text/csv", "X-Other", "1"));
        var bytes = TABLE.getBytes(StandardCharsets.UTF_8);

        var probed = probe(url);

        assertThat(probed.probe())
                .isEqualTo(new LinkProbe(
                        NOW,
                        url,
                        List.of(new LinkProbe.Hop(
                                url,
                                Optional.of(200),
                                Optional.of("127.0.0.1"),
                                probed.probe().hops().getFirst().millis(),
                                Optional.empty(),
                                Optional.empty())),
                        LinkVerdict.OK,
                        "answered",
                        new TreeMap<>(Map.of("content-type", "text/csv", "content-length", "8")),
                        Optional.of(Sha256.of(bytes)),
                        Optional.of(8L),
                        false));
        assertThat(probed.facts()).contains(Facts.of(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "200,OK answered",
        "203,OK answered",
        "400,BROKEN status-400",
        "401,BROKEN status-401",
        "403,BROKEN status-403",
        "404,BROKEN status-404",
        "405,BROKEN status-405",
        "407,BROKEN status-407",
        "410,BROKEN status-410",
        "451,BROKEN status-451",
        "408,UNDECIDED status-408",
        "425,UNDECIDED status-425",
        "429,UNDECIDED status-429",
        "500,UNDECIDED status-500",
        "502,UNDECIDED status-502",
        "503,UNDECIDED status-503"
    })
    void judgesEveryStatus(int status, String expected) {
        assertThat(summary(probe(serving("/f", status, TABLE, Map.of("Retry-After", "60")))))
                .isEqualTo(expected);
    }

    @Test
    void breaksOnNothing() {
        assertThat(summary(probe(serving("/204", 204, "", Map.of())))).isEqualTo("BROKEN empty-body");
        assertThat(summary(probe(serving("/0", 200, "", Map.of())))).isEqualTo("BROKEN empty-body");
    }

    @Test
    void seesErrorsThatComeWithStatus200() {
        var errors = List.of(
                "{\"success\":false,\"message\":\"x\"}",
                "\uFEFF { \"success\" : \"false\" }",
                "{\"error\":{\"code\":1}}",
                "{\"error\":\"not found\"}",
                "<?xml version=\"1.0\"?>\n<ServiceExceptionReport><ServiceException/></ServiceExceptionReport>",
                "<ServiceException>x</ServiceException>",
                "<!DOCTYPE html><html><head><title>404 找不到網頁</title></head></html>");
        for (int i = 0; i < errors.size(); i++) {
            assertThat(summary(probe(serving("/e" + i, 200, errors.get(i), Map.of()))))
                    .as(errors.get(i))
                    .isEqualTo("BROKEN soft-404");
        }
        var fine = List.of(
                "{\"success\":true,\"result\":[]}",
                "{\"error\":null,\"data\":[]}",
                "{\"data\":[{\"error\":\"x\"}]}",
                "<html><title>資料</title></html>");
        for (int i = 0; i < fine.size(); i++) {
            assertThat(summary(probe(serving("/f" + i, 200, fine.get(i), Map.of()))))
                    .as(fine.get(i))
                    .isEqualTo("OK answered");
        }
    }

    @Test
    void breaksOnARedirectToAHomePageOrALogin() {
        var page = "<html><title>歡迎</title></html>";
        serving("/", 200, page, Map.of());
        serving("/login", 200, page, Map.of());
        serving("/data.csv", 200, TABLE, Map.of());
        assertThat(summary(probe(serving("/old.csv", 302, "", Map.of("Location", "/")))))
                .isEqualTo("BROKEN redirect-to-home");
        assertThat(summary(probe(serving("/member.csv", 302, "", Map.of("Location", "/login?next=x")))))
                .isEqualTo("BROKEN redirect-to-login");
        assertThat(summary(probe(serving("/moved.csv", 301, "", Map.of("Location", "/data.csv")))))
                .isEqualTo("OK answered");
    }

    @Test
    void saysThatAPageIsAPageAndStillAnswered() {
        var probed = probe(serving("/page", 200, "<html><body>x</body></html>", Map.of()));
        assertThat(summary(probed)).isEqualTo("OK answered");
        assertThat(probed.facts().orElseThrow().format()).isEqualTo(FileFormat.HTML);
    }

    @Test
    void breaksOnAddressesWeMustNotAsk() {
        assertThat(summary(probe(URI.create("http://192.168.1.1/x")))).isEqualTo("BROKEN private-address");
        assertThat(summary(probe(URI.create("ftp://example.org/x")))).isEqualTo("BROKEN scheme");
    }

    @Test
    void givesNoFactsOfABodyThatIsNotWhole() {
        var probed = probe(serving("/big", 200, "x".repeat(1_000_001), Map.of()));
        assertThat(summary(probed)).isEqualTo("OK answered");
        assertThat(probed.facts()).isEmpty();
        assertThat(probed.probe().digest()).isEmpty();
    }

    @Test
    void tellsATruncatedBodyFromASilentHost() throws IOException {
        assertThat(summary(probe(raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\na,b\n", true))))
                .isEqualTo("BROKEN truncated");
        assertThat(summary(probe(raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\na,b\n", false))))
                .isEqualTo("UNDECIDED timeout");
        assertThat(summary(probe(raw("", false)))).isEqualTo("UNDECIDED read-timeout");
        assertThat(summary(probe(raw("", true)))).isEqualTo("UNDECIDED reset");
    }

    /// Answers one request and then closes, or keeps silent until the test ends.
    private static URI raw(String answer, boolean close) throws IOException {
        var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (listening;
                    var socket = listening.accept()) {
                int read = socket.getInputStream().read(new byte[8_192]);
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                while (!close && read >= 0) {
                    read = socket.getInputStream().read();
                }
            } catch (IOException e) {
                // the client hung up, as it may
            }
        });
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/");
    }
}
