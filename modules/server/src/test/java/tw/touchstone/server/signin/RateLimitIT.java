package tw.touchstone.server.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.server.RunningServer;

class RateLimitIT {

    @TempDir
    private Path home;

    @Test
    void whoeverAsksTooOftenIsToldToWaitAndATokenCountsForItself() throws Exception {
        try (var server = RunningServer.on(
                home, "--touchstone.rate-limit.address=3", "--touchstone.rate-limit.token=5", "--touchstone.rate-limit.window=1h")) {
            for (int left = 2; left >= 0; left--) {
                var answer = server.get("/api/v1/agencies", "Authorization", "Bearer tst_nonsense", "Origin", "https://elsewhere.example");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("RateLimit-Policy")).contains("\"address\";q=3;w=3600");
                assertThat(answer.headers().firstValue("RateLimit").orElse("")).matches("\"address\";r=" + left + ";t=3[56]\\d\\d");
                assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElse("")).contains("RateLimit");
            }
            for (var path : new String[] {"/api/v1/agencies", "/api/3/action/package_list", "/api/v2/rest/dataset", "/api/none"}) {
                var refused = server.get(path, "Origin", "https://elsewhere.example");
                assertThat(refused.statusCode()).as(path).isEqualTo(429);
                assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow())).isBetween(3_500L, 3_600L);
                assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
                assertThat(refused.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
                assertThat(json(refused).get("status").asInt()).isEqualTo(429);
            }
            var token = server.editor("moda");
            for (int left = 4; left >= 0; left--) {
                var answer = server.get("/api/v1/agencies", "Authorization", "Bearer " + token);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("RateLimit").orElse("")).startsWith("\"token\";r=" + left + ";");
            }
            assertThat(server.get("/api/v1/agencies", "Authorization", token).statusCode()).isEqualTo(429);
            // Pages, other interfaces and questions of browsers before they ask are not counted.
            assertThat(server.get("/datasets", "Accept", "text/html").statusCode()).isEqualTo(200);
            assertThat(server.get("/catalog.ttl").headers().firstValue("RateLimit")).isEmpty();
            var before = server.send(server.request("/api/v1/agencies")
                    .header("Origin", "https://elsewhere.example")
                    .header("Access-Control-Request-Method", "GET")
                    .method("OPTIONS", BodyPublishers.noBody()));
            assertThat(before.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void limitsCanBeTurnedOffAndAddressesExempted() throws Exception {
        for (var setting : new String[] {"--touchstone.rate-limit.enabled=false", "--touchstone.rate-limit.exempt=127.0.0.1,0:0:0:0:0:0:0:1"}) {
            try (var server = RunningServer.on(home, "--touchstone.rate-limit.address=1", setting)) {
                for (int i = 0; i < 3; i++) {
                    var answer = server.get("/api/v1/agencies");
                    assertThat(answer.statusCode()).as(setting).isEqualTo(200);
                    assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
                }
            }
        }
    }
}
