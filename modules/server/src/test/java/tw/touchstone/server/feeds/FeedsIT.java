package tw.touchstone.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.BASE;
import static tw.touchstone.server.RunningServer.json;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.server.RunningServer;
import tw.touchstone.server.harvest.Registered;

class FeedsIT {

    @TempDir
    private static Path home;

    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.on(home);
        Registered.register(server, IntStream.rangeClosed(1, 120));
        Registered.withdraw(server, 9, "重複");
        assertThat(server.catalog().awaitFollowed(Duration.ofMinutes(1))).isTrue();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/feed.atom,                          119",
        "/feed.atom?agency=moda,              59",
        "/feed.atom?q=%22Dataset%20117%22,    1",
        "/agencies/moda/feed.atom,            59",
        "/themes/atmosphere/feed.atom,        119"
    })
    void aFeedHasAllOfItsNewsOnceFromPageToPage(String path, int entries) throws Exception {
        var ids = new ArrayList<String>();
        for (var next = path; !next.isEmpty(); ) {
            var answer = server.get(next);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/atom+xml;charset=UTF-8");
            var feed = Jsoup.parse(answer.body(), "", Parser.xmlParser());
            assertThat(feed.select("feed > title, feed > id, feed > updated")).hasSize(3);
            feed.select("entry").forEach(entry -> {
                assertThat(entry.select("> title, > id, > updated, > link[rel=alternate]").size()).isGreaterThanOrEqualTo(4);
                ids.add(entry.select("> id").text());
            });
            var link = feed.select("feed > link[rel=next]").attr("href");
            next = link.isEmpty() ? "" : link.substring(BASE.length() - 1);
        }
        assertThat(ids).hasSize(entries).doesNotHaveDuplicates().doesNotContain(BASE + "datasets/0009");
    }

    @Test
    void aKnownFeedIsNotSentAgain() throws Exception {
        var tag = server.get("/feed.atom").headers().firstValue("ETag").orElseThrow();
        assertThat(server.get("/feed.atom", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({
        "/feed.atom?agnecy=x,            400",
        "/feed.atom?theme=none,          400",
        "/feed.atom?after=junk,          400",
        "/agencies/none-such/feed.atom,  404",
        "/agencies/moda/feed.atom?q=x,   400",
        "/themes/none/feed.atom,         404",
        "/sitemap.xml?part=2,            404",
        "/sitemap.xml?part=x,            400",
        "/sitemap.xml?x=1,               400",
        "/robots.txt?x=1,                400",
        "/data.json?page=2,              400"
    })
    void badQuestionsAreRefused(String path, int status) throws Exception {
        var answer = server.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void theSiteMapLeadsToEveryDataset() throws Exception {
        var index = Jsoup.parse(server.get("/sitemap.xml").body(), "", Parser.xmlParser());
        assertThat(index.select("sitemapindex > sitemap > loc").eachText())
                .containsExactly(BASE + "sitemap.xml?part=0", BASE + "sitemap.xml?part=1");
        var part = Jsoup.parse(server.get("/sitemap.xml?part=1").body(), "", Parser.xmlParser());
        assertThat(part.select("urlset > url > loc")).hasSize(119);
        assertThat(part.select("urlset > url > lastmod")).hasSize(119);
        assertThat(Jsoup.parse(server.get("/sitemap.xml?part=0").body(), "", Parser.xmlParser()).select("loc").eachText())
                .contains(BASE, BASE + "agencies/moda");
        assertThat(server.get("/robots.txt").body()).contains("Sitemap: " + BASE + "sitemap.xml");
    }

    @Test
    void dataJsonHasWhatItsSchemaDemandsOfEveryDataset() throws Exception {
        var catalogue = json(server.get("/data.json"));
        assertThat(catalogue.get("conformsTo").asString()).isEqualTo("https://project-open-data.cio.gov/v1.1/schema");
        assertThat(catalogue.get("dataset").size()).isEqualTo(119);
        catalogue.get("dataset").forEach(dataset -> {
            for (var name : new String[] {
                "title", "description", "keyword", "modified", "publisher", "contactPoint", "identifier", "accessLevel"
            }) {
                assertThat(dataset.has(name)).as(name).isTrue();
            }
            assertThat(dataset.at("/contactPoint/hasEmail").asString()).startsWith("mailto:");
            assertThat(dataset.at("/publisher/name").asString()).isNotEmpty();
        });
        var tag = server.get("/data.json").headers().firstValue("ETag").orElseThrow();
        assertThat(server.get("/data.json", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void aPageSaysToSearchEnginesWhatItIsAndCannotBeBrokenOutOf() throws Exception {
        var page = Jsoup.parse(server.get("/datasets/0001", "Accept", "text/html").body());
        var scripts = page.select("script[type=application/ld+json]");
        assertThat(scripts).hasSize(1);
        assertThat(page.select("script:not([src]):not([type=application/ld+json])")).isEmpty();
        var dataset = JsonMapper.builder().build().readTree(scripts.get(0).data());
        assertThat(dataset.get("@type").asString()).isEqualTo("Dataset");
        assertThat(dataset.get("@id").asString()).isEqualTo(BASE + "datasets/0001");
        assertThat(dataset.get("description").asString()).contains("</script><script>alert(1)</script>");
        assertThat(dataset.at("/publisher/name").asString()).isEqualTo("數位發展部");
        assertThat(dataset.at("/distribution/0/contentUrl").asString()).isEqualTo("https://data.example.tw/0001.csv");
        assertThat(dataset.at("/license/0").asString()).isEqualTo("https://touchstone.tw/ns/licence/ogdl-1");
    }
}
