package tw.touchstone.server.fixes;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.server.RunningServer;

/// Fixes as a program has them: offered, looked at, applied, undone.
class FixesIT {

    /// At least and at most so many datasets are made up, until every kind of fix was tried.
    private static final int LEAST = 10;

    private static final int MOST = 100;

    /// Kinds of fixes that a file held here can need.
    private static final Set<String> KINDS = Set.of(
            "transcode", "redeclare-encoding", "drop-mark", "add-mark", "redeclare-format",
            "redeclare-media-type", "fill-fields", "term-frequency", "iso-dates", "plain-table");
    private static final Charset BIG5 = Charset.forName("x-windows-950");

    @TempDir
    private static Path home;

    private static RunningServer server;
    private static String editor;
    private static String other;

    @BeforeAll
    static void start() {
        server = RunningServer.on(home);
        editor = server.editor("moenv");
        other = server.editor("mof");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyFixDoesWhatItForetellsMakesNothingWorseAndIsUndone() throws Exception {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        var tried = new TreeSet<String>();
        for (int i = 0; i < LEAST || !tried.containsAll(KINDS); i++) {
            assertThat(i).as("seed %d: only %s were tried", seed, tried).isLessThan(MOST);
            var sick = Sick.of(random);
            var dataset = Published.of(server, editor, sick);
            for (var offered : dataset.fixes()) {
                var as = "seed %d, dataset %d, fix %s of %s".formatted(seed, i, offered.get("id"), sick.what());
                tried.add(offered.get("kind").asString());
                Foretold.holds(dataset, offered.get("id").asString(), as);
            }
        }
    }

    @Test
    void mendsADatasetStepByStepUntilTheLabelIsPlatinum() throws Exception {
        var dataset = dataset("Big5, declared UTF-8", "UTF-8", "\"fields\": [\"甲\"],", "測站,縣市,指標\n前鎮,高雄市,58\n埔里,南投縣,41\n".getBytes(BIG5));
        assertThat(dataset.label()).isEqualTo("silver");

        var shown = json(dataset.get("/fixes/" + dataset.fix("transcode")));
        assertThat(shown.get("fields").valueStream().map(each -> each.get("field").asString()))
                .as("the encoding was declared right, and a fix is no update")
                .containsExactly("distributions[0].byteSize", "distributions[0].checksum");
        var file = shown.get("files").get(0);
        assertThat(file.get("lines").get(0).get("after").asString()).isEqualTo("測站,縣市,指標");
        assertThat(file.get("lines").get(0).get("before").asString()).contains("\uFFFD");
        assertThat(shown.get("fix").get("metric").asString()).isEqualTo("encoding-match");

        var finding = json(dataset.get("/fixes")).get("findings").valueStream()
                .filter(each -> each.get("check").get("metric").asString().equals("encoding-match"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.get("check").get("seen").get("en").asString()).isEqualTo("text in Big5");
        assertThat(finding.get("check").get("advice").get("en").asString()).startsWith("Correct the declared encoding");
        assertThat(finding.get("fixes").valueStream().map(each -> each.asString().replaceFirst("-1-.*", "")))
                .containsExactly("transcode", "redeclare-encoding");
        assertThat(finding.get("gains").valueStream()
                        .filter(each -> each.get("policy").asString().equals("label-114"))
                        .map(each -> each.get("next").asString()))
                .containsExactly("platinum");

        var transcoded = dataset.apply(dataset.fix("transcode"));
        assertThat(transcoded.get("label").asString()).isEqualTo("silver");
        assertThat(server.get("/distributions/" + dataset.id() + "-1/download").body())
                .isEqualTo("測站,縣市,指標\n前鎮,高雄市,58\n埔里,南投縣,41\n");
        var filled = dataset.apply(dataset.fix("fill-fields"));
        assertThat(filled.get("label").asString()).isEqualTo("platinum");
        assertThat(dataset.fixes().stream().map(each -> each.get("kind").asString()))
                .doesNotContain("transcode", "fill-fields", "redeclare-encoding");

        // The last one first; then the one before is what stands again.
        var applied = json(dataset.get("/fixes")).get("applied");
        assertThat(applied.valueStream().map(each -> each.get("undoable").asBoolean())).containsExactly(true, false);
        assertThat(dataset.undo(applied.get(0).get("number").asLong()).statusCode()).isEqualTo(200);
        assertThat(dataset.undo(applied.get(1).get("number").asLong()).statusCode()).isEqualTo(200);
        assertThat(dataset.label()).isEqualTo("silver");
        assertThat(server.bytes(server.request("/distributions/" + dataset.id() + "-1/download")).body())
                .isEqualTo("測站,縣市,指標\n前鎮,高雄市,58\n埔里,南投縣,41\n".getBytes(BIG5));
        assertThat(server.catalog().members().audit().entries(Long.MAX_VALUE, 50, dataset.id()).stream().map(each -> each.action()))
                .contains("fix-applied", "fix-undone");
    }

    @Test
    void aDerivedCopyGetsANumberThatIsNeverUsedAgain() throws Exception {
        var file = "某統計表\n\n日期,縣市,數量\n110/5/1,高雄市,1\n110/5/2,臺中市,2\n110/5/3,南投縣,3\n合計,,6\n".getBytes(StandardCharsets.UTF_8);
        var dataset = dataset("民國日期", "UTF-8", "\"fields\": [\"日期\", \"縣市\", \"數量\"],", file);

        var first = dataset.apply(dataset.fix("plain-table"));
        assertThat(server.get("/distributions/" + dataset.id() + "-2/download").body())
                .isEqualTo("日期,縣市,數量\r\n110/5/1,高雄市,1\r\n110/5/2,臺中市,2\r\n110/5/3,南投縣,3\r\n");
        assertThat(dataset.undo(first.get("applied").get("number").asLong()).statusCode()).isEqualTo(200);
        assertThat(server.get("/distributions/" + dataset.id() + "-2/download").statusCode()).isEqualTo(404);

        dataset.apply(dataset.fix("plain-table"));
        var copy = json(dataset.get("")).get("distributions").get(1);
        assertThat(copy.get("id").asString()).isEqualTo(dataset.id() + "-3");
        assertThat(copy.get("title").get("zh-Hant-TW").asString()).isEqualTo("表（純資料）");

        dataset.apply(dataset.fixes().stream()
                .filter(each -> each.get("kind").asString().equals("iso-dates"))
                .filter(each -> each.get("distribution").asString().endsWith("-3"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString());
        assertThat(server.get("/distributions/" + dataset.id() + "-4/download").body())
                .isEqualTo("日期,縣市,數量\r\n2021-05-01,高雄市,1\r\n2021-05-02,臺中市,2\r\n2021-05-03,南投縣,3\r\n");
    }

    @Test
    void refusesWhatIsUnknownOutdatedOrSomebodyElses() throws Exception {
        var dataset = dataset("拒絕", "UTF-8", "", "測站,值\n前鎮,1\n埔里,2\n".getBytes(BIG5));
        var fix = dataset.fix("transcode");
        var tag = dataset.tag();

        assertProblem(dataset.get("/fixes/no-such-fix"), 404, "fix");
        assertProblem(dataset.post("/fixes/transcode-1-000000000000", "If-Match", tag), 409, "fix");
        assertProblem(dataset.post("/fixes/" + fix), 428, "If-Match");
        assertProblem(dataset.post("/fixes/" + fix, "If-Match", "\"1\""), 412, "If-Match");
        assertProblem(new Published(server, other, dataset.id()).get("/fixes"), 403, "publisher");
        assertProblem(dataset.undo(999_999), 404, "number");

        // The bytes change below the fix: what was seen is not what stands there.
        dataset.upload("測站,值\n前鎮,1\n埔里,3\n".getBytes(BIG5));
        assertProblem(dataset.post("/fixes/" + fix, "If-Match", tag), 412, "If-Match");
        assertProblem(dataset.post("/fixes/" + fix, "If-Match", dataset.tag()), 409, "fix");

        var applied = dataset.apply(dataset.fix("transcode")).get("applied").get("number").asLong();
        dataset.upload("測站,值\n前鎮,1\n".getBytes(StandardCharsets.UTF_8));
        var since = dataset.undo(applied);
        assertProblem(since, 409, "number");
        assertThat(json(since).get("detail").asString()).contains("was changed since");

        var again = dataset.apply(dataset.fix("fill-fields")).get("applied").get("number").asLong();
        assertThat(dataset.undo(again).statusCode()).isEqualTo(200);
        assertProblem(dataset.undo(again), 409, "number");
    }

    @Test
    void ofTwoWhoApplyAtOnceOneIsToldThatTheOtherWasFaster() throws Exception {
        var dataset = dataset("搶先", "UTF-8", "", "測站,值\n前鎮,1\n埔里,2\n".getBytes(BIG5));
        var tag = dataset.tag();
        var fixes = List.of(dataset.fix("transcode"), dataset.fix("redeclare-encoding"));

        var answers = fixes.stream()
                .map(fix -> CompletableFuture.supplyAsync(() -> post(dataset, fix, tag)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(HttpResponse::statusCode)
                .toList();

        assertThat(answers).containsExactlyInAnyOrder(200, 412);
        assertThat(json(dataset.get("/fixes")).get("applied").size()).isEqualTo(1);
    }

    private static HttpResponse<String> post(Published dataset, String fix, String tag) {
        try {
            return dataset.post("/fixes/" + fix, "If-Match", tag);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void offersNothingThatWouldHaveToBeGuessed() throws Exception {
        var broken = "測站,值\n前鎮,1\n埔里,2\n".getBytes(BIG5);
        broken[broken.length - 3] = (byte) 0xFF;
        broken[2] = (byte) 0x80;
        var undecodable = dataset("無法解讀", "UTF-8", "", broken);
        assertThat(undecodable.fixes().stream().map(each -> each.get("kind").asString()))
                .doesNotContain("transcode", "redeclare-encoding", "iso-dates", "plain-table");

        var page = dataset("網頁", "UTF-8", "", "<!DOCTYPE html><html><body>請點選下載</body></html>".getBytes(StandardCharsets.UTF_8));
        assertThat(page.fixes()).isEmpty();

        var ragged = dataset("參差", "UTF-8", "", "日期,值\n110/5/1,1\n110/5/2,2,3\n110/5/3,4\n".getBytes(StandardCharsets.UTF_8));
        assertThat(ragged.fixes().stream().map(each -> each.get("kind").asString())).doesNotContain("iso-dates");
    }

    private static Published dataset(String title, String encoding, String fields, byte[] file) throws Exception {
        var json = """
                {"title": {"zh-Hant-TW": "%s"}, "description": {"zh-Hant-TW": "測試。"}, "publisher": "moenv",
                 "distributions": [{"title": {"zh-Hant-TW": "表"}, "format": "csv", "mediaType": "text/csv",
                   "encoding": "%s", %s "licence": "ogdl-1"}]}
                """.formatted(title, encoding, fields);
        return Published.of(server, editor, new Sick(json, file, title));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(answer).get("field").asString()).as(answer.body()).isEqualTo(field);
    }
}
