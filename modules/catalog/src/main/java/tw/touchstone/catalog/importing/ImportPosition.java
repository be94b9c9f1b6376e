package tw.touchstone.catalog.importing;

import java.util.Map;

/// How far an import has come: the state of the last batch that was stored.
///
/// @param number     of the last change in the catalogue then
/// @param items      rows and repetitions that need not be looked at again
/// @param rows       rows read
/// @param fraction   share of the file that was read, 0 to 1
/// @param registered datasets that were new here
/// @param revised    datasets that were here and differed
/// @param unchanged  datasets that were here and were the same
/// @param keptOut    drafts that were not taken
/// @param findings   violations of the application profile by kind
/// @param logged     entries in the log
/// @param leftOut    entries for which the log had no room
public record ImportPosition(
        long number,
        long items,
        long rows,
        double fraction,
        long registered,
        long revised,
        long unchanged,
        long keptOut,
        Map<String, Long> findings,
        long logged,
        long leftOut) {

    public ImportPosition {
        findings = Map.copyOf(findings);
    }

    /// At the beginning, in a catalogue whose last change has this number.
    static ImportPosition start(long number) {
        return new ImportPosition(number, 0, 0, 0, 0, 0, 0, 0, Map.of(), 0, 0);
    }
}
