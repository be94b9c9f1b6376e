package tw.touchstone.server.national;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.LangText;
import tw.touchstone.server.RunningServer;
import tw.touchstone.server.harvest.Registered;

/// The national portal's interface, read and written as agencies' systems do.
class NationalIT {

    private static final String RECORD = """
            {"categoryService": "I00", "categoryTheme": "001", "categoryDataset": "A",
             "title": "空氣品質監測站每小時值", "description": "各監測站每小時的空氣品質測值，含細懸浮微粒。",
             "type": "rawData", "license": "1", "cost": "free", "publisherOID": "moenv|環境部",
             "publisherContactName": "王小姐", "publisherContactPhone": "02-12345678", "publisherContactEmail": "air@example.tw",
             "updateFrequency": {"regularupdate": "1", "Frequency": "1", "unittime": "時"},
             "coverageStartedDate": "2014-01-01", "coverageEndedDate": "", "spatialCoverage": "臺灣", "language": "zh",
             "relatedUrl": "https://air.example.tw/", "keyword": ["空氣", "監測站"], "notes": "備註",
             "distribution": [
               {"resourceDescription": "每小時更新", "resourceField": [{"name": "SiteName", "description": "測站"}, {"name": "PM2.5"}],
                "resourceFormat": "CSV", "resourceCharacterEncoding": "UTF-8", "resourceAmount": "84",
                "resourceDownloadUrl": "https://air.example.tw/hourly.csv"},
               {"resourceDescription": "介面", "resourceField": "SiteName(測站)、AQI", "resourceFormat": "API",
                "resourceDownloadUrl": "https://air.example.tw/api"}]}""";

    @TempDir
    private static Path home;

    private static RunningServer server;
    private static String key;
    private static String stranger;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.on(home);
        Registered.register(server, IntStream.rangeClosed(1, 30));
        assertThat(server.catalog().awaitFollowed(Duration.ofMinutes(1))).isTrue();
        key = server.editor("moenv");
        stranger = server.editor("moda");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aSystemPublishesRevisesAndWithdrawsByItsKey() throws Exception {
        var created = send("POST", "/api/v2/rest/dataset", key, RECORD);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var id = json(created).at("/result/datasetId").asString();
        assertThat(json(created).get("success").asBoolean()).isTrue();
        assertThat(created.headers().firstValue("Location")).contains(RunningServer.BASE + "datasets/" + id);

        var shown = json(server.get("/api/v2/rest/dataset/" + id)).get("result");
        assertThat(shown.get("title").asString()).isEqualTo("空氣品質監測站每小時值");
        assertThat(shown.get("categoryService").asString()).isEqualTo("I00");
        assertThat(shown.get("categoryTheme").asString()).isEqualTo("001");
        assertThat(shown.get("license").asString()).isEqualTo("1");
        assertThat(shown.get("cost").asString()).isEqualTo("free");
        assertThat(shown.get("publisherOID").asString()).endsWith("|環境部");
        assertThat(shown.at("/updateFrequency/unittime").asString()).isEqualTo("時");
        assertThat(shown.get("coverageStartedDate").asString()).isEqualTo("2014-01-01");
        assertThat(shown.get("spatialCoverage").asString()).isEqualTo("臺灣");
        assertThat(shown.at("/distribution/0/resourceField/0/description").asString()).isEqualTo("測站");
        assertThat(shown.at("/distribution/0/resourceAmount").asString()).isEqualTo("84");
        assertThat(shown.at("/distribution/1/resourceField/1/name").asString()).isEqualTo("AQI");
        assertThat(shown.at("/distribution/1/resourceFormat").asString()).isEqualTo("API");

        // What was shown can be sent back, and changes nothing.
        var same = send("PUT", "/api/v2/rest/dataset/" + id, key, shown.toString());
        assertThat(same.statusCode()).as(same.body()).isEqualTo(200);
        assertThat(timeless(json(server.get("/api/v2/rest/dataset/" + id)).get("result"))).isEqualTo(timeless(shown));

        // Of two resources that call themselves the same, the second is another.
        var twice = "{\"license\": \"1\", \"distribution\": [%1$s, %1$s]}".formatted(shown.at("/distribution/0"));
        var both = send("PUT", "/api/v2/rest/dataset/" + id, key, twice);
        assertThat(both.statusCode()).as(both.body()).isEqualTo(200);
        assertThat(json(server.get("/api/v2/rest/dataset/" + id)).at("/result/distribution").size()).isEqualTo(2);

        var part = send("PUT", "/api/v2/rest/dataset/" + id, key, "{\"title\": \"新名\", \"updateFrequency\": \"每日\", \"notes\": \"\"}");
        assertThat(part.statusCode()).as(part.body()).isEqualTo(200);
        var revised = json(server.get("/api/v2/rest/dataset/" + id)).get("result");
        assertThat(revised.get("title").asString()).isEqualTo("新名");
        assertThat(revised.get("notes").asString()).isEmpty();
        assertThat(revised.at("/updateFrequency/unittime").asString()).isEqualTo("日");
        assertThat(revised.get("distribution").size()).isEqualTo(2);

        var gone = send("DELETE", "/api/v2/rest/dataset/" + id, key, "");
        assertThat(gone.statusCode()).isEqualTo(200);
        for (var answer : List.of(
                server.get("/api/v2/rest/dataset/" + id),
                server.get("/api/v2/rest/quality_result/" + id),
                send("PUT", "/api/v2/rest/dataset/" + id, key, "{}"),
                send("DELETE", "/api/v2/rest/dataset/" + id, key, ""))) {
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(json(answer).at("/error/error_type").asString()).startsWith("ER0052");
        }
    }

