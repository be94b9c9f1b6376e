package tw.touchstone.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.server.AirQuality;
import tw.touchstone.server.RunningServer;

/// Suggestions, corrections, series and reasons, as the API and the search page have them.
class SuggestionIT {

    @TempDir
    private static Path home;

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = RunningServer.on(home);
        var editor = server.editor(AirQuality.AGENCY);
        for (var title : List.of("岡山測站110年1月紫外線", "岡山測站110年2月紫外線", "岡山測站110年3月紫外線", "左營測站臭氧說明")) {
            var answer = server.send("POST", "/api/v1/datasets", editor, "application/json", AirQuality.json(title));
            assertThat(answer.statusCode()).isEqualTo(201);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void titlesAreSuggestedOncePerSeriesWithTheAddressOfTheirSearch() throws Exception {
        var items = json(server.get("/api/v1/suggest?q=" + encoded("紫外"))).get("items");

        assertThat(items.valueStream().map(item -> item.get("kind").asString())).containsExactly("title");
        assertThat(items.get(0).get("datasets").asLong()).isEqualTo(3);
        var address = items.get(0).get("url").asString();
        assertThat(server.get(address).statusCode()).isEqualTo(200);
    }

    @Test
    void anyTextIsAnsweredAndAnUnknownParameterIsRefused() throws Exception {
        for (var text : List.of("", "%20", "%3F!", "%00", "%E2%80%AE", "%ED%A0%80", "a".repeat(4_000))) {
            assertThat(server.get("/api/v1/suggest?q=" + text).statusCode()).as(text).isLessThan(500);
        }
        assertThat(server.get("/api/v1/suggest?x=1").statusCode()).isEqualTo(400);
    }

    @Test
    void theApiGroupsExplainsAndCorrectsWhereAsked() throws Exception {
        var grouped = json(server.get("/api/v1/datasets?grouped=true&explain=true&q=" + encoded("紫外線")));
        assertThat(grouped.get("total").asLong()).isEqualTo(3);
        assertThat(grouped.get("items").size()).isEqualTo(1);
        var item = grouped.get("items").get(0);
        assertThat(item.get("others").asLong()).isEqualTo(2);
        assertThat(item.get("rank").valueStream().map(reason -> reason.get("kind").asString()))
                .contains("term", "merit");

        var series = json(server.get("/api/v1/datasets?series=" + item.get("series").asString()));
        assertThat(series.get("total").asLong()).isEqualTo(3);

        var plain = json(server.get("/api/v1/datasets?q=" + encoded("紫外線")));
        assertThat(plain.get("items").size()).isEqualTo(3);
        assertThat(plain.get("items").get(0).has("rank") && !plain.get("items").get(0).get("rank").isNull()).isFalse();

        assertThat(json(server.get("/api/v1/datasets?q=" + encoded("紫內線"))).get("meant").asString()).isEqualTo("紫外線");
    }

    @Test
    void whatTheParametersCannotBeIsRefused() throws Exception {
        for (var query : List.of("series=x", "series=", "grouped=yes", "explain=1", "grouped=true&grouped=true")) {
            assertThat(server.get("/api/v1/datasets?" + query).statusCode()).as(query).isEqualTo(400);
        }
    }

    @Test
    void thePageShowsOneCardForASeriesAndSaysHowManyMore() throws Exception {
        var page = Jsoup.parse(server.get("/datasets?why=1&q=" + encoded("紫外線")).body());

        assertThat(page.select(".card")).hasSize(1);
        var more = page.select(".card .series a");
        assertThat(more.text()).contains("2");
        assertThat(page.select(".card .why li").text()).contains("標題");
        var members = Jsoup.parse(server.get(more.attr("href")).body());
        assertThat(members.select(".card")).hasSize(3);
        assertThat(members.select(".chip")).isNotEmpty();
    }

    @Test
    void thePageOffersWhatMayHaveBeenMeant() throws Exception {
        var page = Jsoup.parse(server.get("/datasets?q=" + encoded("紫內線")).body());

        assertThat(page.select(".meant a").text()).isEqualTo("紫外線");
        assertThat(Jsoup.parse(server.get(page.select(".meant a").attr("href")).body()).select(".card")).hasSize(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
