package tw.touchstone.server.download;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Sha256;
import tw.touchstone.server.AirQuality;
import tw.touchstone.server.RunningServer;
import tw.touchstone.usage.Totals;

class DownloadIT {

    private static final String DATASETS = "/api/v1/datasets";
    private static final byte[] FILE = AirQuality.big5();
    private static final String CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";

    @TempDir
    private static Path home;

    private static RunningServer server;
    private static String editor;

    @BeforeAll
    static void start() {
        server = RunningServer.on(home);
        editor = server.editor(AirQuality.AGENCY);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theFileComesAsItWasUploadedUnderANamePeopleKnow() throws Exception {
        var id = uploaded("左營測站");
        var download = get(id, CHROME);

        assertThat(download.statusCode()).isEqualTo(200);
        assertThat(download.body()).isEqualTo(FILE);
        assertThat(header(download, "Content-Type")).isEqualToIgnoringCase("text/csv;charset=Big5");
        assertThat(header(download, "Content-Length")).isEqualTo(String.valueOf(FILE.length));
        assertThat(header(download, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(download, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(download, "ETag")).isEqualTo('"' + Sha256.of(FILE).hex() + '"');
        assertThat(header(download, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"%s-1.csv\"; filename*=UTF-8''%s"
                        .formatted(id, URLEncoder.encode("測站指標.csv", StandardCharsets.UTF_8)));
    }

    @Test
    void aDownloadCountsOnceAndOnlyWhereBytesFromTheFirstOnAreHandedOut() throws Exception {
        var id = uploaded("鳳山測站");
        var tag = header(get(id, "GoogleBot/2.1"), "ETag");
        assertThat(totals(id).robotDownloads()).isEqualTo(1);

        send(request(id, CHROME).method("HEAD", BodyPublishers.noBody()));
        send(request(id, CHROME).header("If-None-Match", tag));
        send(request(id, CHROME).header("Range", "bytes=5-9"));
        send(request(id, CHROME).header("Range", "bytes=9999-"));
        assertThat(totals(id).downloads()).isZero();

        send(request(id, CHROME).header("Range", "bytes=0-3"));
        assertThat(totals(id).downloads()).isEqualTo(1);
        get(id, CHROME);
        assertThat(totals(id).downloads()).as("a second click within thirty seconds").isEqualTo(1);
        get(id, "curl/8.5.0");
        assertThat(totals(id).downloads()).isEqualTo(2);
        assertThat(totals(id).machineDownloads()).isEqualTo(1);
        send(request(id, CHROME).header("DNT", "1"));
        send(request(id, CHROME).header("Sec-GPC", "1"));
        assertThat(totals(id).downloads()).as("who is not followed is never taken for a double-click").isEqualTo(4);
    }

    @Test
    void rangesPutTogetherGiveTheFile() throws Exception {
        var id = uploaded("橋頭測站");
        var first = send(request(id, "curl/8").header("Range", "bytes=0-9"));
        var rest = send(request(id, "curl/8").header("Range", "bytes=10-"));
        assertThat(first.statusCode()).isEqualTo(206);
        assertThat(header(first, "Content-Range")).isEqualTo("bytes 0-9/" + FILE.length);
        var all = new ByteArrayOutputStream();
        all.writeBytes(first.body());
        all.writeBytes(rest.body());
        assertThat(all.toByteArray()).isEqualTo(FILE);

        var last = send(request(id, "curl/8").header("Range", "bytes=-4"));
        assertThat(last.body()).isEqualTo(Arrays.copyOfRange(FILE, FILE.length - 4, FILE.length));
        var beyond = send(request(id, "curl/8").header("Range", "bytes=" + FILE.length + "-"));
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */" + FILE.length);
        var changed = send(request(id, "curl/8").header("Range", "bytes=0-9").header("If-Range", "\"another\""));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).isEqualTo(FILE);
    }

    @Test
    void whatIsElsewhereIsLedToAndCounted() throws Exception {
        var id = registered(AirQuality.json("外部檔案")
                .replace("\"format\": \"csv\"", "\"format\": \"csv\", \"downloadUrl\": \"https://air.example.tw/a.csv\""));
        var led = get(id, CHROME);
        assertThat(led.statusCode()).isEqualTo(302);
        assertThat(header(led, "Location")).isEqualTo("https://air.example.tw/a.csv");
        send(request(id, CHROME).method("HEAD", BodyPublishers.noBody()));
        assertThat(totals(id).downloads()).isEqualTo(1);
    }

    @Test
    void anApiRecordIsViewedOncePerVisitor() throws Exception {
        var id = registered(AirQuality.json("被瀏覽者"));
        var record = server.get(DATASETS + "/" + id, "User-Agent", CHROME);
        server.get(DATASETS + "/" + id, "User-Agent", CHROME);
        server.get(
                DATASETS + "/" + id,
                "User-Agent",
                "other",
                "If-None-Match",
                record.headers().firstValue("ETag").orElseThrow());
        assertThat(totals(id).views()).isEqualTo(1);
    }

    @Test
    void downloadsOrderTheSearch() throws Exception {
        var few = uploaded("排序測試甲");
        var many = uploaded("排序測試乙");
        get(many, CHROME);
        server.bean(DownloadTotals.class).bringUp();

        var found = json(server.get(DATASETS + "?sort=downloads&facets=false&q="
                + URLEncoder.encode("排序測試", StandardCharsets.UTF_8)));
        assertThat(found.get("items").valueStream().map(item ->
                        item.get("id").asString() + " " + item.get("downloads").asLong()))
                .containsExactly(many + " 1", few + " 0");
    }

    private static String uploaded(String title) throws Exception {
        var id = registered(AirQuality.json(title));
        var received = server.send(
                "PUT", DATASETS + "/" + id + "/distributions/1/content", editor, BodyPublishers.ofByteArray(FILE));
        assertThat(received.statusCode()).as(received.body()).isEqualTo(200);
        return id;
    }

    private static String registered(String document) throws Exception {
        var registered = server.send("POST", DATASETS, editor, "application/json", document);
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        return json(registered).get("id").asString();
    }

    private static Totals totals(String id) {
        return server.catalog().usage().totals(new DatasetId(id));
    }

    private static HttpRequest.Builder request(String id, String userAgent) {
        return server.request("/distributions/" + id + "-1/download").header("User-Agent", userAgent);
    }

    private static HttpResponse<byte[]> get(String id, String userAgent) throws Exception {
        return send(request(id, userAgent));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return server.bytes(request);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
