package tw.touchstone.exchange.catalogue;

import java.util.List;
import java.util.Optional;
import tw.touchstone.model.Agency;
import tw.touchstone.model.Dataset;

/// What became of one row of a catalogue file. Every row is one item; only [Stopped] stands for the unread rest.
public sealed interface CatalogueItem {

    /// Where the row begins in the file, from 1.
    long line();

    /// What became of the row's URLs.
    UrlCounts urls();

    /// A dataset to register, its distributions numbered from 1 in file order.
    ///
    /// @param publisher the agency of `dataset.publisher()`, which the catalogue may not know yet
    record Draft(long line, Dataset dataset, Optional<Agency> publisher, List<Note> notes, UrlCounts urls)
            implements CatalogueItem {
        public Draft {
            notes = List.copyOf(notes);
        }
    }

    /// A row whose identifier another row has too.
    ///
    /// @param identifier the source's identifier, verbatim
    /// @param otherLine  where the row begins that was registered
    /// @param difference what this row says differently
    /// @param notes      what a merged row's distributions gave rise to
    record Repeated(
            long line,
            String identifier,
            long otherLine,
            Fate fate,
            String difference,
            List<Note> notes,
            UrlCounts urls)
            implements CatalogueItem {
        public Repeated {
            notes = List.copyOf(notes);
        }
    }

    /// A row that cannot be registered.
    ///
    /// @param identifier the source's identifier, verbatim, where there is one
    record Refused(long line, Optional<String> identifier, String reason, UrlCounts urls) implements CatalogueItem {}

    /// The file cannot be read beyond this line; no further row follows.
    record Stopped(long line, String reason) implements CatalogueItem {
        @Override
        public UrlCounts urls() {
            return UrlCounts.NONE;
        }
    }
}
