package tw.touchstone.server.fixes;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.server.RunningServer;

/// What a draft would be judged, asked by a program: the answer is what publishing it gives, and nothing is kept.
@Timeout(300)
class PreviewIT {

    private static final int DRAFTS = 15;
    private static final String BOUNDARY = "----touchstone-test";
    private static final String DOCUMENT = """
            {"title": {"zh-Hant-TW": "測站"}, "description": {"zh-Hant-TW": "測站。"}, "publisher": "moenv",
             "distributions": [{"title": {"zh-Hant-TW": "表"}, "format": "csv", "encoding": "UTF-8", "licence": "ogdl-1",
               "fields": ["測站", "值"]}]}
            """;
    private static final byte[] FILE = "測站,值\n前鎮,1\n埔里,2\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path home;

    private static RunningServer server;
    private static HttpServer elsewhere;
    private static String editor;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.on(
                home,
                "--touchstone.check-links=registered",
                "--touchstone.allow-loopback=true",
                "--touchstone.upload-limit=1MB");
        editor = server.editor("moenv");
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            boolean there = exchange.getRequestURI().getPath().endsWith(".csv");
            exchange.sendResponseHeaders(there ? 200 : 404, there ? FILE.length : -1);
            if (there) {
                exchange.getResponseBody().write(FILE);
            }
            exchange.close();
        });
        elsewhere.start();
    }

    @AfterAll
    static void stop() {
        elsewhere.stop(0);
        server.close();
    }

    @Test
    void theAnswerIsWhatPublishingGives() throws Exception {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        for (int i = 0; i < DRAFTS; i++) {
            var sick = Sick.of(random);
            var answer = preview(sick.json(), Map.of("file-1", sick.file()));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(json(answer).get("publishable").asBoolean()).isTrue();

            var published = Published.of(server, editor, sick);

            assertThat(awards(json(answer)))
                    .as("seed %d, draft %d: %s", seed, i, sick.what())
                    .isEqualTo(awards(published.scorecards(), published.id(), json(answer).get("dataset").asString()));
        }
    }

    @Test
    void asksAnAddressElsewhereOnceAsTheScheduleWillDo() throws Exception {
        for (var path : List.of("/a.csv", "/missing")) {
            var document = DOCUMENT.replace(
                    "\"format\"",
                    "\"downloadUrl\": \"http://localhost:" + elsewhere.getAddress().getPort() + path + "\", \"format\"");
            var answer = server.send("POST", "/api/v1/preview", editor, "application/json", document);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(json(answer).get("unasked").size()).isZero();

            var registered = server.send("POST", "/api/v1/datasets", editor, "application/json", document);
            var published = new Published(server, editor, json(registered).get("id").asString());
            awaitLinks(published);

            assertThat(awards(json(answer)))
                    .as(path)
                    .isEqualTo(awards(published.scorecards(), published.id(), json(answer).get("dataset").asString()));
        }
    }

    /// The schedule asks in its own time.
    private static void awaitLinks(Published published) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!published.scorecards().stream()
                .allMatch(card -> card.inputs().distributions().getFirst().link().isPresent())) {
            assertThat(System.nanoTime()).as("links are asked within a minute").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Test
    void keepsNothing() throws Exception {
        var before = kept();

        assertThat(preview(DOCUMENT, Map.of("file-1", FILE)).statusCode()).isEqualTo(200);

        assertThat(kept()).isEqualTo(before);
        assertThat(leftBehind()).isEmpty();
    }

    private static Map<String, Long> kept() {
        var objects = new ArrayList<String>();
        server.catalog().archive().forEach(each -> objects.add(each.hex()));
        return Map.of(
                "objects", (long) objects.size(),
                "datasets", server.catalog().store().datasets(),
                "changes", server.catalog().store().lastNumber(),
                "jobs", server.catalog().jobs().count("waiting"));
    }

    @Test
    void previewsARevisionOfAPublishedDataset() throws Exception {
        var published = Published.of(server, editor, new Sick(DOCUMENT, "測站,值\n前鎮,1\n".getBytes(Charset.forName("x-windows-950")), ""));
        assertThat(published.label()).isEqualTo("silver");
        var document = published.get("").body();

        var better = server.send(
                "POST", "/api/v1/preview", editor, "application/json", document.replace("\"UTF-8\"", "\"BIG5\""));

        assertThat(json(better).get("revises").asBoolean()).isTrue();
        assertThat(award(json(better), "label-114").get("award").asString()).isEqualTo("platinum");
        assertThat(published.label()).isEqualTo("silver");
        var foreign = server.send("POST", "/api/v1/preview", server.editor("mof"), "application/json", document);
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(json(foreign).get("field").asString()).isEqualTo("publisher");
    }

    @Test
    void tellsHowFarTheNextAwardIsAndWhatDoesNotHold() throws Exception {
        var answer = json(preview(DOCUMENT.replace("\"值\"", "\"濕度\""), Map.of("file-1", FILE)));

        var label = award(answer, "label-114");
        assertThat(label.get("award").asString()).isEqualTo("silver");
        assertThat(label.get("next").get("award").asString()).isEqualTo("platinum");
        assertThat(label.get("next").get("missing").get(0).get("metric").asString()).isEqualTo("desc-match");
        assertThat(answer.get("findings").valueStream()
                        .filter(each -> each.get("check").get("metric").asString().equals("desc-match"))
                        .map(each -> each.get("check").get("advice").get("en").asString()))
                .singleElement()
                .asString()
                .startsWith("Rewrite the declaration");
        var points = award(answer, "mqa-405");
        assertThat(points.get("next").get("distance").asDouble()).isPositive();
        assertThat(points.get("points").get("earned").asDouble()).isPositive();
    }

    @Test
    void judgesWhatCannotBePublishedYetAndSaysWhy() throws Exception {
        var answer = preview(DOCUMENT.replace("\"licence\": \"ogdl-1\",", ""), Map.of("file-1", FILE));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("publishable").asBoolean()).isFalse();
        assertThat(json(answer).get("errors").size()).isPositive();
        assertThat(award(json(answer), "label-114").get("award").asString()).isEqualTo("platinum");
    }

    @Test
    void refusesBadRequestsNamingTheField() throws Exception {
        assertProblem(preview(DOCUMENT, Map.of("file-2", FILE)), 400, "file-2");
        assertProblem(preview(DOCUMENT, Map.of("photo", FILE)), 400, "photo");
        assertProblem(preview(DOCUMENT, Map.of("file-1", new byte[0])), 400, "file-1");
        assertProblem(preview(DOCUMENT, Map.of("file-1", new byte[(1 << 20) + 1])), 413, "file-1");
        assertProblem(multipart(Map.of("file-1", FILE)), 400, "metadata");
        var wrong = preview(DOCUMENT.replace("ogdl-1", "mine"), Map.of());
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(json(wrong).get("errors").get(0).get("field").asString()).isEqualTo("distributions[0].licence");
        assertThat(preview("{", Map.of()).statusCode()).isEqualTo(400);
        assertThat(server.send("POST", "/api/v1/preview", editor, "text/plain", "x").statusCode()).isEqualTo(415);
        assertThat(leftBehind()).isEmpty();
    }

    private static HttpResponse<String> preview(String document, Map<String, byte[]> files) throws Exception {
        var parts = new TreeMap<String, byte[]>(files);
        parts.put("metadata", document.getBytes(StandardCharsets.UTF_8));
        return multipart(parts);
    }

    private static HttpResponse<String> multipart(Map<String, byte[]> parts) throws Exception {
        var body = new ByteArrayOutputStream();
        parts.forEach((name, bytes) -> {
            boolean file = !name.equals("metadata");
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\""
                            + (file ? "; filename=\"" + name + ".csv\"" : "") + "\r\nContent-Type: "
                            + (file ? "application/octet-stream" : "application/json") + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(bytes);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return server.send(server.request("/api/v1/preview")
                .header("Authorization", "Bearer " + editor)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static JsonNode award(JsonNode answer, String policy) {
        return answer.get("awards").valueStream()
                .filter(each -> each.get("policy").asString().equals(policy))
                .findFirst()
                .orElseThrow();
    }

    /// Award, points, next award and what is missing for it, by policy, as the answer has them.
    private static Map<String, String> awards(JsonNode answer) {
        var awards = new TreeMap<String, String>();
        answer.get("awards").valueStream().forEach(each -> {
            var next = each.path("next");
            awards.put(
                    each.get("policy").asString(),
                    "%s %s of %s, next %s at %s lacking %s"
                            .formatted(
                                    each.get("award").asString(),
                                    each.path("points").path("earned").asString("-"),
                                    each.path("points").path("possible").asString("-"),
                                    next.path("award").asString("-"),
                                    next.path("distance").asString("-"),
                                    next.path("missing").valueStream()
                                            .map(gap -> gap.path("distribution").asString("") + " "
                                                    + gap.get("metric").asString())
                                            .toList()));
        });
        return awards;
    }

    /// The same of what was published, under the name that the draft had.
    private static Map<String, String> awards(List<Scorecard> cards, String id, String draft) {
        var awards = new TreeMap<String, String>();
        for (var card : cards) {
            awards.put(
                    card.policy().id(),
                    "%s %s of %s, next %s at %s lacking %s"
                            .formatted(
                                    card.award(),
                                    card.points().map(total -> total.earned().toString()).orElse("-"),
                                    card.points().map(total -> total.possible().toString()).orElse("-"),
                                    card.nextStep().map(step -> step.award()).orElse("-"),
                                    card.nextStep().flatMap(step -> step.distance()).map(Object::toString).orElse("-"),
                                    card.nextStep().map(step -> step.missing().stream()
                                                    .map(gap -> gap.distribution().map(each -> each.toString().replace(id, draft)).orElse("")
                                                            + " " + gap.metric().id())
                                                    .toList())
                                            .orElse(List.of())));
        }
        return awards;
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).get("field").asString()).as(answer.body()).isEqualTo(field);
    }

    /// Files of previews that were not put away; rows of files that were published are made there at any time.
    private static List<String> leftBehind() throws IOException {
        try (var files = Files.list(home.resolve("incoming"))) {
            return files.map(each -> each.getFileName().toString())
                    .filter(name -> !name.startsWith("rows-"))
                    .toList();
        }
    }
}
