package tw.touchstone.server.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tw.touchstone.model.Sha256;
import tw.touchstone.server.AirQuality;
import tw.touchstone.server.RunningServer;

/// Descriptions of tables hold to their specifications, and to the bytes that they lead to.
class TabularIT {

    private static final byte[] FILE = """
            測站,縣市,空氣品質指標,設站日期,代碼
            前鎮,高雄市,58,1993-07-01,007
            埔里,南投縣,41,1999-12-31,012
            左營,高雄市,,1993-07-02,013
            """.getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path home;

    private static RunningServer server;
    private static String editor;
    private static String dataset;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.on(home);
        editor = server.editor(AirQuality.AGENCY);
        dataset = registered("測站一覽");
        upload(dataset, FILE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void croissantHasWhatItsSpecificationRequires() throws Exception {
        var answer = server.get("/datasets/" + dataset + "/croissant.json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/ld+json; profile=\"http://mlcommons.org/croissant/1.1\"");
        var document = json(answer);
        for (var property : List.of(
                "@context", "@type", "conformsTo", "description", "license", "name", "url", "creator", "datePublished")) {
            assertThat(document.has(property)).as(property).isTrue();
        }
        assertThat(document.path("@type").asString()).isEqualTo("sc:Dataset");
        assertThat(document.path("conformsTo").get(0).asString()).isEqualTo("http://mlcommons.org/croissant/1.1");
        assertThat(document.path("datePublished").asString()).matches("\\d{4}-\\d{2}-\\d{2}");

        Set<String> ids = new HashSet<>();
        for (var file : document.path("distribution").values()) {
            assertThat(ids.add(file.path("@id").asString())).isTrue();
            assertThat(file.path("@type").asString()).isEqualTo("cr:FileObject");
            assertThat(file.path("encodingFormat").asString()).contains("/");
            var bytes = server.bytes(server.request("/" + file.path("contentUrl").asString().substring(RunningServer.BASE.length())))
                    .body();
            assertThat(Sha256.of(bytes).hex()).as(file.toString()).isEqualTo(file.path("sha256").asString());
            assertThat(file.path("contentSize").asString()).isEqualTo(bytes.length + " B");
        }
        var set = document.path("recordSet").get(0);
        assertThat(ids.add(set.path("@id").asString())).isTrue();
        assertThat(set.path("field").values().stream()
                        .map(field -> field.path("name").asString() + " " + field.path("dataType").asString()))
                .containsExactly("測站 sc:Text", "縣市 sc:Text", "空氣品質指標 sc:Integer", "設站日期 sc:Date", "代碼 sc:Text");
        for (var field : set.path("field").values()) {
            assertThat(field.path("@id").asString())
                    .isEqualTo(set.path("@id").asString() + "/" + field.path("name").asString());
            assertThat(ids.add(field.path("@id").asString())).isTrue();
            assertThat(ids).contains(field.path("source").path("fileObject").path("@id").asString());
            assertThat(field.path("source").path("extract").path("column").asString())
                    .isEqualTo(field.path("name").asString());
        }
        var first = set.path("examples").get(0);
        assertThat(first.path(set.path("@id").asString() + "/空氣品質指標").asInt()).isEqualTo(58);
        assertThat(first.path(set.path("@id").asString() + "/代碼").asString()).isEqualTo("007");
        assertThat(set.path("examples")).hasSize(3);
    }

    @Test
    void whereNoRecordCanBeReadThereIsNoCroissantAndItSaysWhy() throws Exception {
        var waiting = registered("還沒有檔案");
        var answer = server.get("/datasets/" + waiting + "/croissant.json");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("reason").asString()).isEqualTo("no-record");
        assertThat(server.get("/datasets/" + waiting + "/datapackage.json").statusCode()).isEqualTo(404);
        assertThat(json(server.get("/distributions/" + waiting + "-1/csvw.json")).path("reason").asString())
                .isEqualTo("not-kept");
        assertThat(json(server.get("/datasets/" + dataset + "/croissant.json?x=1")).path("field").asString()).isEqualTo("x");
    }

    @Test
    void aDataPackageHasResourcesWithTheirSchema() throws Exception {
        var document = json(server.get("/datasets/" + dataset + "/datapackage.json"));
        assertThat(document.path("$schema").asString()).isEqualTo("https://datapackage.org/profiles/2.0/datapackage.json");
        assertThat(document.path("name").asString()).matches("[a-z0-9._-]+");
        var resource = document.path("resources").get(0);
        assertThat(resource.path("type").asString()).isEqualTo("table");
        assertThat(resource.path("schema").path("fieldsMatch").get(0).asString()).isEqualTo("exact");
        assertThat(types(resource.path("schema").path("fields"), "name", "type"))
                .containsExactly("測站 string", "縣市 string", "空氣品質指標 integer", "設站日期 date", "代碼 string");
        var csv = server.get("/" + resource.path("path").asString().substring(RunningServer.BASE.length())).body();
        assertThat(csv.lines().findFirst()).hasValue("測站,縣市,空氣品質指標,設站日期,代碼");
        assertThat(resource.path("schema").path("fields").get(2).path("constraints").has("required")).isFalse();
        assertThat(resource.path("schema").path("fields").get(0).path("constraints").path("required").asBoolean()).isTrue();
    }

    @Test
    void csvOnTheWebDescribesTheSameColumns() throws Exception {
        var answer = server.get("/distributions/" + dataset + "-1/csvw.json");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/csvm+json");
        var document = json(answer);
        assertThat(document.path("@context").get(0).asString()).isEqualTo("http://www.w3.org/ns/csvw");
        assertThat(document.path("url").asString()).endsWith("/rows.csv");
        assertThat(types(document.path("tableSchema").path("columns"), "titles", "datatype"))
                .containsExactly("測站 string", "縣市 string", "空氣品質指標 integer", "設站日期 date", "代碼 string");
    }

    private static List<String> types(JsonNode columns, String name, String type) {
        return columns.values().stream()
                .map(column -> column.path(name).asString() + " " + column.path(type).asString())
                .toList();
    }

    private static String registered(String title) throws Exception {
        var answer = server.send("POST", "/api/v1/datasets", editor, "application/json", AirQuality.json(title));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).path("id").asString();
    }

    private static void upload(String id, byte[] file) throws Exception {
        var answer = server.send(
                "PUT", "/api/v1/datasets/" + id + "/distributions/1/content", editor, BodyPublishers.ofByteArray(file));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        long end = System.nanoTime() + 60_000_000_000L;
        int status;
        do {
            LockSupport.parkNanos(50_000_000);
            status = server.get("/distributions/" + id + "-1/rows").statusCode();
        } while (status == 503 && System.nanoTime() < end);
        assertThat(status).isEqualTo(200);
    }
}
