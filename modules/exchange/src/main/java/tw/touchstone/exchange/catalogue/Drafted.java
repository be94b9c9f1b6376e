package tw.touchstone.exchange.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.touchstone.model.Agency;
import tw.touchstone.model.Dataset;

/// A row read as a dataset, before it is known whether other rows of its identifier join it.
///
/// @param repaired numbers of the distributions whose URL had to be changed
record Drafted(
        long line,
        String identifier,
        Dataset dataset,
        Optional<Agency> publisher,
        Set<Integer> repaired,
        List<Note> notes,
        UrlCounts urls) {

    CatalogueItem.Draft item() {
        return new CatalogueItem.Draft(line, dataset, publisher, notes, urls);
    }
}
