package tw.touchstone.server.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tw.touchstone.inspection.Inspection;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.model.fact.Content;
import tw.touchstone.server.AirQuality;
import tw.touchstone.server.RunningServer;

/// Rows of kept files over HTTP, whatever the files are.
class RowsIT {

    /// A title above the header, a sum below, dates of both calendars, codes with leading zeros, gaps and negative numbers.
    private static final String STATIONS = """
            空氣品質測站一覽,,,,,,
            代碼,測站,縣市,設站日期,換站日期,指標,變化
            001,前鎮,高雄市,1993-07-01,112/03/05,58,-3.5
            002,埔里,南投縣,1999-12-31,112/04/06,41,2
            003,左營,高雄市,1993-07-02,112/05/07,-,0.25
            010,楠梓,高雄市,2001-01-15,112/06/08,"1,060",12
            011,=危險(),南投縣,2005-05-05,112/07/09,77,-1
            合計,,,,,"1,236",
            """;

    private static final Charset BIG5 = Charset.forName("x-windows-950");

    @TempDir
    private static Path home;

    private static RunningServer server;
    private static String editor;
    private static String stations;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.on(home);
        editor = server.editor(AirQuality.AGENCY);
        stations = uploaded("測站一覽", STATIONS.getBytes(BIG5));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aBig5TableComesAsTypedRowsWithoutItsTitleAndItsSum() throws Exception {
        var answer = rows(stations, "");

        assertThat(answer.path("distribution").asString()).isEqualTo(stations);
        assertThat(answer.path("total").asInt()).isEqualTo(5);
        assertThat(answer.path("complete").asBoolean()).isTrue();
        assertThat(answer.path("columns").values().stream()
                        .map(each -> each.path("name").asString() + " " + each.path("type").asString() + " " + each.path("seen").asString()))
                .containsExactly(
                        "代碼 text text", "測站 text text", "縣市 text text", "設站日期 date date", "換站日期 text date", "指標 integer integer",
                        "變化 number decimal");
        assertThat(answer.path("rows").get(0))
                .hasToString("{\"代碼\":\"001\",\"測站\":\"前鎮\",\"縣市\":\"高雄市\",\"設站日期\":\"1993-07-01\","
                        + "\"換站日期\":\"112/03/05\",\"指標\":58,\"變化\":-3.5}");
        assertThat(answer.path("rows").get(2).path("指標").isNull()).as("a hyphen beside numbers is no value").isTrue();
        assertThat(answer.path("rows").get(3).path("指標").asInt()).isEqualTo(1060);
        assertThat(answer.path("next").isMissingNode()).isTrue();
    }

    @Test
    void columnsAreSelectedRowsFilteredAndSorted() throws Exception {
        assertThat(texts(rows(stations, "?select=測站,指標&filter=縣市:eq:高雄市&sort=指標:desc"), "測站"))
                .containsExactly("楠梓", "前鎮", "左營");
        assertThat(texts(rows(stations, "?filter=指標:ge:58&filter=指標:lt:1000"), "代碼")).containsExactly("001", "011");
        assertThat(texts(rows(stations, "?filter=變化:le:0&sort=變化"), "代碼")).containsExactly("001", "011");
        assertThat(texts(rows(stations, "?filter=指標:gt:77"), "代碼")).containsExactly("010");
        assertThat(texts(rows(stations, "?filter=測站:contains:營"), "代碼")).containsExactly("003");
        assertThat(texts(rows(stations, "?filter=代碼:in:001,011,900"), "代碼")).containsExactly("001", "011");
        assertThat(texts(rows(stations, "?filter=指標:null"), "代碼")).containsExactly("003");
        assertThat(texts(rows(stations, "?filter=指標:null:false&filter=縣市:ne:南投縣"), "代碼")).containsExactly("001", "010");
        assertThat(texts(rows(stations, "?filter=設站日期:ge:2000-01-01"), "代碼")).containsExactly("010", "011");
        assertThat(rows(stations, "?filter=縣市:eq:高雄市&limit=1").path("total").asInt()).isEqualTo(3);
    }

