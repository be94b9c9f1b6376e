package tw.touchstone.server.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.model.Sha256;
import tw.touchstone.server.AirQuality;
import tw.touchstone.server.RunningServer;

/// Two files and two titles of one dataset: every version can be had as it was.
class VersionsIT {

    private static final byte[] FIRST = AirQuality.big5();
    private static final byte[] SECOND = "測站,縣市,空氣品質指標\n前鎮,高雄市,61\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path home;

    private static RunningServer server;
    private static String editor;
    private static String id;
    private static String between;

    @BeforeAll
    static void twoVersions() throws Exception {
        server = RunningServer.on(home);
        editor = server.editor(AirQuality.AGENCY);
        var registered = server.send(
                "POST", "/api/v1/datasets", editor, "application/json", AirQuality.json("前鎮測站"));
        id = json(registered).path("id").asString();
        upload(FIRST);
        Thread.sleep(20);
        between = Instant.now().toString();
        Thread.sleep(20);
        upload(SECOND);
        var current = server.get("/api/v1/datasets/" + id);
        var tag = current.headers().firstValue("ETag").orElseThrow();
        var revised = server.send(server.request("/api/v1/datasets/" + id)
                .header("Authorization", "Bearer " + editor)
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .PUT(BodyPublishers.ofString(current.body().replace("前鎮測站", "前鎮站"))));
        assertThat(revised.statusCode()).as(revised.body()).isEqualTo(200);
    }

