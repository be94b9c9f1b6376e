package tw.touchstone.inspection.link;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.fetch.FetchLimits;
import tw.touchstone.fetch.FetchSettings;
import tw.touchstone.fetch.Fetcher;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.model.FileFormat;

/// A server on this machine that answers as a test asks, and an inspector that may ask it.
abstract class LinkServer {

    static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    static final String TABLE = "a,b\n1,2\n";

    @TempDir
    Path folder;

    private final Fetcher fetcher = new Fetcher(
            FetchSettings.of("Touchstone/test").loopback(true).timedBy(() -> 0));
    private final LinkInspector inspector = new LinkInspector(
            fetcher,
            new Inspector(),
            FetchLimits.STANDARD.withBytes(1_000_000).withIdle(Duration.ofMillis(500)),
            Clock.fixed(NOW, ZoneOffset.UTC));
    HttpServer server;

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

    URI serving(String path, int status, String body, Map<String, String> headers) {
        server.createContext(path, exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            send(exchange, status, body);
        });
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    Probed probe(URI url) {
        return inspector.probe(url, Optional.of(FileFormat.CSV), folder.resolve("body"));
    }

    static String summary(Probed probed) {
        return probed.probe().verdict() + " " + probed.probe().reason();
    }
}
