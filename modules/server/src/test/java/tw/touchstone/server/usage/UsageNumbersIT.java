package tw.touchstone.server.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.touchstone.model.DatasetId;
import tw.touchstone.server.AirQuality;
import tw.touchstone.server.RunningServer;
import tw.touchstone.usage.CarriedOver;
import tw.touchstone.usage.RobotList;
import tw.touchstone.usage.UsageDay;
import tw.touchstone.usage.UsageDefinition;

/// What was viewed and downloaded, as it is shown and given out.
class UsageNumbersIT {

    private static final String CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";

    @TempDir
    private static Path home;

    private static RunningServer server;
    private static String editor;
    private static String id;

    /// Two views (a person, a machine), two downloads (a person, a machine), one download by a robot.
    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.on(home);
        editor = server.editor(AirQuality.AGENCY);
        id = registered("計數測站");
        server.send(
                "PUT",
                "/api/v1/datasets/" + id + "/distributions/1/content",
                editor,
                BodyPublishers.ofByteArray(AirQuality.big5()));
        server.get("/datasets/" + id, "Accept", "text/html", "User-Agent", CHROME);
        server.get("/api/v1/datasets/" + id, "User-Agent", "curl/8.5.0");
        for (var agent : List.of(CHROME, "curl/8.5.0", "GoogleBot/2.1")) {
            server.get("/distributions/" + id + "-1/download", "User-Agent", agent);
        }
        server.catalog().groups().keep();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?dataset=%s", "?distribution=%s-1", "?agency=moenv", ""})
    void theSameDownloadsStandUnderEverySubjectWithDefinitionAndRobotList(String query) throws Exception {
        var document = json(server.get("/api/v1/usage" + query.formatted(id)));

        assertThat(document.at("/totals/downloads").asLong()).isEqualTo(2);
        assertThat(document.at("/totals/downloads30").asLong()).isEqualTo(2);
        assertThat(document.at("/totals/downloads7").asLong()).isEqualTo(2);
        assertThat(document.at("/totals/machineDownloads").asLong()).isEqualTo(1);
        assertThat(document.at("/totals/robotDownloads").asLong()).isEqualTo(1);
        // Other tests look at the page as well, and no file is ever viewed.
        assertThat(document.at("/totals/views").asLong())
                .isBetween(query.contains("distribution") ? 0L : 2L, query.contains("distribution") ? 0L : 20L);
        assertThat(document.at("/countedBy/definition").asString()).isEqualTo(UsageDefinition.ours().version());
        assertThat(document.at("/countedBy/robotList").asString()).isEqualTo(RobotList.ours().version());
        assertThat(document.at("/countedBy/lost").asLong(-1)).isZero();
        assertThat(document.at("/periods")).hasSize(30);
        assertThat(document.at("/periods/29/downloads").asLong()).isEqualTo(2);
    }

    @Test
    void theIndicatorIsTheDownloadsOfTheCatalogueByYear() throws Exception {
        var today = today();
        var document = json(server.get("/api/v1/usage?by=year&from=" + today.minusYears(1)));

        assertThat(document.get("indicator").asString()).isEqualTo("SDG 16.5.1");
        assertThat(document.get("periods").valueStream().map(each -> each.get("name").asString() + " "
                        + each.get("downloads").asLong() + " " + each.get("running").asLong()))
                .containsExactly((today.getYear() - 1) + " 0 0", today.getYear() + " 2 2");
        assertThat(json(server.get("/api/v1/usage?by=quarter")).get("indicator").isNull()).isTrue();
    }

