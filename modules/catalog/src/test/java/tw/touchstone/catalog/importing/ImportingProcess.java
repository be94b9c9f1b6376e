package tw.touchstone.catalog.importing;

import java.nio.file.Path;
import tw.touchstone.catalog.CatalogTests;

/// Imports a file in a process of its own, which a test then kills.
final class ImportingProcess {

    private ImportingProcess() {}

    public static void main(String[] arguments) {
        try (var catalog = CatalogTests.open(Path.of(arguments[0]))) {
            catalog.imports().run(Path.of(arguments[1]), ImportOptions.DEFAULT, progress -> {
                System.out.println("stored " + progress.datasets());
                System.out.flush();
            });
        }
    }
}
