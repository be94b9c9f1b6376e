package tw.touchstone.catalog.importing;

import java.util.ArrayList;
import java.util.List;
import tw.touchstone.exchange.catalogue.CatalogueItem;
import tw.touchstone.exchange.catalogue.Fate;
import tw.touchstone.exchange.catalogue.Note;
import tw.touchstone.vocabulary.conformance.ConformanceFinding;

/// Collects what an import has to say about rows until it is stored with them; for the reading thread.
final class ImportLog {

    /// More than so many entries nobody reads; the rest is counted.
    static final int MOST = 100_000;

    /// The kind of entry that says why a draft was not taken.
    static final String KEPT_OUT = "kept-out";

    private static final int LONGEST = 2_000;

    private List<ImportLogEntry> pending = new ArrayList<>();
    private long logged;
    private long leftOut;

    ImportLog(ImportPosition resumed) {
        logged = resumed.logged();
        leftOut = resumed.leftOut();
    }

    /// Notes what is remarkable about a row; nothing where it was read as it stands.
    void add(CatalogueItem item) {
        switch (item) {
            case CatalogueItem.Draft draft -> notes(draft.notes(), draft.dataset().id().value());
            case CatalogueItem.Repeated repeated -> {
                notes(repeated.notes(), repeated.identifier());
                if (repeated.fate() != Fate.MERGED) {
                    add(
                            repeated.line(),
                            "conflict",
                            repeated.identifier(),
                            "registered as at %d, not with %s".formatted(repeated.otherLine(), repeated.difference()));
                }
            }
            case CatalogueItem.Refused refused ->
                add(refused.line(), "refused", refused.identifier().orElse(""), refused.reason());
            case CatalogueItem.Stopped stopped -> add(stopped.line(), "stopped", "", stopped.reason());
        }
    }

    private void notes(List<Note> notes, String subject) {
        notes.forEach(note -> add(note.line(), note.kind().code(), subject, note.text()));
    }

    void violation(CatalogueItem.Draft draft, ConformanceFinding finding) {
        var where = finding.path().isEmpty() ? "" : finding.path() + ": ";
        add(
                draft.line(),
                "violation",
                draft.dataset().id().value(),
                where + finding.message().best("en") + " (" + finding.shape() + ")");
    }

    void keptOut(CatalogueItem.Draft draft, String reason) {
        add(draft.line(), KEPT_OUT, draft.dataset().id().value(), reason);
    }

    private void add(long line, String kind, String subject, String text) {
        if (logged == MOST) {
            leftOut++;
            return;
        }
        logged++;
        var cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        pending.add(new ImportLogEntry(logged, line, kind, subject, cut));
    }

    /// What was noted since the last call.
    List<ImportLogEntry> drain() {
        var drained = pending;
        pending = new ArrayList<>();
        return drained;
    }

    long logged() {
        return logged;
    }

    long leftOut() {
        return leftOut;
    }
}
