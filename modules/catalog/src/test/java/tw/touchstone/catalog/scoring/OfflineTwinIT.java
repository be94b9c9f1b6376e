package tw.touchstone.catalog.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.CatalogOpening;
import tw.touchstone.catalog.CatalogSettings;
import tw.touchstone.catalog.Home;
import tw.touchstone.catalog.PublishedFiles;
import tw.touchstone.catalog.SettableClock;
import tw.touchstone.catalog.inspecting.LinkChecking;
import tw.touchstone.catalog.inspecting.LinkSettings;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Bundle;
import tw.touchstone.quality.rules.Rules;
import tw.touchstone.vocabulary.Vocabularies;

/// A dataset whose file lies on another server and whose description has a twin, scored in a closed network with what the
/// catalogue hands along.
@Timeout(120)
class OfflineTwinIT {

    private static final Instant START = Instant.parse("2026-03-02T04:00:00Z");
    private static final DatasetId ID = new DatasetId("far");

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(START);

    @Test
    void withTheObservationsOfTheCatalogueTheScorecardsAreTheSameAndWithoutThemOthers() throws IOException {
        var portal = new TreeMap<String, String>();
        var file = folder.resolve("far.csv");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean robots = exchange.getRequestURI().getPath().equals("/robots.txt");
            exchange.getResponseHeaders().set("Content-Type", "text/csv");
            exchange.sendResponseHeaders(robots ? 404 : 200, PublishedFiles.UTF_8.length);
            exchange.getResponseBody().write(PublishedFiles.UTF_8);
            exchange.close();
        });
        server.start();
        try (var catalog = open()) {
            var published = new PublishedFiles(catalog);
            var url = URI.create("http://localhost:" + server.getAddress().getPort() + "/far.csv");
            var words = LangText.zh("各站每月人次，由票證系統自動彙整，供規劃使用。".repeat(4));
            published.register(published.draft("near", Optional.empty()).with().description(words).build());
            published.register(published.draft(ID.value(), Optional.of(url)).with().description(words).build());
            while (!published.label(ID.value()).equals("platinum")) {
                // The queue works by a clock that stands still otherwise.
                clock.pass(Duration.ofSeconds(1));
                LockSupport.parkNanos(50_000_000);
            }
            for (var policy : catalog.judging().evaluations().policies()) {
                var stored = catalog.judging().evaluations().stored(ID, policy.id(), Optional.empty()).orElseThrow();
                portal.put(policy.id(), stored.scorecard().hex());
                Files.write(
                        folder.resolve("far.csv.observations.json"),
                        catalog.judging().cases().observations(stored).orElseThrow());
            }
            Files.write(file, PublishedFiles.UTF_8);
            try (var turtle = Files.newOutputStream(folder.resolve("far.csv.meta.ttl"))) {
                RDFDataMgr.write(turtle, catalog.store().graph(ID).orElseThrow(), Lang.TURTLE);
            }
        } finally {
            server.stop(0);
        }

        assertThat(scored(file)).isEqualTo(portal);
        everyBundleIsReplayedAndNoneThatWasChanged(file);

        Files.delete(folder.resolve("far.csv.observations.json"));
        assertThat(scored(file).values()).doesNotContainAnyElementsOf(portal.values());
    }

    @Test
    void observationsOfAnotherDatasetAreRefused() throws IOException {
        Files.write(folder.resolve("a.csv"), PublishedFiles.UTF_8);
        Files.writeString(folder.resolve("a.csv.meta.json"), "{\"title\": {\"zh-Hant-TW\": \"甲\"}}");
        Files.writeString(
                folder.resolve("a.csv.observations.json"), "{\"dataset\":\"b\",\"distributions\":[],\"own\":{}}");

        assertThat(new LocalScoring(Vocabularies.load()).score(folder.resolve("a.csv"), START))
                .isInstanceOfSatisfying(
                        ScoringOutcome.Unusable.class,
                        unusable -> assertThat(unusable.message()).contains("observations of b"));
        Files.writeString(folder.resolve("a.csv.observations.json"), "{\"dataset\":\"b\",\n\"colour\":[]}");
        assertThat(new LocalScoring(Vocabularies.load()).score(folder.resolve("a.csv"), START))
                .isInstanceOfSatisfying(
                        ScoringOutcome.Unusable.class,
                        unusable -> assertThat(unusable.message()).contains("a.csv.observations.json:2:"));
    }

    private Map<String, String> scored(Path file) {
        var ids = new TreeMap<String, String>();
        score(file).scorecards().forEach(card -> ids.put(card.policy().id(), card.id().hex()));
        return ids;
    }

    private ScoredDataset score(Path file) {
        return switch (new LocalScoring(Vocabularies.load()).score(file, clock.instant())) {
            case ScoringOutcome.Scored scored -> scored.datasets().getFirst();
            case ScoringOutcome.Unusable unusable -> throw new AssertionError(unusable.message());
        };
    }

    private void everyBundleIsReplayedAndNoneThatWasChanged(Path file) {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        var scoring = new LocalScoring(Vocabularies.load());
        var dataset = score(file);
        var verified = new ArrayList<String>();
        for (var card : dataset.scorecards()) {
            var bundle = scoring.bundle(dataset, card, clock.instant());
            assertThat(Bundle.replay(bundle, Rules::scorer)).isEqualTo(new Bundle.Replay.Verified(card, clock.instant()));
            verified.add(card.policy().id());
            for (int i = 0; i < 20; i++) {
                var flipped = bundle.clone();
                int at = random.nextInt(bundle.length);
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                assertThat(Bundle.replay(flipped, Rules::scorer))
                        .as("byte %d, seed %d", at, seed)
                        .isNotInstanceOf(Bundle.Replay.Verified.class);
            }
        }
        assertThat(verified).hasSize(6);
    }

    private Catalog open() {
        var links = new LinkSettings(LinkChecking.REGISTERED, Duration.ofDays(7), 1, true, Optional.empty());
        var settings = new CatalogSettings(
                new Home(folder.resolve("home")), Iris.LOCAL, 1 << 20, links, 1, Duration.ofSeconds(5));
        return switch (Catalog.open(settings, clock)) {
            case CatalogOpening.Opened opened -> opened.catalog();
            case CatalogOpening not -> throw new IllegalStateException(not.toString());
        };
    }
}
