package tw.touchstone.catalog.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.CatalogTests;
import tw.touchstone.catalog.PolicyFiles;
import tw.touchstone.catalog.PublishedFiles;
import tw.touchstone.catalog.SettableClock;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.catalog.policies.SimulationReport.Fate;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Label;
import tw.touchstone.quality.Points;
import tw.touchstone.quality.Policy;
import tw.touchstone.search.Facet;
import tw.touchstone.search.SearchQuery;
import tw.touchstone.search.SearchResult;

/// Policies that change while the catalogue is open, with a clock that is moved by hand.
@Timeout(120)
class AdoptionIT {

    private static final Instant START = Instant.parse("2026-03-02T04:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final int DATASETS = 16;

    @TempDir
    private Path home;

    private final SettableClock clock = new SettableClock(START);

    /// The label of 2025 with other needs: silver where the encoding fits, platinum with the old silver on top.
    private static String draft(String version) {
        return PolicyFiles.text("label-114")
                .replace("\"version\": \"1\"", "\"version\": \"" + version + "\"")
                .replace("\"needs\": [\"structure\"]", "\"needs\": [\"encoding-match\"]")
                .replace("\"encoding-match\", \"desc-match\", \"timely\"]}", "\"structure\", \"desc-match\", \"timely\"]}");
    }

    private static void fill(Catalog catalog, long seed) {
        var random = new Random(seed);
        var files = List.of(PublishedFiles.UTF_8, PublishedFiles.BIG5, PublishedFiles.PAGE, PublishedFiles.PDF);
        var published = new PublishedFiles(catalog);
        for (int i = 0; i < DATASETS; i++) {
            if (random.nextInt(5) == 0) {
                published.register(published.draft("d-" + i, Optional.empty()));
            } else {
                published.publish("d-" + i, files.get(i % files.size()));
            }
        }
    }

    @Test
    void whatIsSimulatedIsWhatTheSwitchBrings() throws InterruptedException {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        try (var catalog = CatalogTests.open(home, clock)) {
            fill(catalog, seed);
            var before = awards(catalog);

            var simulated = catalog.judging().simulation().run(policy(draft("2")), _ -> {});

            assertThat(awards(catalog)).as("simulating stores nothing, seed %d", seed).isEqualTo(before);
            assertThat(simulated.fates()).extracting(Fate::dataset).hasSize(DATASETS).isSorted();
            assertThat(simulated.changed()).as("the draft changes something, seed %d", seed).isNotEmpty();

            assertThat(catalog.judging().policies().adopt(draft("2"), TODAY, 0)).isInstanceOf(Adopting.Noted.class);
            catalog.timekeeper().doDue();

            var after = awards(catalog);
            for (var fate : simulated.fates()) {
                var id = fate.dataset();
                assertThat(before.get(id)).as("%s before, seed %d", id, seed).isEqualTo(fate.before());
                assertThat(after.get(id)).as("%s after, seed %d", id, seed).isEqualTo(fate.after());
                assertThat(current(catalog, id).score().map(Points::tenThousandths)).isEqualTo(fate.drafted());
            }
            assertThat(catalog.awaitFollowed(Duration.ofSeconds(20))).as("the index has followed").isTrue();
            for (var label : Label.values()) {
                assertThat(found(catalog, label))
                        .as("search for %s, seed %d", label, seed)
                        .isEqualTo(after.values().stream().filter(label.code()::equals).count());
            }
            assertThat(catalog.judging().evaluations().policies().stream().filter(each -> each.id().equals("label-114")).map(Policy::version))
                    .containsExactly("2");
        }
    }

    @Test
    void everyGraphSaysTheLabelOfThePolicyInForce() {
        try (var catalog = CatalogTests.open(home, clock)) {
            fill(catalog, 1);
            catalog.judging().policies().adopt(draft("2"), TODAY, 0);
            catalog.timekeeper().doDue();

            awards(catalog).forEach((id, award) -> {
                var said = catalog.store().quality(id).stream()
                        .flatMap(graph -> graph.stream())
                        .filter(triple -> triple.getSubject().toString().endsWith("#label-114"))
                        .filter(triple -> triple.getPredicate().getURI().endsWith("hasBody"))
                        .map(triple -> triple.getObject().getURI().replaceFirst(".*/", ""))
                        .toList();
                assertThat(said).as(id.value()).isEqualTo(award.equals("none-unchecked") ? List.of() : List.of(award));
            });
        }
    }

    @Test
    void nothingChangesBeforeTheGraceIsOver() {
        try (var catalog = CatalogTests.open(home, clock)) {
            fill(catalog, 2);
            var before = awards(catalog);
            catalog.judging().policies().adopt(draft("2"), TODAY, 10);

            clock.pass(Duration.between(START, Instant.parse("2026-03-11T15:59:59Z")));
            catalog.timekeeper().doDue();
            assertThat(awards(catalog)).as("a second before midnight in Taipei").isEqualTo(before);

            clock.pass(Duration.ofSeconds(1));
            catalog.timekeeper().doDue();
            assertThat(awards(catalog)).isNotEqualTo(before);
        }
    }

    /// The process ends between the decision and its being carried out; the next one does it by itself.
    @Test
    void anAdoptionIsCarriedOutAfterARestart() {
        Map<DatasetId, String> wanted = new HashMap<>();
        try (var catalog = CatalogTests.open(home, clock)) {
            fill(catalog, 3);
            catalog.judging().simulation().run(policy(draft("2")), _ -> {}).fates().forEach(fate -> wanted.put(fate.dataset(), fate.after()));
            catalog.judging().policies().adopt(draft("2"), TODAY, 0);
        }
        try (var catalog = CatalogTests.open(home, clock)) {
            catalog.timekeeper().doDue();
            assertThat(awards(catalog)).isEqualTo(wanted);
            assertThat(catalog.judging().policies().pending()).isEmpty();
        }
        try (var catalog = CatalogTests.open(home, clock)) {
            assertThat(awards(catalog)).as("and stays in force").isEqualTo(wanted);
            assertThat(catalog.store().lastNumber()).isEqualTo(catalog.followed());
        }
    }

    /// What was judged under the text before stays as it was told.
    @Test
    void theScorecardsBeforeTheSwitchStay() {
        try (var catalog = CatalogTests.open(home, clock)) {
            new PublishedFiles(catalog).publish("d", PublishedFiles.BIG5);
            clock.pass(Duration.ofDays(1));
            catalog.judging().policies().adopt(draft("2"), TODAY, 0);
            catalog.timekeeper().doDue();

            var id = new DatasetId("d");
            var history = catalog.judging().evaluations().history();
            assertThat(history.asOf(id, "label-114", START).map(StoredScorecard::award)).contains("silver");
            assertThat(history.asOf(id, "label-114", clock.instant()).map(StoredScorecard::award)).contains("bronze");
            assertThat(history.history(id, "label-114")).extracting(StoredScorecard::evaluatedAt).isSorted();
        }
    }

    @Test
    void aVersionIsNeverEdited() {
        try (var catalog = CatalogTests.open(home, clock)) {
            assertThat(catalog.judging().policies().adopt(draft("1"), TODAY, 0))
                    .isEqualTo(new Adopting.VersionTaken("label-114", "1"));
            assertThat(catalog.judging().policies().adopt(draft("2"), TODAY, 30)).isInstanceOf(Adopting.Noted.class);
            assertThat(catalog.judging().policies().adopt(draft("2").replace("silver", "gold"), TODAY, 30))
                    .isEqualTo(new Adopting.VersionTaken("label-114", "2"));
            assertThat(catalog.judging().policies().adopt(draft("2"), TODAY, 5)).as("the day may be moved").isInstanceOf(Adopting.Noted.class);
            assertThat(catalog.judging().policies().adoptions()).extracting(Adoption::graceDays).containsExactly(5);
            assertThat(catalog.judging().policies().adopt("{}", TODAY, 0)).isInstanceOf(Adopting.Unreadable.class);
        }
    }

    @Test
    void whatWasSimulatedIsListedForPeopleAndPrograms() {
        try (var catalog = CatalogTests.open(home, clock)) {
            fill(catalog, 4);
            var report = catalog.judging().simulation().run(policy(draft("2")), _ -> {});
            var text = new SimulationText(report);

            assertThat(SimulationText.read(text.json())).isEqualTo(report);
            assertThat(text.csv().lines()).hasSize(1 + report.changed().size());
            assertThat(text.table().getFirst()).startsWith("label-114 2 against label-114, 16 datasets as of 2026-03-02");
            assertThat(report.byAgency().getOrDefault("moda", new TreeMap<>()).values().stream().mapToLong(Long::longValue).sum())
                    .as("whoever ceases to hold one award comes to hold another")
                    .isZero();
            assertThat(report.moves().values().stream().flatMap(to -> to.values().stream()).mapToLong(Long::longValue).sum())
                    .isEqualTo(DATASETS);
            assertThatThrownBy(() -> SimulationText.read("{")).isInstanceOf(RuntimeException.class);
        }
    }

    private static Policy policy(String text) {
        return (Policy) Policy.read(text);
    }

    private static Map<DatasetId, String> awards(Catalog catalog) {
        var awards = new HashMap<DatasetId, String>();
        catalog.store().forEachDataset(dataset -> awards.put(
                dataset.id(), current(catalog, dataset.id()).award()));
        return awards;
    }

    private static StoredScorecard current(Catalog catalog, DatasetId id) {
        return catalog.judging().evaluations().history().current(id, "label-114").orElseThrow();
    }

    private static long found(Catalog catalog, Label label) {
        var query = SearchQuery.of("").filters(Map.of(Facet.LABEL, Set.of(label.code())));
        return ((SearchResult) catalog.search().search(query)).total();
    }

}
