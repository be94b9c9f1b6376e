package tw.touchstone.catalog.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.CatalogTests;
import tw.touchstone.model.DatasetId;

class ImportJobsIT {

    @TempDir
    private Path folder;

    @Test
    void aFileThatIsSentAgainIsRecognisedUnlessItShallBeImportedAgain() throws IOException {
        var file = NationalExport.write(folder.resolve("a.csv"), NationalExport.rows(50));
        try (var catalog = CatalogTests.open(folder.resolve("home"))) {
            var first = ended(catalog, accepted(submit(catalog, file, false)));
            assertThat(first.state()).isEqualTo(ImportJob.State.DONE);
            assertThat(first.position().registered()).isEqualTo(45);

            assertThat(submit(catalog, file, false)).isEqualTo(new ImportJobs.Submitted.Known(first));

            var again = ended(catalog, accepted(submit(catalog, file, true)));
            assertThat(again.id()).isNotEqualTo(first.id());
            assertThat(again.position().unchanged()).isEqualTo(45);
            assertThat(again.position().registered() + again.position().revised()).isZero();
            assertThat(files(catalog)).as("what was imported is let go").isEmpty();
        }
    }

    @Test
    void theLogNamesTheLinesOfRowsThatWereNotTaken() throws IOException {
        var file = NationalExport.write(
                folder.resolve("a.csv"),
                List.of(
                        NationalExport.row(7, "水庫"),
                        NationalExport.row(8, ""),
                        NationalExport.row(9, "河川").replace("CSV;JSON", "CSV;XYZ"),
                        NationalExport.row(7, "別的")));
        try (var catalog = CatalogTests.open(folder.resolve("home"))) {
            var job = ended(catalog, accepted(submit(catalog, file, false)));
            var jobs = catalog.importJobs();

            var refused = jobs.log(job.id(), 0, 10, Optional.of("refused"));
            assertThat(refused).hasSize(1);
            assertThat(refused.getFirst().line()).isEqualTo(3);
            assertThat(refused.getFirst().subject()).isEqualTo("8");
            assertThat(refused.getFirst().text()).isEqualTo("no title");
            assertThat(jobs.log(job.id(), 0, 10, Optional.of("conflict")))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.line()).isEqualTo(5));
            assertThat(jobs.log(job.id(), 0, 10, Optional.of("format-unknown")))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.line()).isEqualTo(4));
            assertThat(jobs.log(job.id(), 0, 1_000, Optional.empty()))
                    .extracting(ImportLogEntry::number)
                    .containsExactlyElementsOf(numbers(job.position().logged()));
            assertThat(jobs.logged(job.id(), Optional.empty())).isEqualTo(job.position().logged());
        }
    }

    @Test
    void oneThatWaitsIsCancelledAtOnceAndTouchesNothing() throws IOException {
        var long1 = NationalExport.write(folder.resolve("a.csv"), NationalExport.rows(5_000));
        var other = NationalExport.write(folder.resolve("b.csv"), List.of(NationalExport.row(900_001, "水庫")));
        try (var catalog = CatalogTests.open(folder.resolve("home"))) {
            var first = accepted(submit(catalog, long1, false));
            var second = accepted(submit(catalog, other, false));
            assertThat(submit(catalog, other, true))
                    .as("one that is open is never doubled")
                    .isInstanceOf(ImportJobs.Submitted.Known.class);

            assertThat(catalog.importJobs().cancel(second.id()).orElseThrow().state())
                    .isEqualTo(ImportJob.State.CANCELLED);
            var cancelled = catalog.importJobs().cancel(first.id()).orElseThrow();
            assertThat(cancelled.state().isOpen() || cancelled.state() == ImportJob.State.CANCELLED).isTrue();

            var end = ended(catalog, first);
            assertThat(end.state()).isEqualTo(ImportJob.State.CANCELLED);
            assertThat(catalog.store().datasets())
                    .as("what was read until then is stored")
                    .isEqualTo(end.position().registered())
                    .isLessThan(4_500);
            assertThat(catalog.store().dataset(new DatasetId("900001"))).isEmpty();
            assertThat(files(catalog)).isEmpty();
        }
    }

    @Test
    void whatIsNoCatalogueOrTooLargeSaysSo() throws IOException {
        try (var catalog = CatalogTests.open(folder.resolve("home"))) {
            var file = Files.writeString(folder.resolve("x.csv"), "甲,乙\n1,2\n");
            var job = ended(catalog, accepted(submit(catalog, file, false)));
            assertThat(job.state()).isEqualTo(ImportJob.State.UNREADABLE);
            assertThat(job.message().orElseThrow()).contains("甲", "乙");
            assertThat(catalog.importJobs().receive(new ByteArrayInputStream(new byte[11]), 10)).isEmpty();
            assertThat(files(catalog)).isEmpty();
        }
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void aCatalogueThatIsClosedInTheMiddleGoesOnAfterItsNextStart() throws IOException {
        var file = NationalExport.write(folder.resolve("a.csv"), NationalExport.rows(6_000));
        ImportJob job;
        try (var catalog = CatalogTests.open(folder.resolve("home"))) {
            job = accepted(submit(catalog, file, false));
            await(() -> catalog.importJobs().job(job.id()).orElseThrow().position().registered() > 0);
        }
        try (var catalog = CatalogTests.open(folder.resolve("home"))) {
            assertThat(ended(catalog, job).position().registered()).isEqualTo(5_400);
            assertThat(catalog.store().datasets()).isEqualTo(5_400);
        }
    }

    /// Kill the process in the middle: counts, report and log are those of an import that was not.
    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void anImportWhoseProcessWasKilledEndsAsIfItHadNotBeen() throws Exception {
        var rows = new ArrayList<>(NationalExport.rows(6_000));
        rows.set(200, NationalExport.row(201, ""));
        rows.set(5_800, NationalExport.row(5_801, ""));
        rows.set(3_000, NationalExport.row(3_001, "格式").replace("CSV;JSON", "CSV;XYZ"));
        var file = NationalExport.write(folder.resolve("export.csv"), rows);
        killDuringImport(folder.resolve("killed"), file);

        ImportJob whole;
        List<ImportLogEntry> log;
        try (var catalog = CatalogTests.open(folder.resolve("whole"))) {
            whole = ended(catalog, accepted(submit(catalog, file, false)));
            log = catalog.importJobs().log(whole.id(), 0, 100_000, Optional.empty());
        }
        try (var catalog = CatalogTests.open(folder.resolve("killed"))) {
            var resumed = ended(catalog, catalog.importJobs().job(1).orElseThrow());
            assertThat(resumed.state()).isEqualTo(ImportJob.State.DONE);
            assertThat(resumed.text()).isEqualTo(whole.text());
            assertThat(resumed.report()).isEqualTo(whole.report());
            assertThat(resumed.position().registered()).isEqualTo(whole.position().registered());
            assertThat(resumed.position().unchanged()).isZero();
            assertThat(catalog.importJobs().log(1, 0, 100_000, Optional.empty())).isEqualTo(log);
            assertThat(catalog.store().datasets()).isEqualTo(whole.position().registered());
        }
    }

    private static void killDuringImport(Path home, Path file) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportJobProcess.class.getName(),
                        home.toString(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("stored ") && Integer.parseInt(line.substring(7)) >= 2_000) {
                    break;
                }
            }
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
    }

    private static ImportJobs.Submitted submit(Catalog catalog, Path file, boolean again) throws IOException {
        var jobs = catalog.importJobs();
        try (var bytes = Files.newInputStream(file)) {
            return jobs.submit(
                    jobs.receive(bytes, 1 << 30).orElseThrow(),
                    file.getFileName().toString(),
                    ImportOptions.DEFAULT,
                    "test",
                    again);
        }
    }

    private static ImportJob accepted(ImportJobs.Submitted submitted) {
        assertThat(submitted).isInstanceOf(ImportJobs.Submitted.Accepted.class);
        return ((ImportJobs.Submitted.Accepted) submitted).job();
    }

    private static ImportJob ended(Catalog catalog, ImportJob job) {
        await(() -> !catalog.importJobs().job(job.id()).orElseThrow().state().isOpen());
        // Its file goes right after its end is noted.
        await(() -> files(catalog).isEmpty());
        return catalog.importJobs().job(job.id()).orElseThrow();
    }

    private static List<Long> numbers(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static List<Path> files(Catalog catalog) {
        var home = catalog.settings().home();
        var found = new ArrayList<Path>();
        for (var place : List.of(home.imports(), home.incoming())) {
            try (var files = Files.isDirectory(place) ? Files.list(place) : Stream.<Path>empty()) {
                found.addAll(files.toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static void await(BooleanSupplier condition) {
        var end = Instant.now().plus(Duration.ofMinutes(2));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited too long").isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
