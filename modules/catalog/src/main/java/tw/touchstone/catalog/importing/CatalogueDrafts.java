package tw.touchstone.catalog.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tw.touchstone.exchange.catalogue.CatalogueFile;
import tw.touchstone.exchange.catalogue.CatalogueItem;
import tw.touchstone.exchange.catalogue.OnConflict;
import tw.touchstone.model.Dataset;
import tw.touchstone.vocabulary.Vocabularies;

/// The datasets that a catalogue file describes, without importing them.
public final class CatalogueDrafts {

    private final NationalImportTerms terms;

    public CatalogueDrafts(Vocabularies vocabularies) {
        this.terms = new NationalImportTerms(vocabularies);
    }

    /// Whether the name is one that catalogue files have.
    public static boolean maybe(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".xml");
    }

    /// All datasets of the file; none where it is no catalogue.
    public List<Dataset> read(Path file) {
        if (!(CatalogueFile.open(file, terms, Optional.empty()) instanceof CatalogueFile.Opened opened)) {
            return List.of();
        }
        var drafts = new ArrayList<Dataset>();
        try (var rows = opened.rows(OnConflict.FIRST)) {
            for (var item = rows.next(); item.isPresent(); item = rows.next()) {
                if (item.get() instanceof CatalogueItem.Draft draft) {
                    drafts.add(draft.dataset());
                }
            }
        }
        return drafts;
    }
}