    private static void upload(byte[] file) throws Exception {
        var answer = server.send(
                "PUT",
                "/api/v1/datasets/" + id + "/distributions/1/content",
                editor,
                BodyPublishers.ofByteArray(file));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void listsTheBytesOfEachTime() throws Exception {
        var listed = json(server.get("/distributions/" + id + "-1/versions")).path("versions");

        assertThat(listed.size()).isEqualTo(2);
        assertThat(listed.get(0).path("sha256").asString()).isEqualTo(Sha256.of(FIRST).hex());
        assertThat(listed.get(0).path("until").asString()).isEqualTo(listed.get(1).path("from").asString());
        assertThat(listed.get(1).path("sha256").asString()).isEqualTo(Sha256.of(SECOND).hex());
        assertThat(listed.get(1).path("until").isNull()).isTrue();
        assertThat(listed.get(0).path("kept").asBoolean()).isTrue();
    }

    @Test
    void servesBytesByDigestAndByTime() throws Exception {
        var byDigest = bytes("/distributions/" + id + "-1@" + Sha256.of(FIRST).hex());
        var byTime = bytes("/distributions/" + id + "-1@" + between);
        var today = bytes("/distributions/" + id + "-1@" + Instant.now());

        assertThat(byDigest.statusCode()).isEqualTo(200);
        assertThat(byDigest.body()).isEqualTo(FIRST);
        assertThat(byDigest.headers().firstValue("Content-Type")).get().asString().containsIgnoringCase("big5");
        assertThat(byDigest.headers().firstValue("Memento-Datetime")).get().asString().endsWith("GMT");
        assertThat(byDigest.headers().firstValue("Cache-Control")).hasValue("public, max-age=3600");
        assertThat(byTime.body()).isEqualTo(FIRST);
        assertThat(today.body()).isEqualTo(SECOND);
    }

    @Test
    void theFileItselfIsTheGateToEarlierTimes() throws Exception {
        var address = "/distributions/" + id + "-1/download";
        var gate = server.get(address, "Accept-Datetime", "Mon, 01 Jan 2018 00:00:00 GMT");
        var now = server.get(address);
        var timemap = server.get("/distributions/" + id + "-1/timemap");

        assertThat(gate.statusCode()).isEqualTo(302);
        assertThat(gate.headers().firstValue("Location"))
                .as("before the first one, the first one")
                .hasValue("/distributions/" + id + "-1@" + Sha256.of(FIRST).hex());
        assertThat(now.headers().allValues("Vary")).anyMatch(each -> each.contains("Accept-Datetime"));
        assertThat(now.headers().allValues("Link")).anyMatch(each -> each.contains("rel=\"timemap\""));
        assertThat(timemap.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/link-format");
        assertThat(timemap.body().lines().filter(each -> each.contains("rel=\"memento\"")).count()).isEqualTo(2);
        assertThat(server.get(address, "Accept-Datetime", "yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    void servesOnlyBytesThatWerePublishedForThatDistribution() throws Exception {
        var other = json(server.send(
                        "POST", "/api/v1/datasets", editor, "application/json", AirQuality.json("埔里測站")))
                .path("id")
                .asString();

        assertThat(status("/distributions/" + other + "-1@" + Sha256.of(FIRST).hex())).isEqualTo(404);
        assertThat(status("/distributions/" + id + "-1@2018-01-01")).isEqualTo(404);
        assertThat(status("/distributions/" + id + "-1@tomorrow")).isEqualTo(400);
        assertThat(status("/distributions/" + id + "-9@" + Sha256.of(FIRST).hex())).isEqualTo(404);
        assertThat(status("/distributions/nothing-1/versions")).isEqualTo(404);
    }

    @Test
    void tellsWhatBecameAnotherInTheMetadata() throws Exception {
        var versions = json(server.get("/datasets/" + id + "/versions.json")).path("versions");
        var last = versions.get(versions.size() - 1).path("version").asString();
        var before = versions.get(versions.size() - 2).path("version").asString();

        var compared = json(server.get("/datasets/" + id + "/versions.json?from=" + before + "&to=" + last))
                .path("differences");

        assertThat(compared.size()).isEqualTo(1);
        assertThat(compared.get(0).path("place").asString()).isEqualTo("title/zh-Hant-TW");
        assertThat(compared.get(0).path("before").asString()).isEqualTo("前鎮測站");
        assertThat(compared.get(0).path("after").asString()).isEqualTo("前鎮站");
        var page = server.get("/datasets/" + id + "/versions?from=" + before + "&to=" + last, "Accept", "text/html");
        assertThat(page.body()).contains("<del>前鎮測站</del>", "<ins>前鎮站</ins>");
    }

    @Test
    void givesAnEarlierVersionInDcatUnderItsOwnAddresses() throws Exception {
        var versions = json(server.get("/datasets/" + id + "/versions.json")).path("versions");
        var before = versions.get(versions.size() - 2);

        var turtle = server.get(before.path("url").asString());

        assertThat(turtle.statusCode()).isEqualTo(200);
        assertThat(turtle.headers().firstValue("Memento-Datetime")).isPresent();
        assertThat(turtle.body()).contains("前鎮測站", RunningServer.BASE + "distributions/" + id + "-1/download");
        assertThat(turtle.body()).doesNotContain("<distributions/");
        assertThat(status("/datasets/" + id + "/versions/2018-01-01")).isEqualTo(404);
        assertThat(status("/datasets/" + id + "/versions.json?from=" + before.path("version").asString()))
                .isEqualTo(400);
    }

    @Test
    void aWithdrawnDatasetHasNoVersionsForAnybody() throws Exception {
        var gone = json(server.send(
                        "POST", "/api/v1/datasets", editor, "application/json", AirQuality.json("左營測站")))
                .path("id")
                .asString();
        var tag = server.get("/api/v1/datasets/" + gone).headers().firstValue("ETag").orElseThrow();
        var withdrawn = server.send(server.request("/api/v1/datasets/" + gone + "?reason=test")
                .header("Authorization", "Bearer " + editor)
                .header("If-Match", tag)
                .DELETE());

        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(204);
        assertThat(status("/datasets/" + gone + "/versions.json")).isEqualTo(410);
        assertThat(status("/distributions/" + gone + "-1/versions")).isEqualTo(410);
    }

    private static int status(String path) throws Exception {
        return server.get(path).statusCode();
    }

    private static HttpResponse<byte[]> bytes(String path) throws Exception {
        return server.bytes(server.request(path));
    }
}
