package tw.touchstone.server.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.model.DatasetId;
import tw.touchstone.server.AirQuality;
import tw.touchstone.server.RunningServer;
import tw.touchstone.usage.Totals;
import tw.touchstone.usage.UsageDefinition;

/// The definition of the counts, clause by clause against what is counted, and how the counts are shown.
class UsageIT {

    private static final String CHROME = "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36";

    @TempDir
    private static Path home;

    private static RunningServer server;
    private static String editor;

    @BeforeAll
    static void start() {
        server = RunningServer.on(home);
        editor = server.editor(AirQuality.AGENCY);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theDefinitionIsAPageInBothLanguagesAndADocument() throws Exception {
        var document = json(server.get("/usage/definition.json"));
        assertThat(document.get("version").asString()).isEqualTo(UsageDefinition.ours().version());
        assertThat(document.get("robotList").asString())
                .isEqualTo(server.catalog().usage().robotListVersion());
        for (var language : new String[] {"zh-Hant-TW", "en"}) {
            var page = Jsoup.parse(server.get("/usage/definition?lang=" + language, "Accept", "text/html")
                    .body());
            for (var clause : document.get("clauses")) {
                assertThat(page.expectFirst("#" + clause.get("id").asString()).text())
                        .isEqualTo(clause.get("title").get(language).asString() + " "
                                + clause.get("text").get(language).asString());
            }
        }
    }

    @Test
    void aViewIsASuccessfulGetOfThePageOrTheRecordAndOfNothingElse() throws Exception {
        var id = registered("瀏覽的定義");
        for (var other : new String[] {
            "/datasets/" + id + ".ttl", "/datasets/" + id + "/history", "/datasets?q=definition", "/api/v1/datasets",
            "/datasets/none-of-ours"
        }) {
            server.get(other, "User-Agent", CHROME, "Accept", "*/*");
        }
        server.send(server.request("/datasets/" + id)
                .header("User-Agent", CHROME)
                .method("HEAD", BodyPublishers.noBody()));
        assertThat(totals(id)).isEqualTo(Totals.NONE);

        server.get("/datasets/" + id, "User-Agent", CHROME, "Accept", "text/html");
        assertThat(totals(id).views()).isEqualTo(1);
        server.get("/api/v1/datasets/" + id, "User-Agent", CHROME);
        assertThat(totals(id).views()).as("page and record are one thing: a double-click").isEqualTo(1);
        server.get("/api/v1/datasets/" + id, "User-Agent", "curl/8.5");
        assertThat(totals(id).views()).isEqualTo(2);
        assertThat(totals(id).machineViews()).isEqualTo(1);
        server.get("/datasets/" + id, "User-Agent", "Mozilla/5.0 (compatible; bingbot/2.0)", "Accept", "text/html");
        assertThat(totals(id).views()).isEqualTo(2);
        assertThat(totals(id).robotViews()).isEqualTo(1);
    }

    @Test
    void whoIsNotFollowedIsOnlyCountedAndNobodysAddressIsWrittenAnywhere() throws Exception {
        var id = registered("不受追蹤");
        var userAgent = "Secretive/4.2 (a very rare comment)";
        for (var header : new String[] {"DNT", "Sec-GPC"}) {
            server.get("/api/v1/datasets/" + id, "User-Agent", userAgent, header, "1");
            server.get("/api/v1/datasets/" + id, "User-Agent", userAgent, header, "1");
        }
        assertThat(totals(id).views()).isEqualTo(4);

        server.get("/api/v1/datasets/" + id, "User-Agent", userAgent);
        try (var files = Files.walk(home.resolve("usage"))) {
            var kept = files.filter(file -> file.getFileName().toString().endsWith(".log"))
                    .map(UsageIT::latin)
                    .toList();
            assertThat(kept).anyMatch(text -> text.contains("Secretive"));
            assertThat(kept).noneMatch(text -> text.contains("127.0.0.1") || text.contains("rare comment"));
        }
    }

    private static String latin(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Totals totals(String id) {
        return server.catalog().usage().totals(new DatasetId(id));
    }

    private static String registered(String title) throws Exception {
        var answer = server.send("POST", "/api/v1/datasets", editor, "application/json", AirQuality.json(title));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).get("id").asString();
    }
}
