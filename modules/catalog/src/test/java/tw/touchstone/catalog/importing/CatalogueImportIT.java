package tw.touchstone.catalog.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.CatalogTests;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Label;
import tw.touchstone.search.Facet;
import tw.touchstone.search.SearchQuery;
import tw.touchstone.search.SearchResult;

class CatalogueImportIT {

    @TempDir
    private Path folder;

    @Test
    void everyRowIsAccountedForAndFound() {
        var file = NationalExport.write(folder.resolve("export.csv"), NationalExport.rows(200));
        try (var catalog = CatalogTests.open(folder.resolve("home"))) {
            var imported = run(catalog, file);

            assertThat(imported.balanced()).isTrue();
            assertThat(imported.registered()).isEqualTo(180);
            assertThat(imported.report().rows()).isEqualTo(200);
            assertThat(catalog.store().datasets()).isEqualTo(180);
            assertThat(catalog.search().size()).isEqualTo(180);
            var found = (SearchResult) catalog.search().search(SearchQuery.of("第17號"));
            assertThat(found.hits().getFirst().id()).isEqualTo(new DatasetId("17"));
            assertThat(found.hits().getFirst().label()).isEqualTo(Label.NONE_UNCHECKED.code());
        }
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var file = NationalExport.write(folder.resolve("export.csv"), NationalExport.rows(50));
        try (var catalog = CatalogTests.open(folder.resolve("home"))) {
            run(catalog, file);
            long number = catalog.store().lastNumber();

            var again = run(catalog, file);

            assertThat(again.unchanged()).isEqualTo(45);
            assertThat(again.registered() + again.revised()).isZero();
            assertThat(catalog.store().lastNumber()).isEqualTo(number);
        }
    }

    @Test
    void aChangedRowIsARevisionAndKeepsTheNumbersOfItsDistributions() {
        var first = NationalExport.write(folder.resolve("a.csv"), List.of(NationalExport.row(7, "舊名")));
        var second = NationalExport.write(
                folder.resolve("b.csv"),
                List.of(NationalExport.row(7, "新名")
                        .replace(
                                "https://data.example/7.csv;https://data.example/7.json",
                                "https://data.example/7.json;https://data.example/7.csv")));
        try (var catalog = CatalogTests.open(folder.resolve("home"))) {
            run(catalog, first);
            var earlier = catalog.store().dataset(new DatasetId("7")).orElseThrow();

            assertThat(run(catalog, second).revised()).isEqualTo(1);

            var later = catalog.store().dataset(new DatasetId("7")).orElseThrow();
            assertThat(later.title().best("zh-Hant-TW")).isEqualTo("新名");
            assertThat(later.registered()).isEqualTo(earlier.registered());
            assertThat(later.distributions().stream().map(each -> each.id().number())).containsExactly(2, 1);
        }
    }

    /// Links, counts and histories hang on the number.
    @Test
    void theNumberOfADistributionThatWentIsNeverGivenToAnother() {
        var both = NationalExport.row(7, "水庫");
        var urls = "https://data.example/7.csv;https://data.example/7.json";
        var one = both.replace(urls, "https://data.example/7.csv").replace("CSV;JSON", "CSV");
        var other = both.replace(urls, "https://data.example/7.csv;https://data.example/new.json");
        try (var catalog = CatalogTests.open(folder.resolve("home"))) {
            run(catalog, NationalExport.write(folder.resolve("a.csv"), List.of(both)));
            run(catalog, NationalExport.write(folder.resolve("b.csv"), List.of(one)));
            run(catalog, NationalExport.write(folder.resolve("c.csv"), List.of(other)));

            var dataset = catalog.store().dataset(new DatasetId("7")).orElseThrow();
            assertThat(dataset.distributions().stream().map(each -> each.id().number())).containsExactly(1, 3);
        }
    }

    @Test
    void aWithdrawnDatasetIsNotBroughtBack() {
        var file = NationalExport.write(folder.resolve("export.csv"), List.of(NationalExport.row(7, "水庫")));
        try (var catalog = CatalogTests.open(folder.resolve("home"))) {
            run(catalog, file);
            catalog.publishing().withdraw(new DatasetId("7"), "有誤", CatalogTests.ADMINISTRATOR);

            var again = run(catalog, file);

            assertThat(again.keptOutTotal()).isEqualTo(1);
            assertThat(again.balanced()).isTrue();
            assertThat(catalog.store().dataset(new DatasetId("7"))).isEmpty();
        }
    }

    @Test
    void aFileThatIsNoCatalogueIsRefusedWithTheColumnsSeen() throws IOException {
        var file = Files.writeString(folder.resolve("x.csv"), "甲,乙\n1,2\n");
        try (var catalog = CatalogTests.open(folder.resolve("home"))) {
            assertThat(catalog.imports().run(file, ImportOptions.DEFAULT, progress -> {}))
                    .isInstanceOfSatisfying(
                            ImportOutcome.Unreadable.class,
                            unreadable -> assertThat(unreadable.message()).contains("甲", "乙"));
        }
    }

    /// Kill the process during an import; start; finish the import: the same result as without the kill.
    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void anImportThatWasKilledIsFinishedByRunningItAgain() throws IOException, InterruptedException {
        var file = NationalExport.write(folder.resolve("export.csv"), NationalExport.rows(6_000));
        killDuringImport(folder.resolve("killed"), file);

        Map<DatasetId, Dataset> killed;
        try (var catalog = CatalogTests.open(folder.resolve("killed"))) {
            assertThat(catalog.store().datasets()).isBetween(1L, 5_399L);
            assertThat(run(catalog, file).balanced()).isTrue();
            killed = contents(catalog);
        }
        try (var catalog = CatalogTests.open(folder.resolve("whole"))) {
            run(catalog, file);
            assertThat(killed).isEqualTo(contents(catalog));
        }
    }

    private static void killDuringImport(Path home, Path file) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ImportingProcess.class.getName(),
                home.toString(),
                file.toString()));
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var lines = process.inputReader()) {
            // The first batches are committed, later ones are being read, scored and indexed: now.
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("stored ") && Integer.parseInt(line.substring(7)) >= 2_000) {
                    break;
                }
            }
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
    }

    private static ImportOutcome.Imported run(Catalog catalog, Path file) {
        return (ImportOutcome.Imported) catalog.imports().run(file, ImportOptions.DEFAULT, progress -> {});
    }

    /// All that a reader can see, save for when it was registered; the index must agree with the store.
    private static Map<DatasetId, Dataset> contents(Catalog catalog) {
        var all = new TreeMap<DatasetId, Dataset>();
        catalog.store()
                .forEachDataset(dataset -> all.put(
                        dataset.id(), dataset.with().registered(Optional.empty()).build()));
        assertThat(catalog.search().size()).isEqualTo(all.size());
        var labelled = SearchQuery.of("").filters(Map.of(Facet.LABEL, Set.of(Label.NONE_UNCHECKED.code())));
        assertThat(((SearchResult) catalog.search().search(labelled)).total()).isEqualTo(all.size());
        for (var policy : catalog.judging().evaluations().policies()) {
            assertThat(catalog.judging().evaluations().history().awards(all.keySet(), policy.id())).hasSize(all.size());
            assertThat(all.keySet()).allMatch(id -> catalog.judging().evaluations().history().current(id, policy.id()).isPresent());
        }
        return all;
    }
}