    /// The portal's record has no English; a system that revises by it must not take it away.
    @Test
    void whatTheRecordCannotSayStays() throws Exception {
        var answer = send("PUT", "/api/v2/rest/dataset/0004", key, "{\"title\": \"改名\", \"categoryService\": \"I00\", "
                + "\"publisherContactEmail\": \"a@example.tw\", \"coverageStartedDate\": \"2020-01-01\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var dataset = server.catalog().store().dataset(new DatasetId("0004")).orElseThrow();
        assertThat(dataset.title()).isEqualTo(LangText.of("改名", "Dataset 4"));
        assertThat(dataset.themes()).hasSize(2);
        assertThat(dataset.source().source()).isEqualTo("national");
    }

    @Test
    void theKeyDecidesWhoMayDoWhat() throws Exception {
        var unsigned = server.send(server.request("/api/v2/rest/dataset")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(RECORD)));
        assertThat(unsigned.statusCode()).isEqualTo(401);
        assertThat(json(unsigned).at("/error/error_type").asString()).startsWith("ER0001");
        for (var answer : List.of(
                send("POST", "/api/v2/rest/dataset", "tst_nonsense", RECORD),
                send("POST", "/api/v2/rest/dataset", stranger, RECORD),
                send("PUT", "/api/v2/rest/dataset/0002", stranger, "{}"),
                send("DELETE", "/api/v2/rest/dataset/0002", stranger, ""))) {
            assertThat(answer.statusCode()).as(answer.body()).isIn(401, 403);
            assertThat(json(answer).get("success").asBoolean()).isFalse();
            assertThat(json(answer).at("/error/error_type").asString()).startsWith("ER0001");
        }
        assertThat(server.get("/api/v2/rest/dataset/0002").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"title\": {}}                                           | 422 | title",
        "{\"nonsense\": 1}                                         | 422 | nonsense",
        "{\"categoryService\": \"Z99\"}                            | 422 | categoryService",
        "{\"license\": \"none such\"}                              | 422 | license",
        "{\"publisherOID\": \"9.9.9\"}                             | 422 | publisherOID",
        "{\"publisherOID\": \"moda\"}                              | 422 | publisherOID",
        "{\"updateFrequency\": {\"a\": \"b\"}}                     | 422 | updateFrequency",
        "{\"updateFrequency\": \"常常\"}                            | 422 | updateFrequency",
        "{\"coverageStartedDate\": \"soon\"}                       | 422 | coverageStartedDate",
        "{\"relatedUrl\": \"not an address\"}                      | 422 | relatedUrl",
        "{\"keyword\": [[]]}                                       | 422 | keyword",
        "{\"distribution\": {}}                                    | 422 | distribution",
        "{\"distribution\": [1]}                                   | 422 | distribution[0]",
        "{\"distribution\": [{\"resourceFormat\": \"XYZ\"}]}       | 422 | distribution[0].resourceFormat",
        "{\"distribution\": [{\"a\": 1}]}                          | 422 | distribution[0].a",
        "{\"distribution\": [{\"resourceDownloadUrl\": \"https://data.example.tw/distributions/0004-1/download\"}]} | 422 | distribution[0].resourceDownloadUrl",
        "{\"title\": \"\"}                                         | 422 | ''"
    })
    void whatIsWrongIsNamed(String record, int status, String field) throws Exception {
        var answer = send("PUT", "/api/v2/rest/dataset/0006", key, record);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        var body = json(answer);
        assertThat(body.get("success").asBoolean()).isFalse();
        assertThat(body.at("/error/error_type").asString()).startsWith("ER0031");
        if (!field.isEmpty()) {
            assertThat(body.at("/errors/0/field").asString()).isEqualTo(field);
        }
    }

