package tw.touchstone.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tw.touchstone.server.AirQuality;
import tw.touchstone.server.RunningServer;

class ApiIT {

    private static final String DATASETS = "/api/v1/datasets";
    private static final String JSON = "application/json";

    @TempDir
    private static Path home;

    private static RunningServer server;
    private static String editor;
    private static String other;

    @BeforeAll
    static void start() {
        server = RunningServer.on(home);
        editor = server.editor(AirQuality.AGENCY);
        other = server.editor("mof");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aRegisteredDatasetIsFoundByTheVeryNextSearch() throws Exception {
        var registered = register("岡山測站懸浮微粒");
        assertThat(registered.statusCode()).isEqualTo(201);
        var id = json(registered).get("id").asString();
        assertThat(registered.headers().firstValue("Location")).contains(DATASETS + "/" + id);
        assertThat(registered.headers().firstValue("ETag"))
                .contains('"' + json(registered).get("number").asString() + '"');
        assertThat(json(registered).get("iri").asString()).isEqualTo(RunningServer.BASE + "datasets/" + id);
        assertThat(json(registered).get("label").asString()).isEqualTo("none-unchecked");
        assertThat(json(registered).get("advice").valueStream().map(each -> each.get("severity").asString()))
                .isNotEmpty()
                .doesNotContain("violation");

        var found = json(server.get(DATASETS + "?q=" + encoded("懸浮微粒")));
        assertThat(found.get("total").asLong()).isEqualTo(1);
        var item = found.get("items").get(0);
        assertThat(item.get("id").asString()).isEqualTo(id);
        assertThat(item.get("title").get("zh-Hant-TW").asString()).isEqualTo("岡山測站懸浮微粒");
        assertThat(item.get("agency").get("id").asString()).isEqualTo("moenv");
        assertThat(item.get("formats").get(0).asString()).isEqualTo("csv");
        assertThat(found.get("next").isNull()).isTrue();
        assertThat(found.get("facets").get("agency").get(0).get("label").get("en").asString())
                .isEqualTo("Ministry of Environment");
    }

    @Test
    void aBig5FileIsJudgedWhileItsSenderWaits() throws Exception {
        var id = json(register("林園測站臭氧")).get("id").asString();
        var received = server.send(
                "PUT",
                DATASETS + "/" + id + "/distributions/1/content",
                editor,
                BodyPublishers.ofByteArray(AirQuality.big5()));

        assertThat(received.statusCode()).as(received.body()).isEqualTo(200);
        var seen = json(received);
        assertThat(seen.get("label").asString()).isEqualTo("platinum");
        assertThat(seen.get("policy").asString()).isEqualTo("label-114");
        assertThat(seen.get("size").asLong()).isEqualTo(AirQuality.big5().length);
        assertThat(seen.get("facts").get("text").get("encoding").asString()).isEqualTo("BIG5");
        assertThat(seen.get("checks").valueStream().map(check ->
                        check.get("metric").asString() + " " + check.get("outcome").asString()))
                .contains("linkable passed", "structure passed", "encoding-match passed", "desc-match passed");
        assertThat(check(seen, "encoding-match").get("seen").get("en").asString()).contains("Big5");

        var found = json(server.get(DATASETS + "?label=platinum&q=" + encoded("林園測站臭氧")));
        assertThat(found.get("items").get(0).get("id").asString()).isEqualTo(id);
        // A file, and hardly a word about it.
        var graded = json(server.get(DATASETS + "?grade=d&q=" + encoded("林園測站臭氧")));
        assertThat(graded.get("items").get(0).get("grade").asString()).isEqualTo("d");
        assertThat(graded.get("facets").get("grade").get(0).get("label").get("en").asString()).isEqualTo("D");
        var page = server.get("/datasets?grade=d&q=" + encoded("林園測站臭氧")).body();
        assertThat(page).contains("AI-Ready 等級", "/datasets/" + id, "<span>AI-Ready</span> <strong>D</strong>");
        assertThat(server.get("/datasets/" + id).body())
                .contains("id=\"ready\"", "/rules/air-09", "沒有填寫", "/policies/ai-ready-1");
        var card = json(server.get(DATASETS + "/" + id + "/scorecard?policy=ai-ready-1"));
        assertThat(card.get("grade").asString()).isEqualTo("d");
    }

    @Test
    void aFileInAnotherEncodingThanDeclaredLosesExactlyThatCheck() throws Exception {
        var id = json(register("潮州測站二氧化硫")).get("id").asString();
        var seen = json(server.send(
                "PUT",
                DATASETS + "/" + id + "/distributions/1/content",
                editor,
                BodyPublishers.ofString(AirQuality.CSV, StandardCharsets.UTF_8)));

        assertThat(seen.get("label").asString()).isEqualTo("silver");
        assertThat(check(seen, "structure").get("outcome").asString()).isEqualTo("passed");
        assertThat(check(seen, "encoding-match").get("outcome").asString()).isEqualTo("failed");
        assertThat(check(seen, "encoding-match").get("advice").get("zh-Hant-TW").asString()).isNotBlank();
    }

    @Test
    void aFileInPiecesGoesOnWhereItBrokeOff() throws Exception {
        var id = json(register("新營測站一氧化碳")).get("id").asString();
        var content = DATASETS + "/" + id + "/distributions/1/content";
        var file = AirQuality.big5();
        assertThat(piece(content, 0, file, 0, 10, "?0").headers().firstValue("Upload-Offset")).contains("10");
        var misplaced = piece(content, 5, file, 5, 10, "?0");
        assertThat(misplaced.statusCode()).isEqualTo(409);
        assertThat(misplaced.headers().firstValue("Upload-Offset")).contains("10");
        // Seven bytes come of the twenty that were promised.
        try (var broken = new Socket("localhost", server.port())) {
            var out = broken.getOutputStream();
            out.write(("PUT " + content + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + editor
                            + "\r\nUpload-Offset: 10\r\nContent-Length: 20\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(file, 10, 7);
            out.flush();
            broken.shutdownOutput();
            broken.getInputStream().readAllBytes();
        }
        assertThat(server.get(content).statusCode()).isEqualTo(401);
        assertThat(send("HEAD", content, other).statusCode()).isEqualTo(403);
        assertThat(send("HEAD", content, editor).headers().firstValue("Upload-Offset")).contains("17");

        var done = piece(content, 17, file, 17, file.length, "?1");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(json(done).get("label").asString()).isEqualTo("platinum");
        assertThat(send("HEAD", content, editor).headers().firstValue("Upload-Offset")).contains("0");
    }

    private static HttpResponse<String> piece(
            String content, long offset, byte[] file, int from, int to, String complete)
            throws IOException, InterruptedException {
        return server.send(server.request(content)
                .header("Authorization", "Bearer " + editor)
                .header("Upload-Offset", Long.toString(offset))
                .header("Upload-Complete", complete)
                .PUT(BodyPublishers.ofByteArray(file, from, to - from)));
    }

    @Test
    void theScorecardIsServedAsItWasStored() throws Exception {
        var id = json(register("恆春測站氮氧化物")).get("id").asString();
        var scorecard = server.get(DATASETS + "/" + id + "/scorecard");
        assertThat(scorecard.statusCode()).isEqualTo(200);
        assertThat(json(scorecard).get("policy").get("id").asString()).isEqualTo("label-114");
        assertThat(server.get("/datasets/" + id + "/scorecard.json").body()).isEqualTo(scorecard.body());
        assertThat(json(server.get(DATASETS + "/" + id + "/scorecard?policy=label-113"))
                        .get("policy")
                        .get("id")
                        .asString())
                .isEqualTo("label-113");
        assertThat(server.get(DATASETS + "/" + id + "/scorecard?asOf=2019-12-31").statusCode())
                .isEqualTo(404);
        var again = server.get(
                DATASETS + "/" + id + "/scorecard",
                "If-None-Match",
                scorecard.headers().firstValue("ETag").orElseThrow());
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void aRevisionNeedsTheStateItWasMadeFrom() throws Exception {
        var id = json(register("馬公測站風速")).get("id").asString();
        var path = DATASETS + "/" + id;
        var record = server.get(path);
        var tag = record.headers().firstValue("ETag").orElseThrow();
        assertThat(server.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);

        var changed = record.body().replace("馬公測站風速", "馬公測站風速與風向");
        assertThat(server.send("PUT", path, editor, JSON, changed).statusCode()).isEqualTo(428);
        assertThat(put(path, changed, "\"1\"").statusCode()).isEqualTo(412);
        assertThat(put(path, changed, "W/" + tag).statusCode()).isEqualTo(412);
        var revised = put(path, changed, tag);
        assertThat(revised.statusCode()).as(revised.body()).isEqualTo(200);
        assertThat(put(path, changed, tag).statusCode()).isEqualTo(412);

        var now = server.get(path);
        assertThat(now.headers().firstValue("ETag")).isEqualTo(revised.headers().firstValue("ETag"));
        assertThat(json(now).get("title").get("zh-Hant-TW").asString()).isEqualTo("馬公測站風速與風向");
    }

    @Test
    void anUploadedFileSurvivesARevisionOfTheText() throws Exception {
        var id = json(register("金門測站濕度")).get("id").asString();
        var path = DATASETS + "/" + id;
        server.send("PUT", path + "/distributions/1/content", editor, BodyPublishers.ofByteArray(AirQuality.big5()));
        var record = server.get(path);
        var revised = put(
                path,
                record.body().replace("金門測站濕度", "金門測站相對濕度"),
                record.headers().firstValue("ETag").orElseThrow());

        assertThat(revised.statusCode()).as(revised.body()).isEqualTo(200);
        assertThat(json(revised).get("label").asString()).isEqualTo("platinum");
        assertThat(server.bytes(server.request("/distributions/" + id + "-1/download")).body())
                .isEqualTo(AirQuality.big5());
    }

    @Test
    void nobodyDeclaresAFileOfTheCatalogueAsHisOwn() throws Exception {
        var claimed = AirQuality.json("借用他人檔案")
                .replace("\"format\": \"csv\"", "\"format\": \"csv\", \"downloadUrl\": \"" + RunningServer.BASE
                        + "distributions/x-1/download\", \"checksum\": \"" + "a".repeat(64) + "\"");
        var refused = server.send("POST", DATASETS, editor, JSON, claimed);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).get("errors").get(0).get("field").asString())
                .isEqualTo("distributions[0].downloadUrl");
    }

    @Test
    void aWithdrawnDatasetLeavesATombstoneEverywhere() throws Exception {
        var id = json(register("三義測站雨量")).get("id").asString();
        var path = DATASETS + "/" + id;
        assertThat(send("DELETE", path, editor).statusCode()).isEqualTo(400);
        assertThat(send("DELETE", path + "?reason=x", other).statusCode()).isEqualTo(403);
        assertThat(send("DELETE", path + "?reason=" + encoded("資料有誤"), editor).statusCode())
                .isEqualTo(204);

        var gone = server.get(path);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(json(gone).get("reason").asString()).isEqualTo("資料有誤");
        assertThat(server.get("/datasets/" + id + ".ttl").statusCode()).isEqualTo(410);
        assertThat(server.get("/distributions/" + id + "-1/download").statusCode()).isEqualTo(410);
        assertThat(server.get(path + "/scorecard").statusCode()).isEqualTo(410);
        assertThat(put(path, AirQuality.json("三義"), "*").statusCode()).isEqualTo(410);
        assertThat(json(server.get(DATASETS + "?q=" + encoded("三義測站雨量"))).get("items"))
                .noneMatch(item -> item.get("id").asString().equals(id));
        assertThat(json(server.send("POST", DATASETS, editor, JSON, withId(AirQuality.json("再來"), id)))
                        .get("status")
                        .asInt())
                .isEqualTo(409);
    }

    @Test
    void turtleIsRegisteredLikeJson() throws Exception {
        var turtle = """
                @prefix dcat: <http://www.w3.org/ns/dcat#> .
                @prefix dct: <http://purl.org/dc/terms/> .
                @prefix foaf: <http://xmlns.com/foaf/0.1/> .
                <https://air.example.tw/sets/7> a dcat:Dataset ;
                    dct:title "臺中港區噪音"@zh-Hant-TW , "Harbour noise"@en ;
                    dct:description "港區噪音監測。"@zh-Hant-TW ;
                    dct:publisher [ a foaf:Agent ; foaf:name "環境部"@zh-Hant-TW ] ;
                    dcat:distribution [ a dcat:Distribution ;
                        dcat:downloadURL <https://air.example.tw/noise.csv> ;
                        dct:license <https://creativecommons.org/licenses/by/4.0/> ;
                        dct:format <http://publications.europa.eu/resource/authority/file-type/CSV> ] .
                """;
        var registered = server.send("POST", DATASETS, editor, "text/turtle", turtle);

        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        var record = json(server.get(DATASETS + "/" + json(registered).get("id").asString()));
        assertThat(record.get("title").get("en").asString()).isEqualTo("Harbour noise");
        assertThat(record.get("publisher").asString()).isEqualTo("moenv");
        assertThat(record.get("distributions").get(0).get("downloadUrl").asString())
                .isEqualTo("https://air.example.tw/noise.csv");
    }

    @Test
    void aChosenIdentifierIsGivenOnce() throws Exception {
        var document = withId(AirQuality.json("線西測站溫度"), "moenv-temperature");
        assertThat(server.send("POST", DATASETS, editor, JSON, document).statusCode()).isEqualTo(201);
        var again = server.send("POST", DATASETS, editor, JSON, document);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(again).get("field").asString()).isEqualTo("id");
    }

    @Test
    void pagesFollowEachOtherToTheEnd() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(register("分頁專用第 " + i + " 號").statusCode()).isEqualTo(201);
        }
        var query = DATASETS + "?sort=title&size=2&facets=false&q=" + encoded("\"分頁專用\"");
        var page = json(server.get(query));
        int seen = 0;
        while (true) {
            seen += page.get("items").size();
            assertThat(page.get("total").asLong()).isEqualTo(5);
            assertThat(page.get("facets").size()).isZero();
            if (page.get("next").isNull()) {
                break;
            }
            var next = page.get("next").asString();
            assertThat(next).startsWith("http://localhost:" + server.port() + query.substring(0, 17));
            page = json(server.get(next.substring(next.indexOf("/api/"))));
        }
        assertThat(seen).isEqualTo(5);
    }

    @Test
    void changesAreToldInOrder() throws Exception {
        var registered = json(register("小港測站噪音"));
        long number = registered.get("number").asLong();
        var changes = json(server.get("/api/v1/changes?limit=1&since=" + (number - 1)));
        var first = changes.get("items").get(0);
        assertThat(first.get("number").asLong()).isEqualTo(number);
        assertThat(first.get("kind").asString()).isEqualTo("registered");
        assertThat(first.get("subject").asString()).isEqualTo(registered.get("id").asString());
    }

    @Test
    void agenciesAreListedWithTheirNames() throws Exception {
        var agencies = json(server.get("/api/v1/agencies"));
        assertThat(agencies.get("total").asLong()).isEqualTo(agencies.get("items").size());
        assertThat(agencies.get("items"))
                .anyMatch(item -> item.get("id").asString().equals("moenv")
                        && item.get("iri").asString().equals(RunningServer.BASE + "agencies/moenv"));
    }

    @Test
    void pagesOfOtherSitesMayReadAndNotWrite() throws Exception {
        var read = server.send(server.request(DATASETS).header("Accept", JSON).header("X-Test", "1"));
        assertThat(read.statusCode()).isEqualTo(200);
        var origin = crossOrigin("GET");
        assertThat(origin).startsWith("HTTP/1.1 200").containsIgnoringCase("access-control-allow-origin: *");
        assertThat(crossOrigin("POST")).startsWith("HTTP/1.1 403");
    }

    /// The client of the JDK may not send an `Origin`.
    private static String crossOrigin(String method) throws IOException {
        try (var socket = new Socket("localhost", server.port())) {
            socket.getOutputStream()
                    .write(("OPTIONS " + DATASETS + " HTTP/1.1\r\nHost: localhost\r\nOrigin: https://app.example\r\n"
                                    + "Access-Control-Request-Method: " + method + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HttpResponse<String> register(String title) throws IOException, InterruptedException {
        return server.send("POST", DATASETS, editor, JSON, AirQuality.json(title));
    }

    private static HttpResponse<String> send(String method, String path, String token)
            throws IOException, InterruptedException {
        return server.send(method, path, token, BodyPublishers.noBody());
    }

    private static HttpResponse<String> put(String path, String body, String ifMatch)
            throws IOException, InterruptedException {
        return server.send(server.request(path)
                .header("Authorization", "Bearer " + editor)
                .header("Content-Type", JSON)
                .header("If-Match", ifMatch)
                .PUT(BodyPublishers.ofString(body)));
    }

    private static JsonNode check(JsonNode received, String metric) {
        return received.get("checks")
                .valueStream()
                .filter(each -> each.get("metric").asString().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static String withId(String document, String id) {
        return document.replaceFirst("\\{", "{\"id\": \"" + id + "\",");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
