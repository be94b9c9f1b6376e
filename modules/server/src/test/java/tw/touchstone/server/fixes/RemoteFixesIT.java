package tw.touchstone.server.fixes;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.model.Sha256;
import tw.touchstone.server.RunningServer;

/// Fixes of what is declared about a file on another server, after the job queue has looked at it there.
@Timeout(300)
class RemoteFixesIT {

    private static final byte[] FILE =
            "測站,縣市,指標\r\n前鎮,高雄市,58\r\n埔里,南投縣,41\r\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path home;

    private RunningServer server;
    private HttpServer elsewhere;

    @BeforeEach
    void start() throws IOException {
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            boolean robots = exchange.getRequestURI().getPath().equals("/robots.txt");
            exchange.getResponseHeaders().set("Content-Type", "text/csv");
            exchange.sendResponseHeaders(robots ? 404 : 200, FILE.length);
            exchange.getResponseBody().write(FILE);
            exchange.close();
        });
        elsewhere.start();
        server = RunningServer.on(home, "--touchstone.check-links=registered", "--touchstone.allow-loopback=true");
    }

    @AfterEach
    void stop() {
        server.close();
        elsewhere.stop(0);
    }

    @Test
    void sizeAndChecksumAreDeclaredAsTheyAre() throws Exception {
        var editor = server.editor("moenv");
        var registered = server.send("POST", "/api/v1/datasets", editor, "application/json", """
                {"title": {"zh-Hant-TW": "測站"}, "description": {"zh-Hant-TW": "測試。"}, "publisher": "moenv",
                 "distributions": [{"title": {"zh-Hant-TW": "表"}, "format": "csv", "mediaType": "text/csv",
                   "encoding": "UTF-8", "fields": ["測站", "縣市", "指標"], "byteSize": 7, "checksum": "%s",
                   "licence": "ogdl-1",
                   "downloadUrl": "http://localhost:%d/table.csv"}]}
                """.formatted(Sha256.of(new byte[0]).hex(), elsewhere.getAddress().getPort()));
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        var dataset = new Published(server, editor, json(registered).get("id").asString());
        var kinds = List.of("redeclare-size", "redeclare-checksum");
        while (!kinds(dataset).containsAll(kinds)) {
            // The queue is about to ask the other server.
            LockSupport.parkNanos(50_000_000);
        }

        for (var kind : kinds) {
            Foretold.holds(dataset, dataset.fix(kind), kind);
        }
        for (var kind : kinds) {
            dataset.apply(dataset.fix(kind));
        }
        var mended = json(dataset.get("")).get("distributions").get(0);
        assertThat(mended.get("byteSize").asLong()).isEqualTo(FILE.length);
        assertThat(mended.get("checksum").asString()).isEqualTo(Sha256.of(FILE).hex());
        assertThat(kinds(dataset)).doesNotContainAnyElementsOf(kinds);
    }

    private static List<String> kinds(Published dataset) throws Exception {
        var kinds = new ArrayList<String>();
        dataset.fixes().forEach(each -> kinds.add(each.get("kind").asString()));
        return kinds;
    }
}
