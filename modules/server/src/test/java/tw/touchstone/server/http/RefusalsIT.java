package tw.touchstone.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.server.RunningServer;

/// Requests that the web server refuses before the application sees them.
class RefusalsIT {

    @TempDir
    private static Path home;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.on(home);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/x[", "/datasets?q=a|b", "/%2e%2e/x", "/api/v1/datasets/a%00b", "/datasets/%FF"})
    void aMalformedTargetIsAProblemDocumentForAProgram(String target) throws IOException {
        var answer = raw(target, "a.example", "application/json");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("Content-Type: application/problem+json");
        var problem = JsonMapper.shared().readTree(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("title").asString()).isEqualTo("Bad Request");
    }

    @Test
    void aMalformedTargetIsAPageForABrowser() throws IOException {
        assertThat(raw("/datasets/..%2fx", "a.example", "text/html,*/*"))
                .startsWith("HTTP/1.1 400")
                .contains("text/html;charset=")
                .contains("無法讀取這個請求（400）", "<p lang=\"en\">Bad Request")
                .doesNotContain("Tomcat");
    }

    @Test
    void aMalformedHostIsAProblemDocument() throws IOException {
        assertThat(raw("/", "bad host", "*/*")).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/datasets?q=%FF", "/datasets?q=%zz", "/datasets?q=%C0%AF"})
    void escapesThatAreNoCharactersAreAPageForABrowserAndAProblemForAProgram(String path) throws Exception {
        var page = raw(path, "a.example", "text/html");
        assertThat(page).startsWith("HTTP/1.1 400").contains("<html lang=\"zh-Hant-TW\">");

        var api = raw("/api/v1/datasets?q=%FF", "a.example", "application/json");
        assertThat(api).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(json(server.get("/api/v1/datasets")).get("total").asLong()).isZero();
    }

    /// Sent byte by byte as it is: an HTTP client would mend it.
    private static String raw(String target, String host, String accept) throws IOException {
        try (var socket = new Socket("localhost", server.port())) {
            var request = "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: %s\r\nConnection: close\r\n\r\n"
                    .formatted(target, host, accept);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
