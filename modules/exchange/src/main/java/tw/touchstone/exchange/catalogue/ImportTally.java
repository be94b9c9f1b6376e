package tw.touchstone.exchange.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Adds up the items of a catalogue file; for one thread.
public final class ImportTally {

    private static final int SAMPLES = 5;

    private final CatalogueFile.Opened file;
    private final Map<Fate, Long> repeats = new EnumMap<>(Fate.class);
    private final Map<NoteKind, Long> noteCounts = new EnumMap<>(NoteKind.class);
    private final Map<NoteKind, List<Note>> samples = new EnumMap<>(NoteKind.class);
    private final List<CatalogueItem.Repeated> conflicts = new ArrayList<>();
    private final List<CatalogueItem.Refused> refused = new ArrayList<>();
    private Optional<CatalogueItem.Stopped> stopped = Optional.empty();
    private UrlCounts urls = UrlCounts.NONE;
    private long rows;
    private long datasets;
    private long refusedRows;

    /// An empty tally for the items of this file.
    public ImportTally(CatalogueFile.Opened file) {
        this.file = file;
    }

    /// Counts the next item.
    public void add(CatalogueItem item) {
        urls = urls.plus(item.urls());
        rows++;
        switch (item) {
            case CatalogueItem.Draft draft -> {
                datasets++;
                note(draft.notes());
            }
            case CatalogueItem.Repeated repeated -> {
                repeats.merge(repeated.fate(), 1L, Long::sum);
                note(repeated.notes());
                if (repeated.fate() != Fate.MERGED && conflicts.size() < ImportReport.LISTED) {
                    conflicts.add(repeated);
                }
            }
            case CatalogueItem.Refused refusal -> {
                refusedRows++;
                if (refused.size() < ImportReport.LISTED) {
                    refused.add(refusal);
                }
            }
            case CatalogueItem.Stopped end -> {
                rows--;
                stopped = Optional.of(end);
            }
        }
    }

    private void note(Collection<Note> notes) {
        for (var note : notes) {
            noteCounts.merge(note.kind(), 1L, Long::sum);
            var kept = samples.computeIfAbsent(note.kind(), none -> new ArrayList<>());
            if (kept.size() < SAMPLES) {
                kept.add(note);
            }
        }
    }

    /// The sums so far.
    public ImportReport report() {
        var notes = new TreeMap<String, ImportReport.Noted>();
        noteCounts.forEach((kind, count) ->
                notes.put(kind.code(), new ImportReport.Noted(count, samples.getOrDefault(kind, List.of()))));
        return new ImportReport(
                file.layout(),
                file.source(),
                file.unit(),
                rows,
                datasets,
                repeats,
                refusedRows,
                urls,
                notes,
                conflicts,
                refused,
                stopped,
                new TreeMap<>());
    }
}