    @Test
    void theTableIsTheSameInCsvAndSaysInEachLineWhatItIs() throws Exception {
        var today = today();
        var answer = server.get("/api/v1/usage.csv?dataset=%s&from=%s&to=%s".formatted(id, today.minusDays(1), today));

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.body())
                .isEqualTo(
                        "period,first,views,downloads,machineViews,machineDownloads,robotViews,robotDownloads,running,"
                                + "subject,id,definition,robotList\r\n"
                                + "%1$s,%1$s,0,0,0,0,0,0,0,dataset,%3$s,%4$s,%5$s\r\n%2$s,%2$s,2,2,1,1,0,1,2,dataset,%3$s,%4$s,%5$s\r\n"
                                        .formatted(
                                                today.minusDays(1),
                                                today,
                                                id,
                                                UsageDefinition.ours().version(),
                                                RobotList.ours().version()));
    }

    @Test
    void themesCountTheirDatasetsAndTheListsNameTheMostUsed() throws Exception {
        var themes = server.catalog().vocabularies().themesOf(
                server.catalog().store().dataset(new DatasetId(id)).orElseThrow());
        assertThat(themes).isNotEmpty();
        for (var theme : themes) {
            assertThat(json(server.get("/api/v1/usage?theme=" + theme.notation()))
                            .at("/totals/downloads")
                            .asLong())
                    .isEqualTo(2);
        }
        var top = json(server.get("/api/v1/usage/top"));
        assertThat(top.at("/downloadedDatasets/0/id").asString()).isEqualTo(id);
        assertThat(top.at("/downloadedAgencies/0/id").asString()).isEqualTo(AirQuality.AGENCY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour=red 400 colour",
                "by=week 400 by",
                "from=yesterday 400 from",
                "from=2026-02-30 400 from",
                "from=2026-02-02&to=2026-02-01 400 from",
                "from=1970-01-01&to=2199-12-31 400 from",
                "from=%2B999999999-01-01 400 from",
                "to=1969-12-31 400 to",
                "agency=moenv&theme=climate 400 theme",
                "dataset=nobody 404 dataset",
                "dataset=..%2F..%2Fetc 404 dataset",
                "distribution=x 404 distribution",
                "agency=%E5%97%A8 404 agency",
                "theme=a%20b 404 theme",
                "dataset=a&dataset=b 400 dataset"
            })
    void whatMakesNoSenseIsRefusedNamingTheParameter(String line) throws Exception {
        var parts = line.split(" ", -1);
        for (var path : List.of("/api/v1/usage?", "/api/v1/usage.csv?")) {
            var answer = server.get(path + parts[0]);
            assertThat(answer.statusCode()).as(path + line).isEqualTo(Integer.parseInt(parts[1]));
            assertThat(json(answer).get("field").asString()).as(path + line).isEqualTo(parts[2]);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "by=week",
                "from=yesterday",
                "from=2026-02-02&to=2026-02-01",
                "from=%2B999999999-01-01",
                "by=year&from=1970-01-01"
            })
    void aPageShowsWhatComesClosest(String query) throws Exception {
        assertThat(page("/usage?" + query).select("h1").text()).isEqualTo("使用次數");
    }

    @Test
    void aPageOfNobodyIsNotFound() throws Exception {
        for (var query : List.of("dataset=nobody", "agency=nobody", "theme=nobody", "distribution=x")) {
            assertThat(html("/usage?" + query).statusCode()).as(query).isEqualTo(404);
        }
    }

    @Test
    void chartAndTableSayTheSameAndPagesAndCardsShowTheTotals() throws Exception {
        var usage = page("/usage?dataset=" + id);
        assertThat(usage.select("svg.curve")).hasSize(2);
        assertThat(usage.select("svg.curve").getFirst().attr("aria-label"))
                .startsWith(today().minusDays(29) + " 至 " + today())
                .contains("最高 2");
        assertThat(usage.select("table.stacks tbody tr").getFirst().select("td").getFirst().text())
                .isEqualTo("2");
        for (var path : List.of("/datasets/" + id, "/agencies/" + AirQuality.AGENCY)) {
            assertThat(page(path).select(".counts tbody tr").getFirst().select("td").eachText())
                    .as(path)
                    .containsExactly("2", "2", "2");
        }
        assertThat(page("/datasets?q=計數測站").select(".card .meta").text()).contains("下載 2 次（近 30 日 2、近 7 日 2）");
    }

    @Test
    void aWithdrawnDatasetKeepsItsNumbers() throws Exception {
        var gone = registered("撤下的資料");
        server.get("/api/v1/datasets/" + gone, "User-Agent", "curl/8.5.0");
        server.catalog().groups().keep();
        var record = server.get("/api/v1/datasets/" + gone, "User-Agent", "curl/8.5.0");
        var tag = record.headers().firstValue("ETag").orElseThrow();
        var withdrawn = server.send(server.request("/api/v1/datasets/" + gone + "?reason=x")
                .header("Authorization", "Bearer " + editor)
                .header("If-Match", tag)
                .DELETE());
        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isLessThan(300);

        assertThat(json(server.get("/api/v1/usage?dataset=" + gone)).at("/totals/views").asLong()).isEqualTo(1);
        assertThat(html("/usage?dataset=" + gone).statusCode()).isEqualTo(200);
    }

    @Test
    void whatOthersCountedStandsApart() throws Exception {
        var other = registered("承接數字測站");
        var dataset = new DatasetId(other);
        server.catalog()
                .usage()
                .carriedOver()
                .replace("舊平臺", List.of(new CarriedOver(dataset, 500, 70, "舊平臺", LocalDate.parse("2018-06-30"))));

        var document = json(server.get("/api/v1/usage?dataset=" + other));
        assertThat(document.at("/totals/downloads").asLong()).isZero();
        assertThat(document.at("/carriedOver/0/downloads").asLong()).isEqualTo(70);
        assertThat(document.at("/carriedOver/0/definition").asString()).isEqualTo("unknown");
        assertThat(page("/usage").select("#carried-over").text()).isEqualTo("承接數字（定義不明）");
    }

    private static LocalDate today() {
        return UsageDay.of(Clock.systemUTC().instant());
    }

    private static String registered(String title) throws Exception {
        var registered =
                server.send("POST", "/api/v1/datasets", editor, "application/json", AirQuality.json(title));
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        return json(registered).get("id").asString();
    }

    private static HttpResponse<String> html(String path) throws Exception {
        return server.get(path.replace("計數測站", "%E8%A8%88%E6%95%B8%E6%B8%AC%E7%AB%99"), "Accept", "text/html");
    }

    private static Document page(String path) throws Exception {
        var answer = html(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
