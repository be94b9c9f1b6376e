package tw.touchstone.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.touchstone.server.AirQuality;
import tw.touchstone.server.RunningServer;

/// What strangers and slips of the hand send: always a clear refusal, never a fault of ours.
class BadInputIT {

    private static final String DATASETS = "/api/v1/datasets";
    private static final String JSON = "application/json";

    @TempDir
    private static Path home;

    private static RunningServer server;
    private static String editor;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.on(home, "--touchstone.upload-limit=1KB");
        editor = server.editor(AirQuality.AGENCY);
        var registered = server.send(
                "POST", DATASETS, editor, JSON, AirQuality.json("已登錄").replaceFirst("\\{", "{\"id\": \"here\","));
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/datasets?query=x,                400, query",
        "/api/v1/datasets?q=a&q=b,                400, q",
        "/api/v1/datasets?size=0,                 400, size",
        "/api/v1/datasets?size=1001,              400, size",
        "/api/v1/datasets?size=-1,                400, size",
        "/api/v1/datasets?size=ten,               400, size",
        "/api/v1/datasets?size=99999999999999999999, 400, size",
        "/api/v1/datasets?size=,                  400, size",
        "/api/v1/datasets?sort=best,              400, sort",
        "/api/v1/datasets?from=yesterday,         400, from",
        "/api/v1/datasets?to=2026-02-30,          400, to",
        "/api/v1/datasets?from=2026-02-02&to=2026-02-01, 400, to",
        "/api/v1/datasets?label=golden,           400, label",
        "/api/v1/datasets?grade=z,                400, grade",
        "/api/v1/datasets?theme=nothing,          400, theme",
        "/api/v1/datasets?format=exe,             400, format",
        "/api/v1/datasets?agency=NOT%20A%20SLUG,  400, agency",
        "/api/v1/datasets?after=bm9uc2Vuc2U,      400, after",
        "/api/v1/datasets?after=%00,              400, after",
        "/api/v1/datasets?facets=colour,          400, facets",
        "/api/v1/datasets?language=tlh,           400, language",
        "/api/v1/datasets?a%00b=1,                400, ''",
        "/api/v1/datasets/absent,                 404, ''",
        "/api/v1/datasets/%20,                    404, ''",
        "/api/v1/datasets/here/scorecard?policy=mine, 400, policy",
        "/api/v1/datasets/here/scorecard?asOf=soon,   400, asOf",
        "/api/v1/datasets/here/scorecard?asOf=2026-13-01, 400, asOf",
        "/api/v1/datasets/here/scorecard?asof=2026-01-01, 400, asof",
        "/api/v1/changes?since=-1,                400, since",
        "/api/v1/changes?limit=5000,              400, limit",
        "/api/v1/agencies?page=2,                 400, page",
        "/api/v1/nothing,                         404, ''",
        "/datasets/absent.ttl,                    404, ''",
        "/datasets/absent/scorecard.json,         404, ''",
        "/distributions/absent-1/download,        404, ''",
        "/distributions/here-2/download,          404, ''",
        "/distributions/here-1/download,          404, ''",
        "/distributions/nonsense/download,        404, ''",
    })
    void anUnusableRequestIsRefusedNamingTheField(String path, int status, String field) throws Exception {
        var refused = server.get(path.strip());
        assertProblem(refused, status);
        assertThat(json(refused).path("field").asString("")).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%zz", "%C0%AF", "%FF", "%ED%A0%80", "%00", "%F0%9F%98%80", "\"", "((((", "*:*", "a%0Ab"})
    void anyTextOrNothingIsSearchedFor(String text) throws IOException {
        var answer = raw("GET /api/v1/datasets?q=" + text + " HTTP/1.1", "Accept: application/json");
        assertThat(answer).startsWith("HTTP/1.1 ");
        assertThat(Integer.parseInt(answer.substring(9, 12))).as(answer).isIn(200, 400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''                                   | 400 | ''",
        "{                                    | 400 | ''",
        "{\"title\": }                        | 400 | ''",
        "[]                                   | 400 | ''",
        "null                                 | 400 | ''",
        "{} {}                                | 400 | ''",
        "{\"title\": 5}                       | 422 | title",
        "{\"title\": {\"zh-Hant-TW\": \"標題\"}, \"colour\": \"red\"} | 422 | colour",
        "{\"title\": {\"zh-Hant-TW\": \"標題\"}, \"\\ud800\": 1}      | 422 | ?",
        "{\"title\": {\"zh-Hant-TW\": \"標題\"}, \"publisher\": \"nobody\"} | 422 | publisher",
        "{\"title\": {\"zh-Hant-TW\": \"標題\"}, \"publisher\": \"moenv\", \"themes\": [\"x\"]} | 422 | themes[0]",
        "{\"title\": {\"zh-Hant-TW\": \"標題\"}, \"landingPage\": \"http://a b\"} | 422 | landingPage",
        "{\"title\": {\"zh-Hant-TW\": \"標題\"}, \"landingPage\": \"http://a/%zz\"} | 422 | landingPage",
        "{\"title\": {\"zh-Hant-TW\": \"標題\"}, \"id\": \"../x\"} | 422 | id",
        "{\"title\": {\"zh-Hant-TW\": \"標題\"}, \"id\": \"12345\"} | 422 | id",
        "{\"title\": {\"zh-Hant-TW\": \"標題\"}, \"publisher\": \"moenv\"} | 422 | description",
    })
    void aBadJsonDocumentIsRefusedWithItsPlace(String document, int status, String field) throws Exception {
        var refused = server.send("POST", DATASETS, editor, JSON, document);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertProblem(refused, status);
        if (status == 400) {
            assertThat(json(refused).get("line").asInt()).isEqualTo(1);
        } else {
            assertThat(json(refused).get("errors").valueStream().map(each -> each.get("field").asString()))
                    .contains(field);
            assertThat(json(refused).get("errors").get(0).get("message").get("zh-Hant-TW").asString()).isNotBlank();
        }
    }

    @Test
    void allErrorsAreToldAtOnceWithTheirLines() throws Exception {
        var refused = server.send("POST", DATASETS, editor, JSON, """
                {
                  "title": {"zh-Hant-TW": "標題"},
                  "frequency": "sometimes",
                  "distributions": [{"licence": "none", "format": "exe"}]
                }
                """);
        assertThat(json(refused).get("errors").valueStream().map(each ->
                        each.get("field").asString() + " " + each.get("line").asInt()))
                .containsExactlyInAnyOrder("frequency 3", "distributions[0].licence 4", "distributions[0].format 4");
    }

    @Test
    void deepNestingCostsNothing() throws Exception {
        var refused = server.send("POST", DATASETS, editor, JSON, "[".repeat(1_000_000));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertProblem(refused, 400);
    }

    @Test
    void aDocumentThatIsTooLargeIsRefusedAsSuch() throws Exception {
        assertProblem(server.send("POST", DATASETS, editor, JSON, " ".repeat(6_000_000)), 413);
        assertProblem(server.send("POST", DATASETS, editor, "text/turtle", " ".repeat(6_000_000)), 413);
    }

    @Test
    void textThatIsNoUtf8IsRefused() throws Exception {
        var refused = server.send(server.request(DATASETS)
                .header("Authorization", "Bearer " + editor)
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofByteArray(AirQuality.json("測站").getBytes(Charset.forName("x-windows-950")))));
        assertProblem(refused, 400);
        assertThat(json(refused).get("detail").asString()).contains("UTF-8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "text/turtle           | <http://a> <http://b      | 400",
        "text/turtle           | <http://a b> a <http://c> . | 400",
        "text/turtle           | ''                        | 422",
        "application/ld+json   | {\"@context\": \"https://example.org/c\"} | 400",
        "application/ld+json   | {                         | 400",
        "application/rdf+xml   | <a>                       | 400",
        "application/rdf+xml   | <!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x> | 400",
        "text/csv              | a,b                       | 415",
        "text/html             | <p>                       | 415",
        "application/x-www-form-urlencoded | a=b           | 415",
    })
    void badRdfIsRefused(String type, String document, int status) throws Exception {
        var refused = server.send("POST", DATASETS, editor, type, document);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertProblem(refused, status);
    }

    @Test
    void turtleIsRefusedWithLineAndColumn() throws Exception {
        var refused = json(server.send("POST", DATASETS, editor, "text/turtle", "<http://a> a <http://b> .\n  oops"));
        assertThat(refused.get("line").asInt()).isEqualTo(2);
        assertThat(refused.get("column").asInt()).isPositive();
    }

    @Test
    void aFileIsRefusedWhenEmptyTooLargeOrNowhereToPut() throws Exception {
        var content = DATASETS + "/here/distributions/1/content";
        assertProblem(server.send("PUT", content, editor, BodyPublishers.noBody()), 400);
        assertProblem(server.send("PUT", content, editor, BodyPublishers.ofByteArray(new byte[1025])), 413);
        assertProblem(
                server.send(server.request(content)
                        .header("Authorization", "Bearer " + editor)
                        .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[5000])))),
                413);
        assertProblem(
                server.send("PUT", DATASETS + "/here/distributions/9/content", editor, BodyPublishers.ofString("x")),
                404);
        assertProblem(
                server.send("PUT", DATASETS + "/here/distributions/one/content", editor, BodyPublishers.ofString("x")),
                404);
        assertProblem(
                server.send("PUT", DATASETS + "/away/distributions/1/content", editor, BodyPublishers.ofString("x")),
                404);
        assertThat(json(server.get(DATASETS + "/here")).get("distributions").get(0).has("checksum")).isFalse();
    }

    @Test
    void anUploadThatLooksLikeAFormIsTakenAsAFile() throws Exception {
        var received = server.send(
                "PUT",
                DATASETS + "/here/distributions/1/content",
                editor,
                "application/x-www-form-urlencoded",
                "a=b&c=d");
        assertThat(json(received).get("size").asLong()).isEqualTo(7);
    }

    @Test
    void whoIsNobodyOrSomebodyElseIsToldSo() throws Exception {
        var nobody = server.send(server.request(DATASETS)
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofString(AirQuality.json("無名"))));
        assertProblem(nobody, 401);
        var stranger = server.editor("mof");
        assertProblem(server.send("POST", DATASETS, stranger, JSON, AirQuality.json("他人")), 403, "publisher");
        assertProblem(
                server.send("PUT", DATASETS + "/here/distributions/1/content", stranger, BodyPublishers.ofString("x")),
                403,
                "publisher");
        assertThat(server.send("GET", "/operations/status", stranger, BodyPublishers.noBody()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aMethodOrTypeThatIsNotOfferedIsRefused() throws Exception {
        assertProblem(server.send("PATCH", DATASETS + "/here", editor, JSON, "{}"), 405);
        assertThat(server.get(DATASETS, "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(server.get(DATASETS, "Accept", "nonsense").statusCode()).isEqualTo(406);
        assertThat(server.get("/datasets/here", "Accept", "nonsense;;q=x").statusCode()).isIn(404, 406);
    }

    private static void assertProblem(HttpResponse<String> refused, int status, String field) {
        assertProblem(refused, status);
        assertThat(json(refused).get("field").asString()).isEqualTo(field);
    }

    private static void assertProblem(HttpResponse<String> refused, int status) {
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(refused.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        var problem = json(refused);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
    }

    private static String raw(String... lines) throws IOException {
        try (var socket = new Socket("localhost", server.port())) {
            var request = String.join("\r\n", lines) + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
