package tw.touchstone.inspection.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.touchstone.model.FileFormat;

/// What is concluded from an answer.
@Timeout(60)
class LinkInspectorIT extends LinkServer {

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
    void getDecidesWhateverHeadAnswers() {
        var methods = new ArrayList<String>();
        server.createContext("/get-only", exchange -> {
            methods.add(exchange.getRequestMethod());
            send(exchange, exchange.getRequestMethod().equals("GET") ? 200 : 405, TABLE);
        });
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/get-only");

        assertThat(summary(probe(url))).isEqualTo("OK answered");
        assertThat(methods).containsExactly("GET");
    }

    @Test
    void seesErrorsThatComeWithStatus200() {
        var body = "<!DOCTYPE html><html><head><title>404 找不到網頁</title></head></html>";
        assertThat(summary(probe(serving("/page", 200, body, Map.of())))).isEqualTo("BROKEN soft-404");
        assertThat(summary(probe(serving("/json", 200, "{\"success\":false,\"message\":\"x\"}", Map.of()))))
                .isEqualTo("BROKEN soft-404");
        var ogc = "<?xml version=\"1.0\"?>\n<ServiceExceptionReport><ServiceException/></ServiceExceptionReport>";
        assertThat(summary(probe(serving("/xml", 200, ogc, Map.of())))).isEqualTo("BROKEN soft-404");
    }

    @Test
    void readsTheTitleOfAPageInBig5() {
        var page = "<html><head><meta charset=big5><title>系統維護中</title></head><body>"
                + "本系統目前進行例行性維護作業，請稍後再試，造成不便敬請見諒。".repeat(20) + "</body></html>";
        server.createContext("/big5", exchange -> {
            var bytes = page.getBytes(Charset.forName("Big5"));
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        assertThat(summary(probe(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/big5"))))
                .isEqualTo("UNDECIDED maintenance");
    }

    @Test
    void aWallBeforeTheServerSaysNothingAboutTheLink() {
        var challenge = "<html><head><title>Just a moment...</title></head><body></body></html>";
        assertThat(summary(probe(serving("/challenge", 403, challenge, Map.of())))).isEqualTo("UNDECIDED captcha");
        var rejected = "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. "
                + "Please consult with your administrator.</body></html>";
        assertThat(summary(probe(serving("/waf", 200, rejected, Map.of())))).isEqualTo("UNDECIDED firewall-page");
        assertThat(summary(probe(serving("/forbidden", 403, "<html><title>403</title></html>", Map.of()))))
                .isEqualTo("BROKEN status-403");
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
    void tellsATruncatedBodyFromASilentHost() throws IOException {
        assertThat(summary(probe(raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\na,b\n", true))))
                .isEqualTo("BROKEN truncated");
        assertThat(summary(probe(raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\na,b\n", false))))
                .isEqualTo("UNDECIDED timeout");
        assertThat(summary(probe(raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\na,b\n\r\n", true))))
                .isEqualTo("BROKEN truncated");
        assertThat(summary(probe(raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\na,b\n", true))))
                .isEqualTo("BROKEN truncated");
        assertThat(summary(probe(raw("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\na,b\n", true))))
                .isEqualTo("UNDECIDED protocol");
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
