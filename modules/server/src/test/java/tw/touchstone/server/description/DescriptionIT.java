package tw.touchstone.server.description;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.server.RunningServer;
import tw.touchstone.server.harvest.Registered;

/// What developers are told, and the list of results as CSV.
class DescriptionIT {

    @TempDir
    private static Path home;

    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.on(home);
        Registered.register(server, IntStream.rangeClosed(1, 45));
        assertThat(server.catalog().awaitFollowed(Duration.ofMinutes(1))).isTrue();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theDescriptionIsServedToEverybody() throws Exception {
        var answer = server.get("/openapi.json", "Origin", "https://elsewhere.example");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(json(answer).get("openapi").asString()).isEqualTo("3.1.0");
        var tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(server.get("/openapi.json", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(server.get("/openapi.json?x=1").statusCode()).isEqualTo(400);
    }

    @Test
    void thePageSaysLimitsPolicyAndEveryOperationInBothLanguages() throws Exception {
        var operations = json(server.get("/openapi.json")).get("paths").properties().stream()
                .mapToInt(path -> path.getValue().size())
                .sum();
        for (var language : new String[] {"zh-TW", "en"}) {
            var page = Jsoup.parse(server.get("/developers", "Accept", "text/html", "Accept-Language", language).body());
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.select("main tbody tr")).hasSize(operations);
            assertThat(page.select("main").text()).contains("30,000").contains("60,000").contains("Sunset").contains("429");
            assertThat(page.select("main script, main [onclick]")).isEmpty();
            assertThat(page.select("a[href=/openapi.json]")).isNotEmpty();
        }
        assertThat(Jsoup.parse(server.get("/", "Accept", "text/html").body()).select("footer a[href=/developers]")).hasSize(1);
    }

    @Test
    void resultsAreHadAsCsvPageByPage() throws Exception {
        var ids = new ArrayList<String>();
        for (var next = "/api/v1/datasets.csv?size=20&sort=newest"; !next.isEmpty(); ) {
            var answer = server.get(next);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;charset=utf-8");
            assertThat(answer.headers().firstValue("Total-Count")).contains("45");
            assertThat(answer.body()).startsWith("\uFEFFid,iri,title,agency,agency_name,formats,label,grade,modified,downloads\r\n");
            var rows = CSVFormat.RFC4180.parse(new java.io.StringReader(answer.body())).getRecords();
            rows.stream().skip(1).forEach(row -> {
                assertThat(row.size()).isEqualTo(10);
                ids.add(row.get(0));
            });
            next = answer.headers().firstValue("Link").map(link -> link.replaceFirst("<https?://[^/]+(.*)>.*", "$1")).orElse("");
        }
        assertThat(ids).hasSize(45).doesNotHaveDuplicates();
        for (var query : new String[] {"agnecy=x", "size=0", "after=junk", "theme=none", "from=soon", "q=a&q=b"}) {
            assertThat(server.get("/api/v1/datasets.csv?" + query).statusCode()).as(query).isEqualTo(400);
        }
    }

    @Test
    void aTitleThatLooksLikeAFormulaIsGuarded() throws Exception {
        server.catalog().store().commit(java.util.List.of(new tw.touchstone.store.Change.PutDataset(
                Registered.numbered(99).with().title(tw.touchstone.model.LangText.zh("=HYPERLINK(\"x\")")).build())));
        assertThat(server.catalog().awaitFollowed(Duration.ofMinutes(1))).isTrue();
        assertThat(server.get("/api/v1/datasets.csv?q=0099").body()).contains("\"'=HYPERLINK(\"\"x\"\")\"");
        server.catalog().store().commit(java.util.List.of(new tw.touchstone.store.Change.WithdrawDataset(
                Registered.id(99), java.time.Instant.now(), "test")));
        assertThat(server.catalog().awaitFollowed(Duration.ofMinutes(1))).isTrue();
    }
}
