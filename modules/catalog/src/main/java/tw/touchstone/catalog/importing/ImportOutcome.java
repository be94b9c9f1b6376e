package tw.touchstone.catalog.importing;

import java.util.List;
import tw.touchstone.exchange.catalogue.ImportReport;

/// How an import ended.
public sealed interface ImportOutcome {

    /// The file was read to its end, or to where its report says that reading stopped.
    ///
    /// `registered + revised + unchanged + kept out` is the number of datasets in the report.
    ///
    /// @param registered datasets that are new here
    /// @param revised    datasets that were here and differed
    /// @param unchanged  datasets that were here and are the same
    /// @param keptOut    drafts that were not registered, with the reason
    record Imported(ImportReport report, long registered, long revised, long unchanged, List<KeptOut> keptOut)
            implements ImportOutcome {
        public Imported {
            keptOut = List.copyOf(keptOut);
        }
    }

    /// A readable row that this catalogue did not take.
    record KeptOut(long line, String id, String reason) {}

    /// Not a catalogue file that can be read; nothing was changed.
    record Unreadable(String message) implements ImportOutcome {}
}
