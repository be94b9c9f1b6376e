package tw.touchstone.server.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.touchstone.model.Sha256;
import tw.touchstone.server.AirQuality;
import tw.touchstone.server.RunningServer;

/// What everybody may ask by the Model Context Protocol.
class McpIT {

    @TempDir
    private static Path home;

    private static RunningServer server;
    private static Client client;
    private static String dataset;
    private static String withdrawn;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.on(home, "--touchstone.mcp.origins=http://localhost:6274");
        var editor = server.editor(AirQuality.AGENCY);
        dataset = registered(editor, "空氣品質");
        withdrawn = registered(editor, "已撤回的空氣品質");
        var upload = server.send(
                "PUT",
                "/api/v1/datasets/" + dataset + "/distributions/1/content",
                editor,
                BodyPublishers.ofByteArray(AirQuality.big5()));
        assertThat(upload.statusCode()).as(upload.body()).isBetween(200, 204);
        var gone = server.send(server.request("/api/v1/datasets/" + withdrawn + "?reason=test")
                .header("Authorization", "Bearer " + editor)
                .DELETE());
        assertThat(gone.statusCode()).isEqualTo(204);
        long end = System.nanoTime() + 60_000_000_000L;
        while (server.get("/distributions/" + dataset + "-1/rows").statusCode() == 503 && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
        }
        client = Client.of(server);
    }

    private static String registered(String editor, String title) throws Exception {
        var answer = server.send("POST", "/api/v1/datasets", editor, "application/json", AirQuality.json(title));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).get("id").asString();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static String digest() {
        return Sha256.of(AirQuality.big5()).hex();
    }

    @Test
    void aClientLearnsWhatItTalksToAndThatThereAreTools() {
        var greeting = client.greeting();
        assertThat(greeting.serverInfo().name()).isEqualTo("touchstone");
        assertThat(greeting.capabilities().tools()).isNotNull();
        assertThat(greeting.capabilities().resources()).isNull();
        assertThat(greeting.instructions()).contains("search_datasets").contains("SHA-256");
    }

    @Test
    void everyToolSaysWhatItTakesAndGives() {
        var tools = client.tools();
        assertThat(tools.stream().map(each -> each.name()))
                .contains(
                        "search_datasets", "get_dataset", "get_scorecard", "profile_columns", "query_rows", "cite",
                        "list_agencies", "list_themes");
        assertThat(tools).allSatisfy(tool -> {
            assertThat(tool.description()).hasSizeGreaterThan(60);
            assertThat(tool.inputSchema()).containsEntry("type", "object").containsEntry("additionalProperties", false);
            assertThat(tool.outputSchema()).containsEntry("type", "object").containsKey("required");
            assertThat(tool.annotations().readOnlyHint()).isNotNull();
        });
    }

    @Test
    void datasetsAreFoundWithLicenceCitationAndDigest() {
        var found = client.answer("search_datasets", Map.of("q", "空氣品質", "agency", List.of("moenv"), "format", "csv", "size", 5));

        assertThat(found.path("total").asInt()).isEqualTo(1);
        var item = found.path("items").get(0);
        assertThat(item.path("id").asString()).isEqualTo(dataset);
        assertThat(item.path("title").path("zh-Hant-TW").asString()).isEqualTo("空氣品質");
        var source = item.path("source");
        assertThat(source.path("iri").asString()).isEqualTo(RunningServer.BASE + "datasets/" + dataset);
        assertThat(source.path("publisher").path("id").asString()).isEqualTo("moenv");
        assertThat(source.path("licences").get(0).path("id").asString()).isEqualTo("ogdl-1");
        assertThat(source.path("citation").path("en").asString())
                .contains("Air quality [Data set]")
                .contains(RunningServer.BASE + "datasets/" + dataset);
        assertThat(source.path("snapshots").get(0))
                .hasToString("{\"distribution\":\"%s-1\",\"sha256\":\"%s\",\"kept\":true}".formatted(dataset, digest()));
        assertThat(client.answer("search_datasets", Map.of("q", "撤回")).path("total").asInt()).isZero();
    }

    @Test
    void aListOfResultsLeadsToItsEnd() throws Exception {
        var more = server.editor("moda");
        for (int i = 0; i < 3; i++) {
            var json = AirQuality.json("第 " + i + " 份").replace("\"moenv\"", "\"moda\"");
            assertThat(server.send("POST", "/api/v1/datasets", more, "application/json", json).statusCode()).isEqualTo(201);
        }
        var ids = new ArrayList<String>();
        var arguments = new java.util.HashMap<String, Object>(Map.of("agency", "moda", "size", 2, "sort", "title"));
        while (true) {
            var page = client.answer("search_datasets", arguments);
            page.path("items").forEach(each -> ids.add(each.path("id").asString()));
            if (!page.has("next")) {
                break;
            }
            arguments.put("after", page.path("next").asString());
        }
        assertThat(ids).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void aDatasetIsShownAsItCanBeSentBack() {
        var shown = client.answer("get_dataset", Map.of("id", dataset));

        assertThat(shown.path("document").path("title").path("en").asString()).isEqualTo("Air quality");
        assertThat(shown.path("number").asLong()).isPositive();
        assertThat(shown.path("label").asString()).isNotEmpty();
        var form = shown.path("distributions").get(0);
        assertThat(form.path("id").asString()).isEqualTo(dataset + "-1");
        assertThat(form.path("rows").asBoolean()).isTrue();
        assertThat(form.path("snapshot").path("sha256").asString()).isEqualTo(digest());
        assertThat(form.path("licence").path("iri").asString()).isNotEmpty();
    }

    @Test
    void aScorecardSaysWhatToMend() throws Exception {
        var judged = client.answer("get_scorecard", Map.of("id", dataset));
        var whole = json(server.get("/datasets/" + dataset + "/scorecard.json?policy=label-114"));

        assertThat(judged.path("policy").asString()).isEqualTo("label-114");
        assertThat(judged.path("award").asString()).isEqualTo(judged.path("standing").path("award").asString());
        assertThat(judged.path("award").asString()).isEqualTo(whole.path("label").asString());
        assertThat(judged.path("source").path("licences")).isNotEmpty();
        var graded = client.answer("get_scorecard", Map.of("id", dataset, "policy", "ai-ready-1"));
        assertThat(graded.path("findings")).isNotEmpty();
        graded.path("findings").forEach(each -> assertThat(each.path("check").path("metric").asString()).isNotEmpty());
        assertThat(client.refusal("get_scorecard", Map.of("id", dataset, "policy", "none")).path("field").asString())
                .isEqualTo("policy");
        assertThat(client.refusal("get_scorecard", Map.of("id", dataset, "asOf", "yesterday")).path("field").asString())
                .isEqualTo("asOf");
        assertThat(client.refusal("get_scorecard", Map.of("id", dataset, "asOf", "2001-01-01")).path("status").asInt())
                .isEqualTo(404);
    }

    @Test
    void columnsAreProfiled() {
        var profiled = client.answer("profile_columns", Map.of("id", dataset + "-1", "table", 1));

        assertThat(profiled.path("profile").path("encoding").asString()).isEqualToIgnoringCase("big5");
        var columns = profiled.path("profile").path("tables").get(0).path("columns");
        assertThat(columns.valueStream().map(each -> each.path("name").asString() + " " + each.path("type").asString()))
                .containsExactly("測站 text", "縣市 text", "空氣品質指標 integer");
        assertThat(profiled.path("source").path("snapshots").get(0).path("sha256").asString()).isEqualTo(digest());
        assertThat(client.refusal("profile_columns", Map.of("id", dataset + "-1", "table", 2)).path("field").asString())
                .isEqualTo("table");
    }

    @Test
    void rowsAreAskedAndSummedUp() {
        var rows = client.answer(
                "query_rows",
                Map.of("id", dataset + "-1", "select", List.of("測站", "空氣品質指標"), "sort", "空氣品質指標", "limit", 1));
        assertThat(rows.path("rows")).hasToString("[{\"測站\":\"埔里\",\"空氣品質指標\":41}]");
        assertThat(rows.path("total").asInt()).isEqualTo(2);
        assertThat(rows.path("next").asInt()).isEqualTo(1);
        assertThat(rows.path("columns"))
                .hasToString("[{\"name\":\"測站\",\"type\":\"text\"},{\"name\":\"空氣品質指標\",\"type\":\"integer\"}]");
        assertThat(rows.path("source").path("snapshots").get(0).path("sha256").asString()).isEqualTo(digest());

        var sum = client.answer(
                "query_rows",
                Map.of(
                        "id", dataset + "-1", "group", List.of("縣市"), "aggregate", List.of("count", "avg:空氣品質指標"),
                        "filter", List.of("縣市:eq:高雄市"), "total", false));
        assertThat(sum.path("rows")).hasToString("[{\"縣市\":\"高雄市\",\"count\":1,\"avg(空氣品質指標)\":58}]");
        assertThat(sum.has("total")).isFalse();
    }

    @Test
    void aQuestionToRowsThatCannotBeUnderstoodNamesItsArgument() {
        var cases = Map.<String, Object>of(
                "select", List.of("nothing"), "filter", List.of("測站=前鎮"), "sort", "nothing", "aggregate", "median:測站", "group",
                "nothing", "limit", 5_000, "offset", -1, "total", "perhaps", "table", 9);
        cases.forEach((argument, value) -> {
            var problem = client.refusal("query_rows", Map.of("id", dataset + "-1", argument, value));
            assertThat(problem.path("field").asString()).isEqualTo(argument);
            assertThat(problem.path("status").asInt()).isEqualTo(400);
        });
    }

    @Test
    void aDatasetAndAFileAreCited() {
        var whole = client.answer("cite", Map.of("id", dataset, "language", "en"));
        assertThat(whole.path("bibtex").asString()).startsWith("@misc{" + dataset).contains("title = {{Air quality}}");
        assertThat(whole.path("csl").path("type").asString()).isEqualTo("dataset");
        assertThat(whole.path("csl").path("accessed").path("date-parts").get(0)).hasSize(3);

        var file = client.answer("cite", Map.of("id", dataset + "-1"));
        assertThat(file.path("text").path("zh-Hant-TW").asString()).contains("空氣品質〔資料集〕").contains(digest());
        assertThat(file.path("bibtex").asString()).contains("note = {SHA-256 " + digest());
        assertThat(file.path("source").path("licences")).hasSize(1);
    }

    @Test
    void agenciesAndThemesAreListed() {
        var agencies = client.answer("list_agencies", Map.of("q", "moenv"));
        assertThat(agencies.path("agencies").get(0).path("id").asString()).isEqualTo("moenv");
        assertThat(agencies.path("agencies").get(0).path("datasets").asInt()).isEqualTo(1);
        assertThat(client.answer("list_agencies", Map.of("size", 3)).path("agencies")).hasSize(3);

        var themes = client.answer("list_themes", Map.of());
        var ids = new HashSet<String>();
        themes.path("highValue").forEach(each -> ids.add(each.path("id").asString()));
        assertThat(ids).contains("atmosphere");
        assertThat(themes.path("services")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"search_datasets", "get_dataset", "get_scorecard", "profile_columns", "query_rows", "cite", "list_agencies", "list_themes"})
    void anArgumentThatNobodyKnowsIsRefused(String tool) {
        var problem = client.refusal(tool, Map.of("agnecy", "moenv"));
        assertThat(problem.path("field").asString()).isEqualTo("agnecy");
        assertThat(problem.path("detail").asString()).startsWith("there is no argument agnecy");
    }

    @Test
    void argumentsThatAreWrongAreNamedAndSaid() {
        assertThat(client.refusal("get_dataset", Map.of()).path("field").asString()).isEqualTo("id");
        assertThat(client.refusal("get_dataset", Map.of("id", 5)).path("detail").asString()).isEqualTo("id is a text");
        assertThat(client.refusal("search_datasets", Map.of("size", 51)).path("detail").asString())
                .isEqualTo("size is a whole number from 1 to 50");
        assertThat(client.refusal("search_datasets", Map.of("size", 1.5)).path("field").asString()).isEqualTo("size");
        assertThat(client.refusal("search_datasets", Map.of("sort", "best")).path("field").asString()).isEqualTo("sort");
        assertThat(client.refusal("search_datasets", Map.of("theme", "none")).path("field").asString()).isEqualTo("theme");
        assertThat(client.refusal("search_datasets", Map.of("from", "soon")).path("field").asString()).isEqualTo("from");
        assertThat(client.refusal("search_datasets", Map.of("after", "junk")).path("field").asString()).isEqualTo("after");
        assertThat(client.refusal("search_datasets", Map.of("q", "x".repeat(9_000))).path("field").asString()).isEqualTo("q");
        assertThat(client.refusal("search_datasets", Map.of("agency", List.of(1))).path("field").asString()).isEqualTo("agency");
    }

    @Test
    void whatIsNotThereOrWithdrawnIsSaid() {
        for (var tool : List.of("get_dataset", "get_scorecard", "cite")) {
            assertThat(client.refusal(tool, Map.of("id", "nothing-here")).path("status").asInt()).as(tool).isEqualTo(404);
            var gone = client.refusal(tool, Map.of("id", withdrawn));
            assertThat(gone.path("status").asInt()).as(tool).isEqualTo(410);
            assertThat(gone.path("reason").asString()).isEqualTo("test");
        }
        for (var tool : List.of("profile_columns", "query_rows", "cite")) {
            assertThat(client.refusal(tool, Map.of("id", dataset + "-7")).path("status").asInt()).as(tool).isEqualTo(404);
            assertThat(client.refusal(tool, Map.of("id", withdrawn + "-1")).path("status").asInt()).as(tool).isEqualTo(410);
        }
    }

    @Test
    void nobodyNeedsASession() throws Exception {
        var answer = post("""
                {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "cite", "arguments": {"id": "%s"}}}"""
                .formatted(dataset));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.headers().firstValue("Mcp-Session-Id")).isEmpty();
        assertThat(answer.headers().firstValue("RateLimit")).isPresent();
        assertThat(json(answer).at("/result/structuredContent/source/dataset").asString()).isEqualTo(dataset);
        for (var method : List.of("GET", "DELETE")) {
            var refused = server.send(server.request("/mcp").header("Accept", "text/event-stream").method(method, BodyPublishers.noBody()));
            assertThat(refused.statusCode()).as(method).isEqualTo(405);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "{", "[]", "null", "7", "\"x\"", "{}", "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]",
        "{\"jsonrpc\":\"2.0\",\"id\":1}", "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":{\"a\":1},\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":5}", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"no/such\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":[]}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":\"x\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"arguments\":{}}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"no_such_tool\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":7}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"cite\",\"arguments\":[1]}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":7}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/no-such\",\"params\":3}",
        "{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":{}}"})
    void whatIsNoMessageIsRefusedAndSaid(String body) throws Exception {
        var answer = post(body);
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        assertThat(answer.body()).doesNotContain("stackTrace", "tw.touchstone", "io.modelcontextprotocol", "tools.jackson");
        // A number in place of a version is answered with the version that is spoken here, as the protocol has it.
        if (!body.contains("notifications/") && !body.contains("\"ping\"") && !body.contains("\"protocolVersion\":7")) {
            assertThat(json(answer).path("error").path("message").asString() + json(answer).path("result").path("isError").asString(""))
                    .as(answer.body())
                    .isNotEmpty();
        }
    }

    @Test
    void whatIsTooLargeOrTooDeepIsRefused() throws Exception {
        assertThat(post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"x\":\"" + "x".repeat(1_100_000) + "\"}}").statusCode())
                .isEqualTo(413);
        var deep = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
        assertThat(post(deep).statusCode()).isBetween(400, 499);
        var chunked = server.send(server.request("/mcp")
                .headers("Content-Type", "application/json", "Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[1_200_000]))));
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(post("{}", "Content-Type", "text/plain").statusCode()).isEqualTo(415);
        assertThat(post("{}", "MCP-Protocol-Version", "1999-01-01").statusCode()).isBetween(400, 499);
    }

    @Test
    void aPageOfAStrangerMayNotAskFromAReadersBrowser() throws Exception {
        var ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
        for (var stranger : List.of("https://evil.example", "http://localhost:" + server.port(), "null", "junk")) {
            assertThat(post(ping, "Origin", stranger).statusCode()).as(stranger).isEqualTo(403);
        }
        assertThat(post(ping, "Origin", "https://data.example.tw").statusCode()).isEqualTo(200);
        var inspector = post(ping, "Origin", "http://localhost:6274");
        assertThat(inspector.statusCode()).isEqualTo(200);
        assertThat(inspector.headers().firstValue("Access-Control-Allow-Origin")).contains("http://localhost:6274");
    }

    @Test
    void aTokenThatNobodyKnowsIsRefusedAtOnce() throws Exception {
        var answer = post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}", "Authorization", "Bearer tst_nobody");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).contains("invalid_token");
        assertThat(json(answer).path("field").asString()).isEqualTo("Authorization");
    }

    private static HttpResponse<String> post(String body, String... headers) throws IOException, InterruptedException {
        var request = server.request("/mcp");
        request.setHeader("Content-Type", "application/json");
        request.setHeader("Accept", "application/json, text/event-stream");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return server.send(request.POST(BodyPublishers.ofString(body)));
    }
}