    @Test
    void whatIsNoRecordIsRefused() throws Exception {
        for (var body : List.of("", "[]", "{", "null", "1", "{\"title\":", "[".repeat(9_000), "{\"a\":".repeat(9_000), "{\"title\":\"a\",\"title\":\"b\"}")) {
            var answer = send("PUT", "/api/v2/rest/dataset/0006", key, body);
            assertThat(answer.statusCode()).as(body.substring(0, Math.min(9, body.length()))).isEqualTo(400);
            assertThat(json(answer).get("success").asBoolean()).isFalse();
        }
        assertThat(send("POST", "/api/v2/rest/dataset", key, " ".repeat(5_100_000)).statusCode()).isEqualTo(413);
        assertThat(server.send("POST", "/api/v2/rest/dataset", key, "text/plain", "{}").statusCode()).isEqualTo(415);
        assertThat(send("POST", "/api/v2/rest/dataset", key, "{}").statusCode()).isEqualTo(422);
        var none = send("PUT", "/api/v2/rest/dataset/none", key, "{}");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(json(none).at("/error/error_type").asString()).startsWith("ER0050");
    }

    @Test
    void recordsAreListedPartByPart() throws Exception {
        var first = json(server.get("/api/v2/rest/dataset?limit=20")).get("result");
        var rest = json(server.get("/api/v2/rest/dataset?limit=1000&offset=20")).get("result");
        assertThat(first.size()).isEqualTo(20);
        assertThat(first.size() + rest.size()).isGreaterThanOrEqualTo(30);
        assertThat(first.get(0).get("datasetId").asString()).isEqualTo("0001");
        assertThat(json(server.get("/api/v2/rest/dataset?modified=2999-01-01")).get("result").size()).isZero();
        for (var query : List.of("limit=0", "limit=1001", "limit=x", "offset=-1", "modified=soon", "page=2", "limit=1&limit=2")) {
            assertThat(server.get("/api/v2/rest/dataset?" + query).statusCode()).as(query).isEqualTo(400);
        }
    }

    @Test
    void verdictsAreThoseOfThePortalsEngine() throws Exception {
        var all = json(server.get("/api/v2/rest/qc/moda"));
        assertThat(all.get("success").asBoolean()).isTrue();
        assertThat(all.get("result").size()).isEqualTo(15);
        var one = all.at("/result/0");
        for (var flag : List.of("linkable", "downloadable", "structure", "encoding_match", "desc_match", "csv")) {
            assertThat(one.get(flag).asString()).isIn("0", "1", "2");
        }
        assertThat(one.get("linkable").asString()).isEqualTo("2");
        var detail = json(server.get("/api/v2/rest/quality_result/" + one.get("datasetId").asString())).get("result");
        assertThat(without(detail, "resources")).isEqualTo(without(one, "resources"));
        assertThat(detail.at("/resources/0/resourceId").asString()).isEqualTo("0001-1");
        assertThat(server.get("/api/v2/rest/qc/9.9.9.9").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/v2/rest/qc/moda?x=1").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/v2/rest/quality_result/none").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/v2/rest/quality_result/%20").statusCode()).isEqualTo(404);
    }

    /// A record without the times at which it changed.
    private static String timeless(JsonNode record) {
        return record.toString().replaceAll("\"(?:resourceM|m)odifiedDate\":\"[^\"]*\"", "");
    }

    private static JsonNode without(JsonNode object, String member) {
        return ((tools.jackson.databind.node.ObjectNode) object.deepCopy()).without(member);
    }

    /// As the portal's clients send it: the key alone.
    private static HttpResponse<String> send(String method, String path, String apiKey, String body) throws Exception {
        return server.send(server.request(path)
                .header("Authorization", apiKey)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }
}
