package tw.touchstone.catalog.importing;

import java.util.ArrayList;
import java.util.List;
import tw.touchstone.exchange.catalogue.ImportReport;

/// How an import ended.
public sealed interface ImportOutcome {

    /// The file was read to its end, or to where its report says that reading stopped.
    ///
    /// `registered + revised + unchanged + keptOutTotal` is the number of datasets in the report.
    ///
    /// @param registered datasets that are new here
    /// @param revised    datasets that were here and differed
    /// @param unchanged  datasets that were here and are the same
    /// @param keptOutTotal drafts that were not registered
    /// @param keptOut    the first of these, with the reason
    record Imported(ImportReport report, long registered, long revised, long unchanged, long keptOutTotal, List<KeptOut> keptOut)
            implements ImportOutcome {
        /// How many drafts that were kept out are listed at most; `keptOutTotal` counts all.
        public static final int LISTED = 1_000;

        public Imported {
            keptOut = List.copyOf(keptOut);
        }

        /// Whether every row, every URL and every dataset of the file is accounted for.
        public boolean balanced() {
            return report.balanced() && registered + revised + unchanged + keptOutTotal == report.datasets();
        }

        /// The report in lines of English, for a console.
        public List<String> text() {
            var lines = new ArrayList<>(report.text());
            lines.add("catalogue: %,d registered, %,d revised, %,d unchanged, %,d kept out; the numbers %s"
                    .formatted(
                            registered,
                            revised,
                            unchanged,
                            keptOutTotal,
                            balanced() ? "add up" : "DO NOT ADD UP: please report this"));
            keptOut.forEach(each ->
                    lines.add("  kept out, %s %d, %s: %s".formatted(report.unit(), each.line(), each.id(), each.reason())));
            return List.copyOf(lines);
        }
    }

    /// Somebody ended it; what was read until then is stored.
    record Cancelled(Imported soFar) implements ImportOutcome {}

    /// The process ends; the import goes on where it stood after the next start.
    record Suspended() implements ImportOutcome {}

    /// A readable row that this catalogue did not take.
    record KeptOut(long line, String id, String reason) {}

    /// Not a catalogue file that can be read; nothing was changed.
    record Unreadable(String message) implements ImportOutcome {}
}
