package tw.touchstone.exchange.catalogue;

import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Reads a whole catalogue file for a test.
record ImportedFile(CatalogueFile.Opened file, List<CatalogueItem> items, ImportReport report) {

    static Path fixture(String name) {
        try {
            return Path.of(Objects.requireNonNull(ImportedFile.class.getResource("/catalogue/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static ImportedFile of(String fixture) {
        return of(fixture(fixture), OnConflict.FIRST, Limits.DEFAULT);
    }

    static ImportedFile of(Path path, OnConflict onConflict, Limits limits) throws UncheckedIOException {
        if (!(CatalogueFile.open(path, new KnownTerms(), Optional.empty(), limits)
                instanceof CatalogueFile.Opened file)) {
            throw new AssertionError("not opened: " + path);
        }
        var items = new ArrayList<CatalogueItem>();
        var tally = new ImportTally(file);
        try (var rows = file.rows(onConflict)) {
            for (var item = rows.next(); item.isPresent(); item = rows.next()) {
                items.add(item.get());
                tally.add(item.get());
            }
        }
        return new ImportedFile(file, items, tally.report());
    }

    CatalogueItem.Draft draft(String id) {
        return items.stream()
                .filter(CatalogueItem.Draft.class::isInstance)
                .map(CatalogueItem.Draft.class::cast)
                .filter(draft -> draft.dataset().id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    List<CatalogueItem> others() {
        return items.stream().filter(item -> !(item instanceof CatalogueItem.Draft)).toList();
    }
}
