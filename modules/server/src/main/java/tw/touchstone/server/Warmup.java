package tw.touchstone.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/// A short life on a scratch home, from which the JDK learns what a start needs. (JEP 514)
final class Warmup {

    private static final List<String> PATHS =
            List.of("", "datasets?q=%E6%A8%99%E7%AB%A0", "datasets/sample-county-codes", "datasets/sample-county-codes.ttl",
                    "api/v1/datasets?q=open", "sign-in", "rules");

    private Warmup() {}

    /// Starts, asks for some pages and ends.
    ///
    /// @param arguments the scratch home
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var application = new SpringApplication(Touchstone.class);
        try (var context = (ServletWebServerApplicationContext) application.run(
                        "--server.port=0", "--touchstone.home=" + arguments[0], "--touchstone.check-links=none");
                var client = HttpClient.newHttpClient()) {
            var server = context.getWebServer();
            if (server == null) {
                throw new IllegalStateException("there is no web server to warm up");
            }
            var base = URI.create("http://localhost:" + server.getPort() + "/");
            for (var path : PATHS) {
                client.send(
                        HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.discarding());
            }
        }
    }
}