    @Test
    void pagesLeadFromTheFirstRowToTheLast() throws Exception {
        var codes = new ArrayList<String>();
        var path = "/distributions/" + stations + "/rows?limit=2&sort=" + encoded("縣市") + ":desc";
        int pages = 0;
        while (!path.isEmpty()) {
            var answer = server.get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            codes.addAll(texts(json(answer), "代碼"));
            var next = json(answer).path("next").asString("");
            assertThat(answer.headers().firstValue("Link").orElse(""))
                    .isEqualTo(next.isEmpty() ? "" : "<" + next + ">; rel=\"next\"");
            path = next.isEmpty() ? "" : "/" + next.substring(RunningServer.BASE.length());
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(codes).as("equal rows stay in the order of the file").containsExactly("001", "003", "010", "002", "011");
        assertThat(rows(stations, "?offset=5").path("rows")).isEmpty();
        assertThat(rows(stations, "?limit=0").path("total").asInt()).isEqualTo(5);
    }

    @Test
    void groupsAreCountedAndSummedUp() throws Exception {
        var answer = rows(
                stations,
                "?group=縣市&aggregate=count&aggregate=sum:指標&aggregate=avg:變化&aggregate=min:設站日期&aggregate=max:指標"
                        + "&aggregate=distinct:測站&aggregate=count:指標&sort=count:desc");
        assertThat(answer.path("total").asInt()).isEqualTo(2);
        assertThat(answer.path("rows").get(0))
                .hasToString("{\"縣市\":\"高雄市\",\"count\":3,\"sum(指標)\":1118,\"avg(變化)\":2.9166666666666665,"
                        + "\"min(設站日期)\":\"1993-07-01\",\"max(指標)\":1060,\"distinct(測站)\":3,\"count(指標)\":2}");
        assertThat(rows(stations, "?aggregate=count&filter=縣市:eq:南投縣").path("rows").get(0).path("count").asInt())
                .isEqualTo(2);
    }

    @Test
    void csvAndLinesOfJsonHaveTheSameRows() throws Exception {
        var csv = server.get("/distributions/" + stations + "/rows.csv");
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
        assertThat(csv.headers().firstValue("Touchstone-Total-Rows")).hasValue("5");
        assertThat(csv.body()).isEqualTo("""
                代碼,測站,縣市,設站日期,換站日期,指標,變化
                001,前鎮,高雄市,1993-07-01,112/03/05,58,-3.5
                002,埔里,南投縣,1999-12-31,112/04/06,41,2
                003,左營,高雄市,1993-07-02,112/05/07,,0.25
                010,楠梓,高雄市,2001-01-15,112/06/08,1060,12
                011,'=危險(),南投縣,2005-05-05,112/07/09,77,-1
                """.replace("\n", "\r\n"));
        var lines = server.get("/distributions/" + stations + "/rows?format=ndjson&select=" + encoded("代碼,變化"));
        assertThat(lines.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(lines.body()).isEqualTo("""
                {"代碼":"001","變化":-3.5}
                {"代碼":"002","變化":2}
                {"代碼":"003","變化":0.25}
                {"代碼":"010","變化":12}
                {"代碼":"011","變化":-1}
                """);
        var accepted = server.get("/distributions/" + stations + "/rows", "Accept", "text/csv");
        assertThat(accepted.body()).isEqualTo(csv.body());
    }

    @Test
    void theParquetIsReadByOthersWithItsTypes() throws Exception {
        var answer = server.bytes(server.request("/distributions/" + stations + "/rows.parquet"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/vnd.apache.parquet");
        var file = home.resolve("taken.parquet");
        Files.write(file, answer.body());
        // By our own inspector, which knows nothing of the engine that wrote it,
        var facts = ((Inspection.Inspected) new Inspector().inspect(file)).facts();
        var table = ((Content.Tables) facts.content()).tables().getFirst();
        assertThat(table.rows()).isEqualTo(5);
        assertThat(table.header()).containsExactly("代碼", "測站", "縣市", "設站日期", "換站日期", "指標", "變化");
        // and by any other program that reads Parquet.
        try (var engine = DriverManager.getConnection("jdbc:duckdb:");
                var statement = engine.createStatement();
                var result = statement.executeQuery(
                        "SELECT typeof(\"設站日期\"), typeof(\"指標\"), sum(\"指標\") OVER () FROM '" + file + "'")) {
            result.next();
            assertThat(List.of(result.getString(1), result.getString(2), result.getInt(3)))
                    .isEqualTo(List.of("DATE", "BIGINT", 1236));
        }
        var tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(server.get("/distributions/" + stations + "/rows.parquet", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void workbooksJsonXmlAndFilesInArchivesGiveTheSameRows() throws Exception {
        List<List<Object>> cells = List.of(
                List.of("代碼", "鄉鎮", "人口"), List.of("01", "甲鄉", 1200), List.of("02", "乙鎮", 350), List.of("03", "丙區", 9000));
        var csv = "代碼,鄉鎮,人口\n01,甲鄉,1200\n02,乙鎮,350\n03,丙區,9000\n".getBytes(StandardCharsets.UTF_8);
        var json = "{\"data\":[{\"代碼\":\"01\",\"鄉鎮\":\"甲鄉\",\"人口\":1200},{\"代碼\":\"02\",\"鄉鎮\":\"乙鎮\",\"人口\":350},"
                + "{\"代碼\":\"03\",\"鄉鎮\":\"丙區\",\"人口\":9000}]}";
        var xml = Stream.of("01,甲鄉,1200", "02,乙鎮,350", "03,丙區,9000")
                .map(line -> line.split(","))
                .map(line -> "<row><代碼>%s</代碼><鄉鎮>%s</鄉鎮><人口>%s</人口></row>".formatted(line[0], line[1], line[2]))
                .reduce("", String::concat);
        var sheets = new LinkedHashMap<String, List<List<Object>>>();
        sheets.put("鄉鎮", cells);
        sheets.put("說明", List.of(List.of("欄", "意義"), List.of("a", "甲"), List.of("b", "乙"), List.of("c", "丙")));
        var members = new LinkedHashMap<String, byte[]>();
        members.put("read.txt", "說明文字\n第二行，沒有結構。\n".getBytes(StandardCharsets.UTF_8));
        members.put("data/towns.csv", csv);
        members.put("data/again.json", json.getBytes(StandardCharsets.UTF_8));

        var files = new LinkedHashMap<String, byte[]>();
        files.put("csv", csv);
        files.put("xlsx", Sheets.xlsx(sheets));
        files.put("ods", Sheets.ods("鄉鎮", cells));
        files.put("json", json.getBytes(StandardCharsets.UTF_8));
        files.put("xml", ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><rows>" + xml + "</rows>").getBytes(StandardCharsets.UTF_8));
        files.put("zip", Sheets.zip(members));
        for (var file : files.entrySet()) {
            var id = uploaded("鄉鎮人口 " + file.getKey(), file.getValue());
            var answer = rows(id, "?sort=人口:desc");
            assertThat(answer.path("rows"))
                    .as(file.getKey())
                    .hasToString("[{\"代碼\":\"03\",\"鄉鎮\":\"丙區\",\"人口\":9000},{\"代碼\":\"01\",\"鄉鎮\":\"甲鄉\",\"人口\":1200},"
                            + "{\"代碼\":\"02\",\"鄉鎮\":\"乙鎮\",\"人口\":350}]");
            if (file.getKey().equals("xlsx")) {
                assertThat(texts(rows(id, "?table=2"), "意義")).containsExactly("甲", "乙", "丙");
            }
            if (file.getKey().equals("zip")) {
                assertThat(texts(rows(id, "?table=2"), "鄉鎮")).containsExactly("甲鄉", "乙鎮", "丙區");
                assertThat(profile(id).path("tables").get(1).path("part").asString()).isEqualTo("data/again.json");
            }
        }
    }

    @Test
    void theProfileSaysWhatStandsInTheColumns() throws Exception {
        var profile = profile(stations);
        assertThat(profile.path("encoding").asString()).isEqualTo("Big5");
        var table = profile.path("tables").get(0);
        assertThat(table.path("rows").asInt()).isEqualTo(5);
        assertThat(table.path("withoutRows").isNull()).isTrue();
        var index = table.path("columns").get(5);
        assertThat(List.of(
                        index.path("name").asString(), index.path("type").asString(), index.path("filled").asInt(),
                        index.path("blank").asInt(), index.path("min").asString(), index.path("max").asString()))
                .isEqualTo(List.of("指標", "integer", 4, 1, "41", "1,060"));
        assertThat(index.path("sentinels").get(0).path("value").asString()).isEqualTo("-");
        assertThat(table.path("columns").get(4).path("firstDay").asString()).isEqualTo("2023-03-05");
    }

    @Test
    void whatCannotBeAskedIsRefusedWithItsParameter() throws Exception {
        refused("?colour=red", "colour");
        refused("?select=顏色", "select");
        refused("?select=測站,測站", "select");
        refused("?select=測站&aggregate=count", "select");
        refused("?filter=顏色:eq:1", "filter");
        refused("?filter=指標", "filter");
        refused("?filter=指標:eq", "filter");
        refused("?filter=指標:eq:高", "filter");
        refused("?filter=指標:like:5", "filter");
        refused("?filter=指標:not_null", "filter");
        refused("?filter=指標:contains:5", "filter");
        refused("?filter=設站日期:eq:112/03/05", "filter");
        refused("?filter=指標:in:1,x", "filter");
        refused("?filter=指標:null:maybe", "filter");
        refused("?sort=顏色", "sort");
        refused("?sort=指標:upwards", "sort");
        refused("?group=縣市&aggregate=count&sort=指標", "sort");
        refused("?aggregate=median:指標", "aggregate");
        refused("?aggregate=sum", "aggregate");
        refused("?aggregate=sum:測站", "aggregate");
        refused("?aggregate=count&aggregate=count", "aggregate");
        refused("?group=顏色", "group");
        refused("?limit=10001", "limit");
        refused("?limit=-1", "limit");
        refused("?offset=x", "offset");
        refused("?total=perhaps", "total");
        refused("?table=2", "table");
        refused("?format=xlsx", "format");
        refused("?format=parquet&select=測站", "select");
        assertThat(server.get("/distributions/" + stations + "/rows.csv?format=json").statusCode()).isEqualTo(400);
        assertThat(server.get("/distributions/" + stations + "/rows", "Accept", "image/png").statusCode()).isEqualTo(406);
    }

    @Test
    void namesAndValuesNeverBecomeSql() throws Exception {
        var id = uploaded("惡意欄名", "a\"b;drop table rows--,x,y'z\n甲,1,c\n乙,2,d\n丙,3,e\n".getBytes(StandardCharsets.UTF_8));
        assertThat(texts(rows(id, "?select=a\"b;drop table rows--&sort=x:desc"), "a\"b;drop table rows--"))
                .containsExactly("丙", "乙", "甲");
        assertThat(texts(rows(id, "?filter=y'z:eq:d"), "x")).containsExactly("2");
        assertThat(rows(id, "?filter=y'z:eq:' OR 1=1 --").path("total").asInt()).isZero();
        refused(id, "?sort=x) FROM read_csv('/etc/passwd') --", "sort");
    }

    @Test
    void aTableWithoutRowsSaysWhy() throws Exception {
        var waiting = registered("還沒有檔案");
        var elsewhere = registered("檔案在別處", "\"downloadUrl\": \"https://air.example.tw/a.csv\", ");
        problem(waiting + "-1", 404, "not-kept");
        problem(elsewhere + "-1", 404, "not-kept");
        problem(uploaded("一份文件", "%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)), 404, "no-table");
        // Numbers with right check digits, made up for this test.
        problem(
                uploaded("名冊", "姓名,身分證字號,金額\n甲,A123456789,10\n乙,B123456780,20\n丙,A123456789,30\n".getBytes(StandardCharsets.UTF_8)),
                409,
                "personal-data");
        assertThat(server.get("/distributions/none-1/rows").statusCode()).isEqualTo(404);
        assertThat(server.get("/distributions/" + waiting + "-1/profile").statusCode()).isEqualTo(404);
    }

    @Test
    void aMailAddressIsMaskedInRowsAndPreview() throws Exception {
        var id = uploaded("聯絡", "單位,信箱,人數\n甲,somebody@example.tw,1\n乙,other@example.tw,2\n丙,third@example.tw,3\n"
                .getBytes(StandardCharsets.UTF_8));
        assertThat(texts(rows(id, ""), "信箱")).containsExactly("***@example.tw", "***@example.tw", "***@example.tw");
        assertThat(server.get("/datasets/" + id.substring(0, id.lastIndexOf('-')), "Accept", "text/html").body())
                .contains("***@example.tw")
                .doesNotContain("somebody");
    }

    @Test
    void theSameQuestionNeedNotBeAnsweredTwice() throws Exception {
        var path = "/distributions/" + stations + "/rows?limit=2";
        var tag = server.get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("W/");
        assertThat(server.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(server.get(path + "&offset=2", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    private static JsonNode rows(String id, String query) throws IOException, InterruptedException {
        var answer = server.get("/distributions/" + id + "/rows" + query(query));
        assertThat(answer.statusCode()).as(query + " " + answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static JsonNode profile(String id) throws IOException, InterruptedException {
        var answer = server.get("/distributions/" + id + "/profile");
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }

    private static void refused(String query, String parameter) throws IOException, InterruptedException {
        refused(stations, query, parameter);
    }

    private static void refused(String id, String query, String parameter) throws IOException, InterruptedException {
        var answer = server.get("/distributions/" + id + "/rows" + query(query));
        assertThat(answer.statusCode()).as(query + " " + answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).path("field").asString()).as(query).isEqualTo(parameter);
    }

    private static void problem(String id, int status, String reason) throws IOException, InterruptedException {
        var answer = server.get("/distributions/" + id + "/rows");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("reason").asString()).isEqualTo(reason);
    }

    private static List<String> texts(JsonNode answer, String column) {
        return answer.path("rows").values().stream().map(row -> row.path(column).asString()).toList();
    }

    /// A query as it is written here, percent-encoded.
    private static String query(String query) {
        if (query.isEmpty()) {
            return "";
        }
        return Stream.of(query.substring(1).split("&"))
                .map(part -> part.split("=", 2))
                .map(part -> part[0] + "=" + encoded(part[1]))
                .reduce((a, b) -> a + "&" + b)
                .map(text -> "?" + text)
                .orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String registered(String title) throws Exception {
        return registered(title, "");
    }

    private static String registered(String title, String more) throws Exception {
        var document = AirQuality.json(title).replace("\"format\": \"csv\"", more + "\"format\": \"csv\"");
        var answer = server.send("POST", "/api/v1/datasets", editor, "application/json", document);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).path("id").asString();
    }

    /// The identifier of the distribution that has the file, once its rows are made.
    private static String uploaded(String title, byte[] file) throws Exception {
        var id = registered(title);
        var answer = server.send(
                "PUT", "/api/v1/datasets/" + id + "/distributions/1/content", editor, BodyPublishers.ofByteArray(file));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        HttpResponse<String> rows;
        long end = System.nanoTime() + 60_000_000_000L;
        do {
            LockSupport.parkNanos(50_000_000);
            rows = server.get("/distributions/" + id + "-1/rows");
        } while (rows.statusCode() == 503 && System.nanoTime() < end);
        assertThat(rows.statusCode()).as(rows.body()).isNotEqualTo(503);
        return id + "-1";
    }
}
