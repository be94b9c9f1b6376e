package tw.touchstone.exchange.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What became of a catalogue file. The numbers add up: see [#balanced()].
///
/// Lists hold the first [#LISTED] entries; the numbers count all.
///
/// @param layout       what kind of file it is, for people
/// @param source       whose identifiers it has
/// @param unit         what positions count: `line` or `record`
/// @param rows         rows read
/// @param datasets     rows that became a dataset
/// @param repeats      other rows of those identifiers, by what became of them
/// @param refusedRows  rows that could not be registered
/// @param urls         what became of the URLs
/// @param notes        what was changed or not understood, by [NoteKind#code()]
/// @param conflicts    rows that lost against another of their identifier
/// @param refused      refused rows
/// @param stopped      where and why reading ended before the file did
/// @param findings     violations of the application profile by kind, as the catalogue adds them
public record ImportReport(
        String layout,
        String source,
        String unit,
        long rows,
        long datasets,
        Map<Fate, Long> repeats,
        long refusedRows,
        UrlCounts urls,
        SortedMap<String, Noted> notes,
        List<CatalogueItem.Repeated> conflicts,
        List<CatalogueItem.Refused> refused,
        Optional<CatalogueItem.Stopped> stopped,
        SortedMap<String, Long> findings) {

    /// How many rows a list names at most.
    public static final int LISTED = 1_000;

    /// How often a kind of note was made.
    ///
    /// @param count   all
    /// @param samples the first few
    public record Noted(long count, List<Note> samples) {
        public Noted {
            samples = List.copyOf(samples);
        }
    }

    public ImportReport {
        repeats = Map.copyOf(repeats);
        notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
        conflicts = List.copyOf(conflicts);
        refused = List.copyOf(refused);
        findings = Collections.unmodifiableSortedMap(new TreeMap<>(findings));
    }

    /// This report with more violations of the application profile, by kind.
    public ImportReport plus(Map<String, Long> more) {
        var sum = new TreeMap<>(findings);
        more.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        return new ImportReport(
                layout, source, unit, rows, datasets, repeats, refusedRows, urls, notes, conflicts, refused, stopped, sum);
    }

    /// How many rows had this fate.
    public long repeated(Fate fate) {
        return repeats.getOrDefault(fate, 0L);
    }

    /// Whether every row and every URL is counted exactly once.
    public boolean balanced() {
        long repeatedRows = repeats.values().stream().mapToLong(Long::longValue).sum();
        long urlsCounted =
                urls.kept() + urls.repaired() + urls.glued() + urls.repeated() + urls.refused() + urls.unregistered();
        return rows == datasets + repeatedRows + refusedRows && urls.read() == urlsCounted;
    }

    /// The report in English, line by line.
    public List<String> text() {
        return ReportText.of(this);
    }

    /// The report as a JSON object.
    public String json() {
        return ReportJson.of(this);
    }
}
