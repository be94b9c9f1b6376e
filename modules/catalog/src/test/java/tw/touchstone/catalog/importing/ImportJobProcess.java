package tw.touchstone.catalog.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import tw.touchstone.catalog.CatalogTests;

/// Submits an import as a job and says how many datasets are stored, until it is killed.
final class ImportJobProcess {

    private ImportJobProcess() {}

    public static void main(String... arguments) throws Exception {
        try (var catalog = CatalogTests.open(Path.of(arguments[0]))) {
            var jobs = catalog.importJobs();
            try (var bytes = Files.newInputStream(Path.of(arguments[1]))) {
                jobs.submit(
                        jobs.receive(bytes, Long.MAX_VALUE).orElseThrow(),
                        "export.csv",
                        new ImportOptions(Optional.empty(), ImportOptions.DEFAULT.onConflict()),
                        "test",
                        false);
            }
            while (jobs.isUnderWay()) {
                System.out.println("stored " + catalog.store().datasets());
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
        }
    }
}
