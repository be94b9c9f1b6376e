package tw.touchstone.server.api;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tw.touchstone.server.RunningServer;

/// Imports as jobs, over HTTP.
class ImportsIT {

    private static final String IMPORTS = "/api/v1/imports";

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
    void anImportIsAJobThatTellsItsWayAndItsEnd() throws Exception {
        var body = HEADER + rows(9_000_000, 2_100) + "9999999,,,,,,,,,,,,,,,,,,,,,\n";
        var accepted = imported("catalogue.csv", body);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        var place = accepted.headers().firstValue("Location").orElseThrow();
        var end = ended(place);
        assertThat(end.get("state").asString()).isEqualTo("done");
        assertThat(end.get("registered").asLong()).isEqualTo(2_100);
        assertThat(end.get("fraction").asDouble()).isEqualTo(1);
        assertThat(end.get("rows").asLong()).isEqualTo(2_101);
        assertThat(end.at("/report/layout").asString()).isNotBlank();
        assertThat(end.at("/text/0").asString()).isNotBlank();
        assertThat(json(server.get("/api/v1/datasets?size=1&q=9000007")).get("total").asLong()).isPositive();

        var log = json(get(place + "/log?kind=refused"));
        assertThat(log.get("total").asLong()).isEqualTo(1);
        assertThat(log.at("/items/0/line").asLong()).isEqualTo(2_102);
        assertThat(log.at("/items/0/text").asString()).isEqualTo("no title");

        var same = imported("another-name.csv", body);
        assertThat(same.statusCode()).as("the very file is recognised").isEqualTo(200);
        assertThat(same.headers().firstValue("Location")).contains(place);

        var again = imported("catalogue.csv&again=true", body);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(ended(again.headers().firstValue("Location").orElseThrow()).get("unchanged").asLong())
                .isEqualTo(2_100);
        assertThat(json(get(IMPORTS)).get("items").valueStream().map(each -> each.get("id").asLong()))
                .contains(end.get("id").asLong());
        await(() -> incoming().isEmpty());
    }

    @Test
    void theListAndTheLogAreHadPageByPage() throws Exception {
        for (int i = 0; i < 3; i++) {
            ended(imported("page.csv", HEADER + rows(9_500_000 + 10 * i, 3).replace(",CSV,", ",XYZ,"))
                    .headers()
                    .firstValue("Location")
                    .orElseThrow());
        }
        var first = json(get(IMPORTS + "?limit=2"));
        assertThat(first.get("items").size()).isEqualTo(2);
        var next = json(get(path(first.get("next").asString())));
        assertThat(next.at("/items/0/id").asLong()).isLessThan(first.at("/items/1/id").asLong());
        var log = first.at("/items/0/log").asString();
        var whole = json(get(log));
        var entries = json(get(log + "?limit=1"));
        assertThat(entries.get("total")).isEqualTo(whole.get("total"));
        assertThat(json(get(path(entries.get("next").asString()))).at("/items/0")).isEqualTo(whole.at("/items/1"));
    }

    @Test
    void whatIsWrongIsSaidByItsName() throws Exception {
        assertThat(ended(imported("notes.txt", "this is no catalogue\n").headers().firstValue("Location").orElseThrow())
                        .get("message")
                        .asString())
                .isNotBlank();
        assertThat(imported("empty.csv", "").statusCode()).isEqualTo(400);
        for (var query : List.of("on-conflict=maybe", "again=yes", "nmae=x", "name=a&name=b")) {
            var refused = server.send("POST", IMPORTS + "?" + query, operator, BodyPublishers.ofString("x"));
            assertThat(refused.statusCode()).as(query).isEqualTo(400);
            assertThat(query).startsWith(json(refused).get("field").asString());
        }
        assertThat(server.send("POST", IMPORTS, operator, "application/x-www-form-urlencoded", "x").statusCode())
                .isEqualTo(415);
        for (var path : List.of("/0", "/x", "/999999", "/999999/log", "/9999999999999999999999")) {
            assertThat(get(IMPORTS + path).statusCode()).as(path).isEqualTo(404);
        }
        for (var query : List.of("?limit=0", "?before=x", "?x=1")) {
            assertThat(get(IMPORTS + query).statusCode()).as(query).isEqualTo(400);
        }
        await(() -> incoming().isEmpty());
    }

    @Test
    void anImportThatEndedCannotBeCancelled() throws Exception {
        var place = imported("c.csv", HEADER + rows(9_600_000, 1)).headers().firstValue("Location").orElseThrow();
        ended(place);
        assertThat(server.send("POST", place + "/cancel", operator, BodyPublishers.noBody()).statusCode())
                .isEqualTo(409);
        assertThat(server.send("POST", IMPORTS + "/999999/cancel", operator, BodyPublishers.noBody()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aBrokenOffFileChangesNothing() throws Exception {
        long before = json(get(IMPORTS)).get("total").asLong();
        try (var broken = new Socket("localhost", server.port())) {
            begin(broken.getOutputStream(), 1_000_000);
            broken.getOutputStream().write(HEADER.getBytes(StandardCharsets.UTF_8));
            broken.getOutputStream().flush();
        }
        await(() -> incoming().isEmpty());
        assertThat(json(get(IMPORTS)).get("total").asLong()).isEqualTo(before);
    }

    @Test
    void onlyAdministratorsImport() throws Exception {
        var editor = server.editor("moda");
        assertThat(server.send("POST", IMPORTS, editor, BodyPublishers.ofString(HEADER)).statusCode()).isEqualTo(403);
        assertThat(server.get(IMPORTS).statusCode()).isEqualTo(401);
    }

    private static String path(String address) {
        return address.replaceFirst("^https?://[^/]+", "");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return server.send("GET", path, operator, BodyPublishers.noBody());
    }

    private static JsonNode ended(String place) throws IOException, InterruptedException {
        await(() -> !List.of("waiting", "running").contains(json(get(place)).get("state").asString()));
        return json(get(place));
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
        return server.send("POST", IMPORTS + "?name=" + name, operator, BodyPublishers.ofString(body));
    }

    private static void begin(OutputStream out, int length) throws IOException {
        out.write(("POST /api/v1/imports?name=c.csv HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Authorization: Bearer " + operator + "\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static List<Path> incoming() throws IOException {
        try (var files = Stream.of("incoming", "imports")
                .map(home::resolve)
                .filter(Files::isDirectory)
                .flatMap(folder -> Stream.of(folder.toFile().listFiles()).map(file -> file.toPath()))) {
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
