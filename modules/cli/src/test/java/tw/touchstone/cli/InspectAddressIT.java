package tw.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class InspectAddressIT {

    private HttpServer server;
    private String base = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            var body = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
            if (path.equals("/old.csv")) {
                exchange.getResponseHeaders().set("Location", "/data.csv");
            }
            exchange.sendResponseHeaders(path.equals("/old.csv") ? 301 : path.equals("/data.csv") ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private record Run(int exit, String out, String err) {}

    private static Run inspect(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = new CommandLine(new InspectCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Run(exit, out.toString(), err.toString());
    }

    @Test
    void printsHopsVerdictAndFacts() {
        var run = inspect("--lang=en", "--allow-loopback", base + "/old.csv");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .containsSubsequence(
                        "1. GET " + base + "/old.csv",
                        "HTTP 301",
                        ", 127.0.0.1",
                        "Location: /data.csv",
                        "2. GET " + base + "/data.csv",
                        "HTTP 200",
                        "link: works (it answers)",
                        "received 8 bytes",
                        "the body:",
                        "CSV");
    }

    @Test
    void saysInChineseWhatIsBroken() {
        var run = inspect("--lang=zh", "--allow-loopback", base + "/gone.csv");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("連結：無法取得（伺服器回應 HTTP 404）", "內容（並非資料）：");
    }

    @Test
    void printsOneLineOfJson() {
        var run = inspect("--json", "--allow-loopback", base + "/data.csv");
        assertThat(run.exit()).isZero();
        assertThat(run.out().lines().toList())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("{\"facts\":{")
                        .contains("\"link\":{\"at\":", "\"verdict\":\"OK\"")
                        .endsWith("}}"));
    }

    @Test
    void asksNoPrivateAddressUnlessToldTo() {
        var run = inspect("--lang=en", base + "/data.csv");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("the address leads into a private network");
        assertThat(inspect("--lang=en", "--allow-loopback", "http://10.0.0.1/").out())
                .contains("the address leads into a private network");
    }

    @Test
    void saysWhatIsNoAddress() {
        var run = inspect("--lang=en", "http://[nowhere");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("http://[nowhere: this is no address");
    }
}
