package tw.touchstone.server.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.server.AirQuality;
import tw.touchstone.server.RunningServer;

/// What an operator does with the numbers, on a running server.
class UsageOperationsIT {

    private static final String SOURCE = URLEncoder.encode("舊平臺", StandardCharsets.UTF_8);

    @TempDir
    private static Path home;

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.on(home);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> carry(String query, String table) throws IOException, InterruptedException {
        return server.send("POST", "/operations/carry-usage?" + query, server.operator(), "application/octet-stream", table);
    }

    @Test
    void whatAnotherSystemCountedIsShownBesideTheDataset() throws Exception {
        var id = json(server.send(
                        "POST", "/api/v1/datasets", server.editor(AirQuality.AGENCY), "application/json", AirQuality.json("空氣品質")))
                .get("id")
                .asString();
        // Registered here, it has no number of the national portal: only the other one is shown with it when it comes.
        var done = json(carry("day=2018-06-30&source=" + SOURCE, "id\tviews\tdownloads\n7\t10\t3\n8\t1\t0\n7\t5\t4\n"));

        assertThat(done.get("rows").asLong()).isEqualTo(3);
        assertThat(done.get("repeats").asLong()).isEqualTo(1);
        assertThat(done.get("matched").asLong()).isZero();
        assertThat(done.get("unmatched").toString()).isEqualTo("[\"7\",\"8\"]");
        assertThat(done.get("changed").asBoolean()).isTrue();
        var shown = json(server.get("/api/v1/usage")).at("/carriedOver/0");
        assertThat(shown.get("views").asLong()).isEqualTo(16);
        assertThat(shown.get("downloads").asLong()).isEqualTo(7);
        assertThat(shown.get("source").asString()).isEqualTo("舊平臺");
        assertThat(json(server.get("/api/v1/usage?dataset=" + id)).get("carriedOver").size()).isZero();
        assertThat(json(carry("day=2018-06-30&source=" + SOURCE, "id\tviews\tdownloads\n7\t15\t7\n8\t1\t0\n"))
                        .get("changed")
                        .asBoolean())
                .as("the same numbers")
                .isFalse();
    }

    @Test
    void whatIsWrongIsNamed() throws Exception {
        var table = "id\tviews\tdownloads\n7\t1\tx\n";
        var malformed = carry("day=2018-06-30&source=x", table);
        assertThat(malformed.statusCode()).isEqualTo(400);
        assertThat(json(malformed).get("line").asLong()).isEqualTo(2);
        for (var query : new String[] {
            "source=x", "day=2018-06-30", "day=30&source=x", "day=2999-01-01&source=x", "day=2018-06-30&source=%09",
            "day=2018-06-30&source=x&dry=1"
        }) {
            var refused = carry(query, table);
            assertThat(refused.statusCode()).as(query).isEqualTo(400);
            assertThat(json(refused).get("field").asString()).as(query).isIn("day", "source", "dry");
        }
        assertThat(carry("day=2018-06-30&source=x", "").statusCode()).isEqualTo(400);
        assertThat(server.send("POST", "/operations/carry-usage", "tso_" + "0".repeat(64), BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(401);
    }
}
