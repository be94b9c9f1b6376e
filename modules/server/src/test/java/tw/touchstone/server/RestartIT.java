package tw.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartIT {

    private static final String DATASETS = "/api/v1/datasets";

    @TempDir
    private Path home;

    @Test
    void everythingIsStillThereAfterARestart() throws Exception {
        String id;
        String token;
        String record;
        String tag;
        String scorecard;
        try (var server = RunningServer.on(home)) {
            token = server.editor(AirQuality.AGENCY);
            id = json(server.send("POST", DATASETS, token, "application/json", AirQuality.json("重啟測站")))
                    .get("id")
                    .asString();
            server.send(
                    "PUT",
                    DATASETS + "/" + id + "/distributions/1/content",
                    token,
                    BodyPublishers.ofByteArray(AirQuality.big5()));
            server.bytes(server.request("/distributions/" + id + "-1/download").header("User-Agent", "curl/8"));
            var answer = server.get(DATASETS + "/" + id);
            record = answer.body();
            tag = answer.headers().firstValue("ETag").orElseThrow();
            scorecard = server.get(DATASETS + "/" + id + "/scorecard").body();
        }

        try (var server = RunningServer.on(home)) {
            var answer = server.get(DATASETS + "/" + id);
            assertThat(answer.body()).isEqualTo(record);
            assertThat(answer.headers().firstValue("ETag")).contains(tag);
            assertThat(server.get(DATASETS + "/" + id + "/scorecard").body()).isEqualTo(scorecard);
            assertThat(server.bytes(server.request("/distributions/" + id + "-1/download")).body())
                    .isEqualTo(AirQuality.big5());
            var found = json(server.get(DATASETS)).get("items").get(0);
            assertThat(found.get("id").asString()).isEqualTo(id);
            assertThat(found.get("label").asString()).isEqualTo("platinum");
            var usage = server.catalog().usage().catalogue();
            assertThat(usage.downloads()).isEqualTo(2);
            var revised = server.send(server.request(DATASETS + "/" + id)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("If-Match", tag)
                    .PUT(BodyPublishers.ofString(record)));
            assertThat(revised.statusCode()).as("the token of an earlier run is still good").isEqualTo(200);
        }
    }
}
