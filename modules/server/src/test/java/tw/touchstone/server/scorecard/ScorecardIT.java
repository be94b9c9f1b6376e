package tw.touchstone.server.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.scoring.LocalScoring;
import tw.touchstone.catalog.scoring.ScoringOutcome;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Sha256;
import tw.touchstone.quality.Bundle;
import tw.touchstone.quality.rules.Rules;
import tw.touchstone.server.AirQuality;
import tw.touchstone.server.RunningServer;
import tw.touchstone.vocabulary.Vocabularies;

/// Why a dataset holds its label, asked over HTTP: as a page, as JSON, as a bundle that is replayed, and as history.
class ScorecardIT {

    private static final String API = "/api/v1/datasets";

    @TempDir
    private static Path home;

    private static RunningServer server;
    private static String token = "";
    private static String id = "";
    private static String path = "";

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.on(home);
        token = server.editor(AirQuality.AGENCY);
        id = register("空氣品質 & <監測>");
        path = "/datasets/" + id;
        upload(id, AirQuality.CSV.getBytes(StandardCharsets.UTF_8));
        upload(id, AirQuality.big5());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String register(String title) throws IOException, InterruptedException {
        var answer = server.send("POST", API, token, "application/json", AirQuality.json(title));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).get("id").asString();
    }

    private static void upload(String dataset, byte[] bytes) throws IOException, InterruptedException {
        var answer = server.send(
                "PUT", API + "/" + dataset + "/distributions/1/content", token, BodyPublishers.ofByteArray(bytes));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    @Test
    void thePageIsATreeThatEndsInTheLineOfTheFile() throws Exception {
        var faulted = register("維護中");
        upload(faulted, "<!DOCTYPE html><html><title>維護中</title></html>".getBytes(StandardCharsets.UTF_8));

        var page = page("/datasets/" + faulted + "/scorecard", "zh");

        assertThat(page.select("h1").text()).isEqualTo("為什麼：維護中");
        assertThat(page.select(".tree .failed").size()).isPositive();
        assertThat(page.select(".tree li").text()).contains("第 1 行");
        assertThat(page.select("a[href^=/rules/]").eachAttr("href")).contains("/rules/downloadable");
        assertThat(page.select("script:not([src]), [onclick], style").size()).as("nothing inline").isZero();
        assertThat(page("/datasets/" + faulted + "/scorecard", "en").select(".tree li").text()).containsIgnoringCase("line 1");
    }

    @Test
    void jsonIsWhatWasStoredAndTheAddressOfThePageIsNegotiated() throws Exception {
        var document = server.get(path + "/scorecard.json");
        assertThat(document.statusCode()).isEqualTo(200);
        var stored = server.catalog()
                .judging().evaluations()
                .stored(new DatasetId(id), "label-114", Optional.empty())
                .orElseThrow();
        assertThat(Sha256.of(document.body().getBytes(StandardCharsets.UTF_8))).isEqualTo(stored.scorecard());
        assertThat(server.get(path + "/scorecard", "Accept", "application/json").body()).isEqualTo(document.body());
        assertThat(server.get(path + "/scorecard", "Accept", "*/*").headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/html");
        assertThat(json(server.get(path + "/scorecard.json?policy=mqa-405")).at("/policy/id").asString()).isEqualTo("mqa-405");
    }

    @Test
    void anEarlierTimeGivesTheScorecardOfThen() throws Exception {
        var moments = json(server.get(path + "/history.json"));
        var first = moments.at("/moments/0");
        var then = server.get(path + "/scorecard.json?asOf=" + first.get("at").asString());

        assertThat(Sha256.of(then.body().getBytes(StandardCharsets.UTF_8)).hex()).isEqualTo(first.get("scorecard").asString());
        assertThat(json(then).get("label").asString()).isEqualTo("none-unchecked");
        assertThat(server.get(path + "/scorecard?asOf=2019-12-31").statusCode()).isEqualTo(404);
        assertThat(server.get(path + "/scorecard.json?asOf=yesterday").statusCode()).isEqualTo(400);
        assertThat(json(server.get(path + "/scorecard.json?policy=x")).get("field").asString()).isEqualTo("policy");
        assertThat(server.get(path + "/scorecard.json?colour=red").statusCode()).isEqualTo(400);
    }

    @Test
    void theBundleOfEveryScorecardThereEverWasIsReplayedToTheByte() throws Exception {
        int replayed = 0;
        for (var policy : server.catalog().judging().evaluations().policies()) {
            var moments = json(server.get(path + "/history.json?policy=" + policy.id())).get("moments");
            for (var moment : moments) {
                var bundle = server.bytes(server.request(
                        path + "/scorecard/bundle?policy=" + policy.id() + "&asOf=" + moment.get("at").asString()));
                assertThat(bundle.statusCode()).isEqualTo(200);
                assertThat(Bundle.replay(bundle.body(), Rules::scorer))
                        .isInstanceOfSatisfying(Bundle.Replay.Verified.class, verified -> assertThat(
                                        verified.scorecard().id().hex())
                                .isEqualTo(moment.get("scorecard").asString()));
                replayed++;
            }
        }
        assertThat(replayed).isGreaterThan(server.catalog().judging().evaluations().policies().size());
    }

    @Test
    void noByteOfABundleCanBeChanged() throws Exception {
        var bundle = server.bytes(server.request(path + "/scorecard/bundle")).body();
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            var flipped = bundle.clone();
            int at = random.nextInt(bundle.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(Bundle.replay(flipped, Rules::scorer))
                    .as("byte %d, seed %d", at, seed)
                    .isNotInstanceOf(Bundle.Replay.Verified.class);
        }
    }

    /// The offline kit is given what the portal gives out: the metadata in Turtle, and the file.
    @Test
    void theOfflineKitComesToTheSameScorecards(@TempDir Path folder) throws Exception {
        var file = Files.write(
                folder.resolve("air.csv"),
                server.bytes(server.request("/distributions/" + id + "-1/download")).body());
        Files.writeString(folder.resolve("air.csv.meta.ttl"), server.get(path + ".ttl").body());

        Files.writeString(folder.resolve("air.csv.observations.json"), server.get(path + "/observations.json").body());

        var scored = (ScoringOutcome.Scored) new LocalScoring(Vocabularies.load()).score(file, Instant.now());

        var offline = new HashMap<String, String>();
        scored.datasets().getFirst().scorecards().forEach(card -> offline.put(card.policy().id(), card.id().hex()));
        var portal = new HashMap<String, String>();
        for (var policy : server.catalog().judging().evaluations().policies()) {
            var document = server.get(path + "/scorecard.json?policy=" + policy.id()).body();
            portal.put(policy.id(), Sha256.of(document.getBytes(StandardCharsets.UTF_8)).hex());
        }
        assertThat(offline).isEqualTo(portal);

        // Another file in its place is not what the portal holds, and is not taken for it.
        Files.writeString(file, AirQuality.CSV);
        var other = (ScoringOutcome.Scored) new LocalScoring(Vocabularies.load()).score(file, Instant.now());
        assertThat(other.datasets().getFirst().scorecards())
                .noneMatch(card -> portal.containsValue(card.id().hex()));
    }

    @Test
    void theHistoryTellsTheCauseOfEachChange() throws Exception {
        var history = json(server.get(path + "/history.json"));
        var awards = new ArrayList<String>();
        history.get("moments").forEach(moment -> awards.add(moment.get("award").asString()));
        assertThat(awards).containsExactly("none-unchecked", "silver", "platinum");
        assertThat(history.at("/moments/2/causes/0/cause").asString()).isEqualTo("bytes");
        assertThat(history.at("/moments/2/causes/0/from").asString()).isEqualTo("silver");
        assertThat(history.at("/moments/2/causes/0/to").asString()).isEqualTo("platinum");

        var page = page(path + "/history", "zh");
        assertThat(page.select("tbody tr").eachText()).hasSize(3);
        assertThat(page.select("tbody tr:first-child").text()).contains("白金", "位元組 銀 → 白金");
        assertThat(page.select("svg.curve circle").size()).isEqualTo(3);
        assertThat(page(path + "/history", "en").select("tbody tr:first-child").text()).contains("Platinum", "bytes Silver → Platinum");
        assertThat(page(path + "/history?from=2020-01-01&to=2020-01-02", "en").select("form").text())
                .contains("Nothing changed between the two days");

        var csv = server.get(path + "/history.csv").body().lines().toList();
        assertThat(csv.getFirst()).isEqualTo("at,award,score,scorecard,cause,from,to,difference");
        assertThat(csv.getLast()).contains(",platinum,", ",bytes,silver,platinum,");
        assertThat(server.get(path + "/history.json?from=2026-01-01").statusCode()).isEqualTo(400);
    }

    /// Points through all causes add up to the difference, as the JSON says them.
    @Test
    void thePointsOfTheCausesAddUp() throws Exception {
        var moments = json(server.get(path + "/history.json?policy=mqa-405")).get("moments");
        assertThat(moments.size()).isGreaterThan(1);
        for (int i = 1; i < moments.size(); i++) {
            var sum = BigDecimal.ZERO;
            for (var cause : moments.get(i).get("causes")) {
                sum = sum.add(cause.get("difference").decimalValue());
            }
            assertThat(sum).isEqualByComparingTo(moments.get(i)
                    .get("score")
                    .decimalValue()
                    .subtract(moments.get(i - 1).get("score").decimalValue()));
        }
    }

    private static Document page(String address, String language) throws IOException, InterruptedException {
        var answer = server.get(address + (address.contains("?") ? "&" : "?") + "lang=" + language, "Accept", "text/html");
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
