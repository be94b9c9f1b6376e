package tw.touchstone.server.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.server.RunningServer;

class OperationsIT {

    private static final String HEADER =
            "資料集識別碼,資料集名稱,資料提供屬性,服務分類,品質檢測,檔案格式,資料下載網址,編碼格式,資料集上架方式,資料集描述,主要欄位說明,提供機關,更新頻率,授權方式,相關網址,計費方式,提供機關聯絡人姓名,提供機關聯絡人電話,上架日期,詮釋資料更新時間,備註,資料量\n";

    @TempDir
    private static Path home;

    private static RunningServer server;
    private static String operator;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.on(home);
        operator = server.operator();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anImportTellsItsWayAndItsEnd() throws Exception {
        var told = lines(imported("catalogue.csv", HEADER + rows(9_000_000, 2_100)));
        assertThat(told).hasSizeGreaterThan(2);
        assertThat(told.getFirst().get("rows").asLong()).isBetween(1L, 2_100L);
        assertThat(told.getFirst().get("fraction").asDouble()).isBetween(0.0, 1.0);
        var end = told.getLast();
        assertThat(end.get("outcome").asString()).isEqualTo("imported");
        assertThat(end.get("registered").asLong()).isEqualTo(2_100);
        assertThat(end.get("report").get("layout").asString()).isNotBlank();
        assertThat(end.get("text").get(0).asString()).isNotBlank();
        assertThat(json(server.get("/api/v1/datasets?size=1&q=9000007")).get("total").asLong()).isPositive();

        var again = lines(imported("catalogue.csv", HEADER + rows(9_000_000, 2_100))).getLast();
        assertThat(again.get("unchanged").asLong()).isEqualTo(2_100);
        assertThat(again.get("registered").asLong()).isZero();
        assertThat(incoming()).isEmpty();
    }

    @Test
    void aFileThatIsNoCatalogueIsSaidToBeNone() throws Exception {
        var told = lines(imported("notes.txt", "this is no catalogue\n"));
        assertThat(told.getLast().get("outcome").asString()).isEqualTo("unreadable");
        assertThat(told.getLast().get("message").asString()).isNotBlank();
        assertThat(imported("empty.csv", "").statusCode()).isEqualTo(400);
        assertThat(server.send("POST", "/operations/import?onConflict=maybe", operator, BodyPublishers.ofString("x"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(incoming()).isEmpty();
    }

    @Test
    void oneImportAtATimeEvenWhileItsFileIsStillComing() throws Exception {
        var body = (HEADER + rows(9_100_000, 30)).getBytes(StandardCharsets.UTF_8);
        try (var slow = new Socket("localhost", server.port())) {
            var out = slow.getOutputStream();
            begin(out, body.length);
            out.write(body, 0, 100);
            out.flush();
            await(() -> status().get("importing").asBoolean());
            var refused = imported("second.csv", HEADER);
            assertThat(refused.statusCode()).isEqualTo(409);
            out.write(body, 100, body.length - 100);
            out.flush();
            assertThat(new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("imported");
        }
        await(() -> !status().get("importing").asBoolean());
    }

    @Test
    void whoeverLeavesDoesNotStopTheImport() throws Exception {
        long before = status().get("datasets").asLong();
        var body = (HEADER + rows(9_200_000, 1_500)).getBytes(StandardCharsets.UTF_8);
        try (var leaving = new Socket("localhost", server.port())) {
            var out = leaving.getOutputStream();
            begin(out, body.length);
            out.write(body);
            out.flush();
            // The first byte of the answer: the file has been received.
            assertThat(leaving.getInputStream().read()).isEqualTo('H');
            leaving.setSoLinger(true, 0);
        }
        await(() -> status().get("datasets").asLong() == before + 1_500 && !status().get("importing").asBoolean());
    }

    @Test
    void aBrokenOffFileChangesNothing() throws Exception {
        long before = status().get("lastChange").asLong();
        try (var broken = new Socket("localhost", server.port())) {
            begin(broken.getOutputStream(), 1_000_000);
            broken.getOutputStream().write(HEADER.getBytes(StandardCharsets.UTF_8));
            broken.getOutputStream().flush();
        }
        await(() -> !status().get("importing").asBoolean());
        assertThat(status().get("lastChange").asLong()).isEqualTo(before);
        assertThat(incoming()).isEmpty();
    }

    @Test
    void compactionIsReported() throws Exception {
        var compacted = json(server.send("POST", "/operations/compact", operator, BodyPublishers.noBody()));
        assertThat(compacted.get("bytesAfter").asLong()).isPositive();
        var status = status();
        assertThat(status.get("followed").asLong()).isEqualTo(status.get("lastChange").asLong());
        assertThat(status.get("jobs").get("waiting").asLong()).isZero();
    }

    @Test
    void onlyTheOperatorMay() throws Exception {
        assertThat(server.get("/operations/status").statusCode()).isEqualTo(401);
        assertThat(server.send("GET", "/operations/status", "tso_" + "0".repeat(64), BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(401);
    }

    private static String rows(int first, int count) {
        var rows = new StringBuilder();
        for (int id = first; id < first + count; id++) {
            rows.append(id)
                    .append(",匯入測試資料集 ")
                    .append(id)
                    .append(",,,,CSV,https://open.example.tw/")
                    .append(id)
                    .append(".csv,UTF-8,,描述 ")
                    .append(id)
                    .append(",甲;乙,環境部,每年,政府資料開放授權條款-第1版,,免費,王小明,02-0000-0000,2020-01-01 00:00:00,2020-01-01 00:00:00,,\n");
        }
        return rows.toString();
    }

    private static HttpResponse<String> imported(String name, String body) throws IOException, InterruptedException {
        return server.send("POST", "/operations/import?name=" + name, operator, BodyPublishers.ofString(body));
    }

    private static List<JsonNode> lines(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-ndjson");
        var mapper = JsonMapper.builder().build();
        return response.body().lines().map(mapper::readTree).toList();
    }

    private static void begin(OutputStream out, int length) throws IOException {
        out.write(("POST /operations/import?name=c.csv HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Authorization: Bearer " + operator + "\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static JsonNode status() throws IOException, InterruptedException {
        return json(server.send("GET", "/operations/status", operator, BodyPublishers.noBody()));
    }

    private static List<Path> incoming() throws IOException {
        try (var files = Files.list(home.resolve("incoming"))) {
            return files.toList();
        }
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    /// Asks again and again, for at most a minute.
    private static void await(Condition condition) throws IOException, InterruptedException {
        var end = Instant.now().plus(Duration.ofMinutes(1));
        while (!condition.holds()) {
            assertThat(Instant.now()).as("waited too long").isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
