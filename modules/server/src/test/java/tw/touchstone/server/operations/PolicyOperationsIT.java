package tw.touchstone.server.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.PolicyFiles;
import tw.touchstone.server.AirQuality;
import tw.touchstone.server.RunningServer;

/// A policy is tried and adopted on a running server, as the commands do.
@Timeout(120)
class PolicyOperationsIT {

    private static final String API = "/api/v1/datasets";

    @TempDir
    private static Path home;

    private static RunningServer server;
    private static String id = "";

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.on(home);
        var token = server.editor(AirQuality.AGENCY);
        id = json(server.send("POST", API, token, "application/json", AirQuality.json("空氣品質")))
                .get("id")
                .asString();
        var upload = server.send(
                "PUT", API + "/" + id + "/distributions/1/content", token, BodyPublishers.ofByteArray(AirQuality.big5()));
        assertThat(upload.statusCode()).isBetween(200, 299);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /// The same conditions under another name.
    private static String draft(String version) {
        return PolicyFiles.text("label-114")
                .replace("\"version\": \"1\"", "\"version\": \"" + version + "\"")
                .replace("\"label\": \"platinum\"", "\"label\": \"gold\"");
    }

    private static HttpResponse<String> post(String operation, String body) throws IOException, InterruptedException {
        return server.send("POST", "/operations/" + operation, server.operator(), "application/octet-stream", body);
    }

    @Test
    void whatIsSimulatedComesToPassWhenItIsAdopted() throws Exception {
        var simulated = post("simulate", draft("2"));
        assertThat(simulated.statusCode()).as(simulated.body()).isEqualTo(200);
        var fate = json(simulated).at("/fates/0");
        assertThat(fate.get("dataset").asString()).isEqualTo(id);
        assertThat(fate.get("before").asString()).isEqualTo("platinum");
        assertThat(fate.get("after").asString()).isEqualTo("gold");
        assertThat(json(server.get("/datasets/" + id + "/scorecard.json")).get("label").asString()).isEqualTo("platinum");

        var adopted = post("adopt?announced=2026-01-01&grace=7", draft("2"));
        assertThat(adopted.statusCode()).as(adopted.body()).isEqualTo(200);
        assertThat(json(adopted).get("inForce").asString()).isEqualTo("2026-01-07T16:00:00Z");

        // The timekeeper does it, and search, graph and page follow.
        while (!label().equals("gold")) {
            LockSupport.parkNanos(20_000_000);
        }
        server.catalog().timekeeper().doDue();
        assertThat(server.catalog().awaitFollowed(Duration.ofSeconds(20))).isTrue();
        assertThat(json(server.get(API + "?label=gold")).at("/items/0/id").asString()).isEqualTo(id);
        assertThat(server.get("/datasets/" + id + "/quality.ttl?policy=label-114").body()).contains("label/gold");
        var moments = json(server.get("/datasets/" + id + "/history.json")).get("moments");
        var last = moments.get(moments.size() - 1);
        assertThat(last.at("/causes/0/cause").asString()).isEqualTo("policy");
        assertThat(last.get("causes").size()).isEqualTo(1);

        var edited = post("adopt", draft("2").replace("gold", "silver"));
        assertThat(edited.statusCode()).isIn(400, 409);
    }

    @Test
    void aFaultyTextIsRefusedWithItsLine() throws Exception {
        for (var operation : new String[] {"simulate", "adopt"}) {
            var refused = post(operation, draft("3").replace("\"encoding-match\", \"desc-match\", \"timely\"", "\"no-such-metric\""));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(json(refused).get("line").asInt()).isPositive();
        }
        var weights = PolicyFiles.text("ai-ready-1");
        var sums = weights.replaceFirst("\"air-15\": \\d+", "\"air-15\": 9");
        var total = post("simulate", sums);
        assertThat(total.statusCode()).isEqualTo(400);
        assertThat(json(total).get("detail").asString()).contains("the weights add up to");
        assertThat(json(total).get("line").asInt()).isEqualTo(line(sums, "\"total\""));
        var twice = weights.replaceFirst("\"air-16\":", "\"air-15\":");
        var repeated = post("adopt", twice);
        assertThat(repeated.statusCode()).as(repeated.body()).isEqualTo(400);
        assertThat(json(repeated).get("line").asInt()).isPositive();
        assertThat(json(repeated).get("detail").asString()).contains("air-15");
        assertThat(json(post("adopt?grace=-1", draft("3"))).get("field").asString()).isEqualTo("grace");
        assertThat(post("adopt?announced=tomorrow", draft("3")).statusCode()).isEqualTo(400);
        assertThat(json(post("adopt", draft("1"))).get("detail").asString()).contains("a new text is a new version");
    }

    /// On which line of a text something stands first.
    private static int line(String text, String what) {
        return (int) text.substring(0, text.indexOf(what)).lines().count();
    }

    private static String label() throws IOException, InterruptedException {
        return json(server.get("/datasets/" + id + "/scorecard.json")).get("label").asString();
    }
}
